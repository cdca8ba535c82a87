"""`handbook check --external`: addresses of a server on this machine, asked over the wire."""

import collections
import http.server
import json
import os
import pathlib
import shutil
import socket
import subprocess
import threading
import time

import pytest

from conftest import ROOT

HANDBOOK = pathlib.Path(os.environ.get("HANDBOOK", ROOT / ".build/debug/handbook")).resolve()


class Site(http.server.ThreadingHTTPServer):
    """A server that counts what it is asked for."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Answers)
        self.asked = collections.Counter()
        self.agents = set()
        self.lock = threading.Lock()
        self.running = self.most = 0
        self.over = threading.Event()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def address(self, path):
        return f"http://127.0.0.1:{self.server_port}{path}"

    def end(self):
        self.over.set()
        self.shutdown()
        self.server_close()


class Answers(http.server.BaseHTTPRequestHandler):
    def do_HEAD(self):
        self.answer()

    def do_GET(self):
        self.answer()

    def answer(self):
        site = self.server
        with site.lock:
            site.asked[f"{self.command} {self.path}"] += 1
            site.agents.add(self.headers["User-Agent"])
            site.running += 1
            site.most = max(site.most, site.running)
        try:
            self.reply()
        finally:
            with site.lock:
                site.running -= 1

    def reply(self):
        path = self.path
        if path == "/never":
            self.server.over.wait(60)
        elif path == "/head-refused" and self.command == "HEAD":
            self.send(405)
        elif path.startswith("/to/"):
            status, _, rest = path[4:].partition("/")
            self.send(int(status), Location="/" + rest)
        elif path == "/circle":
            self.send(302, Location="/circle")
        elif path.startswith("/slow"):
            time.sleep(0.3)
            self.send(200)
        elif path.startswith("/gone"):
            self.send(404)
        elif path == "/out":
            self.send(301, Location="file:///etc/passwd")
        else:
            self.send(200)

    def send(self, status, **fields):
        self.send_response(status)
        for name, value in fields.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "4")
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(b"page")

    def log_message(self, *words):
        pass


@pytest.fixture
def site():
    site = Site()
    yield site
    site.end()


@pytest.fixture
def check(tmp_path, site):
    """Checks a page of links; gives the findings of the report, by address, and the report."""
    if not shutil.which("curl"):
        pytest.skip("curl is not installed")

    def run(*links, words=(), settings="", source=None, status=0):
        folder = tmp_path / "project"
        (folder / "content/sources").mkdir(parents=True, exist_ok=True)
        lines = "\n".join(f"- [a link]({link})" for link in links)
        (folder / "content/index.md").write_text(f"# Home\n\n{lines}\n")
        (folder / "handbook.yml").write_text(settings)
        if source:
            (folder / "content/sources/guide.md").write_text(f"---\ntitle: Guide\nurl: {source}\n---\n")
        ran = subprocess.run(
            [HANDBOOK, "check", "--external", "--format", "json", *words],
            cwd=folder,
            capture_output=True,
            text=True,
            env={**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache"), "NO_PROXY": "*", "no_proxy": "*"},
            timeout=120,
        )
        assert ran.returncode == status, (ran.stdout, ran.stderr)
        report = json.loads(ran.stdout)
        found = {
            f["message"]: f["id"] for f in report["findings"] if f["id"] in ("dead-external-link", "moved-link", "no-link-cache")
        }
        return found, report

    run.folder = tmp_path / "project"
    return run


def test_what_is_there_is_not_told_and_what_is_gone_is(site, check):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    found, _ = check(
        site.address("/page#part"),
        site.address("/gone"),
        site.address("/head-refused"),
        site.address("/circle"),
        site.address("/out"),
        site.address("/to/302/page"),
        f"http://127.0.0.1:{port}/",
        "http://nowhere.invalid/page",
        source=site.address("/gone-too"),
    )
    assert {message: found[message] for message in found if "no host" not in message and "/out" not in message} == {
        f"'{site.address('/gone')}' answers 404": "dead-external-link",
        f"'{site.address('/gone-too')}' answers 404": "dead-external-link",
        f"'{site.address('/circle')}' leads on more than 10 times": "dead-external-link",
        f"'http://127.0.0.1:{port}/' refuses the connection": "dead-external-link",
    }
    assert "'http://nowhere.invalid/page' is at no host: there is no 'nowhere.invalid'" in found
    assert any(message.startswith(f"'{site.address('/out')}' cannot be asked: ") for message in found)
    # The page itself is asked for only where its head alone is refused.
    assert site.asked["HEAD /head-refused"] == site.asked["GET /head-refused"] == 1
    assert site.asked["HEAD /gone"] == site.asked["GET /gone"] == 1
    assert site.asked["HEAD /page"] and not site.asked["GET /page"]
    assert all(agent.startswith("handbook/") for agent in site.agents)


def test_what_takes_too_long_is_told(site, check):
    began = time.monotonic()
    found, _ = check(site.address("/never"), words=["--link-timeout", "1"])
    assert list(found) == [f"'{site.address('/never')}' took longer than 1 s"]
    assert time.monotonic() - began < 30


def test_a_second_run_asks_nothing_again(site, check):
    links = [site.address("/page"), site.address("/gone"), site.address("/to/301/new")]
    first, _ = check(*links)
    asked = dict(site.asked)
    assert check(*links)[0] == first and len(first) == 2
    assert dict(site.asked) == asked
    check(*links, words=["--link-age", "0"])
    assert site.asked["HEAD /page"] == 2


def test_the_file_of_answers_can_be_named(site, check, tmp_path):
    file = tmp_path / "answers/links.json"
    check(site.address("/page"), words=["--link-cache", str(file)])
    assert list(json.loads(file.read_text())["answers"]) == [site.address("/page")]
    assert not (tmp_path / "cache").exists()


def test_two_of_a_host_are_asked_at_a_time(site, check):
    found, _ = check(*(site.address(f"/slow/{number}") for number in range(8)))
    assert not found
    assert site.most == 2
    assert len(site.asked) == 8


def test_several_hosts_are_asked_at_a_time(check):
    sites = [Site() for _ in range(3)]
    try:
        began = time.monotonic()
        found, _ = check(*(site.address("/never") for site in sites), words=["--link-timeout", "3"])
        assert len(found) == 3
        assert time.monotonic() - began < 8.5
    finally:
        for site in sites:
            site.end()


def test_addresses_that_the_settings_ignore_are_not_asked(site, check):
    found, _ = check(
        site.address("/gone/a"), site.address("/page"), settings=f'links: {{ignore: ["{site.address("/gone/*")}"]}}\n'
    )
    assert not found
    assert not site.asked["HEAD /gone/a"]


def test_what_has_moved_for_good_is_mended(site, check):
    links = [site.address(path) for path in ("/to/301/new#part", "/to/308/to/302/page", "/to/302/page", "/to/301/")]
    found, report = check(*links, words=["--fix"])
    text = (check.folder / "content/index.md").read_text()
    assert f"({site.address('/new#part')})" in text
    assert f"({site.address('/to/302/page')})" in text
    # What a site leads to its first page may be gone.
    assert f"({links[3]})" in text
    assert list(found) == [f"'{links[3]}' has moved to '{site.address('/')}'"]
    assert len(report["mended"]) == 2


@pytest.mark.parametrize("path", ['/a"b', "/a%0Aoutput", "/[1-9]{a,b}", "/ö", "/a\\b"])
def test_an_address_is_an_address_whatever_is_in_it(site, check, path, tmp_path):
    check(f"<{site.address(path)}>")
    assert sum(site.asked.values()) == 1
    assert sorted(p.name for p in check.folder.iterdir()) == ["content", "handbook.yml"]
