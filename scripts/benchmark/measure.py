"""Runs programs and measures them."""

import os
import shutil
import signal
import statistics
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Program:
    """What builds a site of one project."""

    name: str
    command: list[str]
    folder: Path
    #: What it writes; removed before each run, since every build is a cold one.
    output: Path | None = None
    #: What else it leaves that a later run would use.
    caches: tuple[Path, ...] = ()
    #: The exit statuses of a run that did its work.
    statuses: tuple[int, ...] = (0,)


@dataclass
class Run:
    wall: float
    #: Seconds of the process and all of its children, in user and system mode.
    cpu: float
    #: The largest peak of any one of its processes, in MiB.
    peak: float


@dataclass
class Result:
    name: str
    runs: list[Run]
    files: int = 0
    pages: int = 0
    size: int = 0
    #: Why there are no figures.
    failure: str | None = None

    @property
    def wall(self):
        return statistics.median(run.wall for run in self.runs)

    @property
    def cpu(self):
        return statistics.median(run.cpu for run in self.runs)

    @property
    def peak(self):
        return statistics.median(run.peak for run in self.runs)


class Failure(Exception):
    pass


def run(program, limit):
    """One cold run; it may take `limit` seconds."""
    for folder in [program.output, *program.caches]:
        if folder:
            shutil.rmtree(folder, ignore_errors=True)
    with open(program.folder / "output.log", "wb") as log:
        start = time.perf_counter()
        process = subprocess.Popen(
            program.command, cwd=program.folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
        )
        timer = threading.Timer(limit, os.killpg, (process.pid, signal.SIGKILL))
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode == -signal.SIGKILL and wall >= limit:
        raise Failure(f"stopped after {limit} s")
    if process.returncode not in program.statuses:
        raise Failure(f"status {process.returncode}, see {program.folder.name}/output.log")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def compare(programs, rounds, limit):
    """Runs programs in turn, A B A B, and measures what each has written. One that takes long runs once."""
    results = [Result(program.name, []) for program in programs]
    for _ in range(rounds):
        for program, result in zip(programs, results):
            if result.failure or (result.runs and result.runs[0].wall > limit / 5):
                continue
            try:
                result.runs.append(run(program, limit))
            except Failure as failure:
                result.failure = str(failure)
                continue
            if program.output and len(result.runs) == 1:
                result.files, result.pages, result.size = written(program.output)
    return results


def written(folder):
    """The number of files below a folder, that of HTML pages among them, and the bytes of all."""
    files = pages = size = 0
    for place, _, names in os.walk(folder):
        for name in names:
            files += 1
            pages += name.endswith(".html")
            size += os.lstat(os.path.join(place, name)).st_size
    return files, pages, size
