"""Builds the same pages with handbook and other generators, in turn, and prints medians and ratios. See `make bench`."""

import datetime
import os
import subprocess
import sys
from pathlib import Path

import measure
import report

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent


class Bench:
    def __init__(self, folder, environment, quick, only):
        #: How many seconds one build may take.
        self.limit = 30 if quick else int(environment.get("LIMIT") or 300)
        self.folder = folder
        self.handbook = environment["BENCH_HANDBOOK"]
        self.floor = environment["BENCH_FLOOR"]
        self.hugo = environment["BENCH_HUGO"]
        self.zensical = environment["BENCH_ZENSICAL"]
        self.quick = quick
        self.only = only
        self.rows = []
        self.pages = {}

    def wants(self, group):
        return not self.only or group in self.only

    def project(self, kind, count):
        """The folder of a project of a kind, made by a process of its own: a small parent keeps measured peaks true."""
        folder = self.folder / f"{kind}-{count}"
        if not folder.exists():
            subprocess.run([sys.executable, HERE / "pages.py", kind, str(count), folder], check=True)
        return folder

    def build(self, folder):
        return measure.Program("handbook", [self.handbook, "build", "--quiet"], folder, folder / "public")

    def record(self, work, programs, rounds):
        results = measure.compare(programs, rounds, self.limit)
        for result in results:
            if result.runs and result.pages:
                self.pages[work, result.name] = result
        lines = list(report.rows(work, results))
        self.rows += lines
        for line in lines:
            print("  ".join(cell for cell in line if cell), file=sys.stderr, flush=True)

    def plain(self, count, rounds):
        folder = self.project("plain", count)
        handbook, hugo, zensical = folder / "handbook", folder / "hugo", folder / "zensical"
        programs = [
            self.build(handbook),
            measure.Program("hugo", [self.hugo, "--quiet"], hugo, hugo / "public", (hugo / "resources",)),
        ]
        # It takes minutes for what the others do in seconds.
        if count <= (100 if self.quick else 1000):
            programs.append(measure.Program("zensical", [self.zensical, "build"], zensical, zensical / "site", (zensical / ".cache",)))
        programs.append(measure.Program("C floor", [self.floor, str(handbook / "content"), str(folder / "floor")], folder, folder / "floor"))
        self.record(f"{count:,} plain pages", programs, rounds)

    def run(self):
        if self.wants("version"):
            self.record("handbook --version", [measure.Program("handbook", [self.handbook, "--version"], self.folder)], 20)
        if self.wants("default"):
            default = self.folder / "default"
            subprocess.run(["rm", "-rf", default], check=True)
            default.mkdir()
            subprocess.run(["cp", "-R", ROOT / "content", ROOT / "handbook.yml", default], check=True)
            self.record("the default handbook", [self.build(default)], 5)
        for count, rounds in [(100, 5), (1000, 3)] if self.quick else [(100, 7), (1000, 5), (10000, 3)]:
            if self.wants("plain"):
                self.plain(count, rounds)
        for count, rounds in [(100, 3)] if self.quick else [(100, 5), (1000, 3), (10000, 1)]:
            if self.wants("roles"):
                self.record(f"{count:,} roles with everything", [self.build(self.project("roles", count) / "handbook")], rounds)
        count = 254 if self.quick else 1016
        if self.wants("occupations"):
            work = f"{count:,} occupations, {count * 3461 // 1016:,} relations"
            self.record(work, [self.build(self.project("occupations", count) / "handbook")], 3)
        if self.wants("check"):
            folder = self.project("dead-links", 1000) / "handbook"
            check = measure.Program("handbook", [self.handbook, "check"], folder, statuses=(1,))
            self.record("check, 1,000 pages with 10,000 dead links", [check], 3)

    def growth(self):
        """CPU for a page of 10,000 against 1,000, for each program."""
        for kind in ["plain pages", "roles with everything"]:
            for name in ["handbook", "hugo", "C floor"]:
                few, many = (self.pages.get((f"{count} {kind}", name)) for count in ["1,000", "10,000"])
                if few and many:
                    yield f"- {name}, {kind}: {(many.cpu / many.pages) / (few.cpu / few.pages):.2f}"


def versions(bench):
    def first(command):
        return subprocess.run(command, capture_output=True, text=True).stdout.strip().splitlines()[0]

    revision = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout.strip()
    hugo = first([bench.hugo, "version"]).split()[1].split("-")[0]
    return f"- {first([bench.handbook, '--version'])} at {revision or 'no revision'}, hugo {hugo}, zensical {first([bench.zensical, '--version'])}"


def main():
    environment = os.environ
    quick = bool(environment.get("QUICK"))
    only = environment.get("ONLY", "").split()
    label = environment.get("LABEL", "")
    folder = Path(environment["BENCH_DIR"]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    # The projects are in no repository, and no full-text index is made: neither is what is compared.
    environment["GIT_CEILING_DIRECTORIES"] = str(folder)
    environment["HANDBOOK_PAGEFIND"] = ""
    environment["NO_COLOR"] = "1"
    bench = Bench(folder, environment, quick, only)
    about = [versions(bench), *report.machine(folder)]
    bench.run()
    command = " ".join(["make bench"] + [f"{key}={value!r}" for key, value in [("ONLY", " ".join(only)), ("QUICK", "1" if quick else "")] if value])
    growth = list(bench.growth())
    lines = [f"`{command}`, {datetime.date.today()}{', ' + label if label else ''}", "", *about, "", report.table(bench.rows)]
    if growth:
        lines += ["", "CPU for a page, 10,000 against 1,000:", "", *growth]
    text = "\n".join(lines) + "\n"
    print(text)
    if not quick:
        name = f"{datetime.date.today()}{'-' + label if label else ''}.md"
        (ROOT / "Benchmarks").mkdir(exist_ok=True)
        (ROOT / "Benchmarks" / name).write_text(f"# Benchmarks\n\n{text}")


main()
