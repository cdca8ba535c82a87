"""What shells and `man` make of what the program prints for them: in the shells themselves."""

import os
import pathlib
import pty
import re
import select
import subprocess
import time

import pytest

from conftest import ROOT

HANDBOOK = pathlib.Path(os.environ.get("HANDBOOK", ROOT / ".build/debug/handbook")).resolve()
STATION = ROOT / "Tests/Fixtures/station"


def handbook(*words):
    return subprocess.run([HANDBOOK, *words], capture_output=True, text=True, check=True).stdout


@pytest.fixture
def environment(tmp_path):
    """The program on the PATH under its own name."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "handbook").symlink_to(HANDBOOK)
    return {**os.environ, "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}", "HOME": str(tmp_path)}


def bash(environment, *words):
    """What bash offers for the last of the words."""
    script = """
        source /dev/stdin <<<"$COMPLETIONS"
        COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
        _handbook handbook "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
        printf '%s\\n' "${COMPREPLY[@]}"
    """
    more = {**environment, "COMPLETIONS": handbook("completions", "bash")}
    run = subprocess.run(["bash", "-c", script, "bash", *words], cwd=ROOT, env=more, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return [offer for offer in run.stdout.split("\n") if offer]


def fish(environment, line):
    """What fish offers at the end of a line, without what it says of each."""
    script = "source $argv[1]; complete -C $argv[2]"
    file = pathlib.Path(environment["HOME"]) / "handbook.fish"
    file.write_text(handbook("completions", "fish"))
    run = subprocess.run(["fish", "-c", script, str(file), line], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return [offer.split("\t")[0] for offer in run.stdout.split("\n") if offer]


def test_bash_offers_commands_options_and_names(environment):
    assert bash(environment, "handbook", "ren") == ["rename"]
    assert bash(environment, "handbook", "check", "--base") == ["--baseline"]
    assert bash(environment, "handbook", "why", "data-e") == ["data-engineer"]
    assert "mlops-engineer" in bash(environment, "handbook", "check", "--without", "ml")
    assert bash(environment, "handbook", "explain", "two-acc") == ["two-accountable"]


def test_fish_offers_commands_and_options(environment):
    """Names too, at a prompt: fish tells a program of the line's words there alone."""
    assert fish(environment, "handbook ren") == ["rename"]
    assert fish(environment, "handbook check --base") == ["--baseline"]
    assert "role" in fish(environment, "handbook rename ")


def test_names_are_those_of_the_project_that_the_line_names(environment):
    assert bash(environment, "handbook", "why", "--source", str(STATION), "data-e") == []
    roles = [file.stem for file in (STATION / "content/roles").glob("*.md") if file.stem != "index"]
    assert set(roles) <= set(bash(environment, "handbook", "why", "--source", str(STATION), ""))


def test_titles_are_offered_once_a_capital_is_typed(environment):
    assert "Data Engineer" in bash(environment, "handbook", "why", "Data")


def test_rename_offers_what_its_kind_has(environment):
    assert bash(environment, "handbook", "rename", "role", "data-e") == ["data-engineer"]
    assert bash(environment, "handbook", "rename", "activity", "deploy-to") == ["deploy-to-production"]
    assert bash(environment, "handbook", "rename", "activity", "data-e") == []


def test_where_there_is_no_project_nothing_is_offered_and_nothing_said(environment, tmp_path):
    assert bash(environment, "handbook", "why", "--source", str(tmp_path / "nowhere"), "d") == []


def test_zsh_reads_its_completions(environment, tmp_path):
    file = tmp_path / "_handbook"
    file.write_text(handbook("completions", "zsh"))
    run = subprocess.run(["zsh", "-n", file], env=environment, capture_output=True, text=True)
    assert (run.returncode, run.stderr) == (0, "")
    assert file.read_text().startswith("#compdef handbook\n")


def test_the_manual_page_is_one_that_man_reads():
    page = handbook("manual")
    lint = subprocess.run(["mandoc", "-T", "lint", "-W", "warning"], input=page, capture_output=True, text=True)
    # A page without a date, so that the same version prints the same page.
    told = [line for line in lint.stdout.splitlines() if "missing date" not in line]
    assert told == []
    shown = subprocess.run(["mandoc", "-T", "utf8"], input=page, capture_output=True, text=True, check=True).stdout
    shown = re.sub(r".\x08", "", shown)
    commands = re.findall(r"^  ([a-z]+) ", handbook("--help").split("SUBCOMMANDS:")[1], re.M)
    assert len(commands) > 10
    for command in commands:
        assert f"handbook {command}" in shown
    assert "--baseline file" in shown and "HANDBOOK_PAGEFIND" in shown
    assert "$ handbook" not in shown.split("NAME")[0]


# --- How much is said


class Terminal:
    """A run of the program with a terminal as its standard error."""

    def __init__(self, *words, environment):
        ours, theirs = pty.openpty()
        run = subprocess.Popen(
            [HANDBOOK, *words], cwd=ROOT, stdout=subprocess.PIPE, stderr=theirs, env={**environment, "TERM": "xterm"}
        )
        os.close(theirs)
        shown = b""
        end = time.monotonic() + 60
        while time.monotonic() < end:
            if select.select([ours], [], [], 0.1)[0]:
                try:
                    shown += os.read(ours, 65536)
                except OSError:
                    break
            elif run.poll() is not None:
                break
        os.close(ours)
        self.status = run.wait(timeout=10)
        self.shown = shown.decode()
        self.printed = run.stdout.read().decode()


def test_a_terminal_is_told_of_what_takes_long_and_cleared_again(environment, tmp_path):
    slow = tmp_path / "slow-pagefind"
    slow.write_text("#!/bin/sh\nsleep 2\nexit 1\n")
    slow.chmod(0o755)
    run = Terminal("build", "--output", str(tmp_path / "site"), environment={**environment, "HANDBOOK_PAGEFIND": str(slow)})
    assert re.search(r"\r\x1b\[2Kindexing the text … \d+ s", run.shown), run.shown
    # The line is gone before anything else is told.
    assert re.search(r"\r\x1b\[2K(\x1b\[[0-9;]*m)*error", run.shown), run.shown


@pytest.mark.parametrize("option", ["--quiet", "--verbose"])
def test_no_line_comes_and_goes_when_one_has_said_how_much_to_say(environment, tmp_path, option):
    slow = tmp_path / "slow-pagefind"
    slow.write_text("#!/bin/sh\nsleep 2\nexit 1\n")
    slow.chmod(0o755)
    run = Terminal("build", option, "--output", str(tmp_path / "site"), environment={**environment, "HANDBOOK_PAGEFIND": str(slow)})
    assert "\r\x1b" not in run.shown
