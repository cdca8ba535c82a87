"""Results as a Markdown table, and the machine they are from."""

import os
import platform
import subprocess

HEADINGS = ["work", "program", "runs", "wall s", "CPU s", "peak MiB", "files", "MB", "CPU ms a page", "wall : Hugo", "CPU : Hugo", "peak : Hugo"]


def rows(work, results):
    """A row for each program; the ratios are to Hugo in the same turns."""
    hugo = next((result for result in results if result.name == "hugo" and result.runs), None)
    for result in results:
        if result.failure:
            yield [work, result.name, "", result.failure] + [""] * (len(HEADINGS) - 4)
            continue
        per_page = f"{1000 * result.cpu / result.pages:.2f}" if result.pages else ""
        ratios = [f"{a / b:.2f}" for a, b in [(result.wall, hugo.wall), (result.cpu, hugo.cpu), (result.peak, hugo.peak)]] if hugo else [""] * 3
        size = f"{result.size / 1e6:.1f}" if result.files else ""
        yield [
            work, result.name, str(len(result.runs)), f"{result.wall:.3f}", f"{result.cpu:.3f}", f"{result.peak:.0f}",
            str(result.files or ""), size, per_page, *ratios,
        ]  # fmt: skip


def table(lines):
    widths = [max(len(line[column]) for line in [HEADINGS, *lines]) for column in range(len(HEADINGS))]
    left = {0, 1}

    def text(cells):
        cells = [cell.ljust(width) if column in left else cell.rjust(width) for column, (cell, width) in enumerate(zip(cells, widths))]
        return "| " + " | ".join(cells) + " |"

    rule = "|" + "|".join("-" * (width + 2) if column in left else "-" * (width + 1) + ":" for column, width in enumerate(widths)) + "|"
    return "\n".join([text(HEADINGS), rule, *map(text, lines)])


def machine(folder):
    """Lines that describe the machine: no name of it, no path on it."""
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = subprocess.run(["stat", "-f", "-c", "%T", folder], capture_output=True, text=True).stdout.strip()
    load = os.getloadavg()
    return [
        f"- {model}, {len(os.sched_getaffinity(0))} cores, {memory:.0f} GiB, {platform.system()} {platform.release()}",
        f"- file system of the projects and sites: {system}",
        f"- load average at the start: {load[0]:.2f}",
    ]
