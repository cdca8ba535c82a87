"""`handbook serve`, as it is run and asked for pages: over the wire and in a browser."""

import http.client
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import threading
import time

import pytest
from playwright.sync_api import expect

from conftest import ROOT, until

HANDBOOK = pathlib.Path(os.environ.get("HANDBOOK", ROOT / ".build/debug/handbook")).resolve()


class Serving:
    """A server on a project of its own, and what it has told."""

    def __init__(self, folder, *options, environment=None):
        self.folder = folder
        self.told = []
        self.process = subprocess.Popen(
            [HANDBOOK, "serve", *options],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={**os.environ, "HANDBOOK_PAGEFIND": "", **(environment or {})},
        )
        threading.Thread(target=self._read, daemon=True).start()
        self.address = self.wait(r"(http://\S+) (?:shows|has)").group(1)
        self.port = int(self.address.rstrip("/").rpartition(":")[2])

    def _read(self):
        for line in self.process.stdout:
            self.told.append(line.rstrip("\n"))

    def wait(self, pattern, since=0, seconds=60):
        """Waits until a line that matches has been told after so many others."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for line in self.told[since:]:
                if found := re.search(pattern, line):
                    return found
            assert self.process.poll() is None, self.told
            time.sleep(0.02)
        raise AssertionError((pattern, self.told))

    def builds(self):
        return sum("built in" in line for line in self.told)

    def ask(self, path, method="GET", host=None, **fields):
        """Asks as it is written: no library tidies the path."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        connection.putheader("Host", host or f"127.0.0.1:{self.port}")
        for name, value in fields.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        answer.body = answer.read()
        connection.close()
        return answer

    def save(self, path, text):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def end(self, number=signal.SIGINT):
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.process.wait(timeout=20)


@pytest.fixture
def project(tmp_path):
    subprocess.run([HANDBOOK, "init", "mine"], cwd=tmp_path, check=True, capture_output=True)
    return tmp_path / "mine"


@pytest.fixture
def serve(project):
    running = []

    def serve(*options, folder=project, **more):
        running.append(Serving(folder, "--port", "0", *options, **more))
        return running[-1]

    yield serve
    for one in running:
        if one.process.poll() is None:
            one.process.kill()
        one.process.wait()


def page_of(project):
    """A page of the project that says something, and its address."""
    file = sorted((project / "content" / "roles").glob("*.md"))[0]
    return file.relative_to(project), f"roles/{file.stem}/"


# --- In a browser


def test_a_save_shows_the_new_text_where_the_reader_stood(serve, project, open_page):
    file, address = page_of(project)
    long = (project / file).read_text() + "\n## More\n\n" + "".join(f"Words, number {n}.\n\n" for n in range(200))
    (project / file).write_text(long)
    serving = serve()
    page = open_page(serving.address + address)
    page.evaluate("scrollTo(0, 2000)")
    until(page, "scrollY > 1500")
    before = page.evaluate("scrollY")
    page.evaluate("window.isOld = true")
    serving.save(file, long.replace("number 150.", "number one hundred and fifty."))
    expect(page.get_by_text("number one hundred and fifty.")).to_have_count(1, timeout=30_000)
    assert page.evaluate("window.isOld") is None
    until(page, f"Math.abs(scrollY - {before}) < 3")
    # Neither the script nor what it asks for is against the page's policy.
    assert [line for line in page.said if "Content Security" in line] == []


def test_errors_lie_over_the_last_good_page_until_they_are_mended(serve, project, open_page):
    file, address = page_of(project)
    serving = serve()
    page = open_page(serving.address + address)
    heading = page.locator("h1").inner_text()
    good = (project / file).read_text()
    serving.save(file, good + "\nSee [nothing](nowhere.md).\n")
    panel = page.get_by_role("alert")
    expect(panel).to_be_visible(timeout=30_000)
    serving.wait("stays until this is mended")
    shown = panel.locator("pre").inner_text().rstrip("\n")
    assert "nowhere.md" in shown and f"--> {file}:" in shown
    # The terminal was told the same, to the letter.
    told = "\n".join(serving.told)
    assert shown in told
    assert page.locator("h1").first.inner_text() == heading
    # A page that is opened now has it too.
    page.goto(serving.address)
    expect(panel).to_be_visible()
    panel.get_by_role("button", name="Close").click()
    expect(panel).to_have_count(0)
    serving.save(file, good + "\nSee [nothing](nowhere-else.md).\n")
    expect(panel).to_contain_text("nowhere-else.md", timeout=30_000)
    serving.save(file, good + "\nMended.\n")
    expect(panel).to_have_count(0, timeout=30_000)
    page.goto(serving.address + address)
    expect(page.get_by_text("Mended.")).to_have_count(1)
    assert [line for line in page.said if "Content Security" in line] == []


def test_a_project_with_errors_is_shown_once_they_are_mended(serve, project, open_page):
    file, address = page_of(project)
    good = (project / file).read_text()
    (project / file).write_text(good + "\n[nothing](nowhere.md)\n")
    serving = serve()
    assert serving.ask("/").status == 503
    page = open_page(serving.address + address)
    expect(page.locator("pre")).to_contain_text("nowhere.md")
    serving.save(file, good)
    expect(page.locator(".site-title")).to_be_visible(timeout=30_000)


def test_templates_settings_and_static_files_are_watched_too(serve, project, open_page):
    serving = serve()
    page = open_page(serving.address)
    serving.save("handbook.yml", (project / "handbook.yml").read_text().replace("title: Our team", "title: Another title"))
    expect(page.locator(".site-title")).to_have_text("Another title", timeout=30_000)
    # The page shall not be loaded anew while the test's end closes it: Chromium has stood still over that.
    page.goto("about:blank")
    # A folder that was not there before, and one in it.
    serving.save("static/deep/down/x.txt", "one")
    serving.wait("^static/")
    until_answer(serving, "/deep/down/x.txt", b"one")
    serving.save("static/deep/down/x.txt", "two, and longer")
    until_answer(serving, "/deep/down/x.txt", b"two, and longer")
    shutil.rmtree(project / "static")
    until_answer(serving, "/deep/down/x.txt", None)


def until_answer(serving, path, body, seconds=30):
    end = time.monotonic() + seconds
    while True:
        answer = serving.ask(path)
        if answer.status == (404 if body is None else 200) and (body is None or answer.body == body):
            return
        assert time.monotonic() < end, (path, answer.status, serving.told)
        time.sleep(0.05)


# --- What is built, and when


@pytest.mark.parametrize("options", [[], ["--poll"]], ids=["events", "polling"])
def test_a_hundred_saves_in_a_second_are_one_build_or_two(serve, project, options):
    file, address = page_of(project)
    good = (project / file).read_text()
    serving = serve(*options)
    assert serving.builds() == 1
    for number in range(100):
        serving.save(file, good + f"\nSave {number}.\n")
        time.sleep(0.008)
    until_text(serving, "/" + address, b"Save 99.")
    # A line is told after what it tells of has been shown.
    serving.wait("built in", since=1)
    time.sleep(0.5)
    assert serving.builds() - 1 in (1, 2), serving.told


def until_text(serving, path, text, seconds=30):
    end = time.monotonic() + seconds
    while text not in serving.ask(path).body:
        assert time.monotonic() < end, serving.told
        time.sleep(0.05)


def test_neither_a_build_nor_a_file_of_others_makes_it_build(serve, project):
    file, _ = page_of(project)
    serving = serve()
    environment = {**os.environ, "HANDBOOK_PAGEFIND": ""}
    subprocess.run([HANDBOOK, "build"], cwd=project, check=True, capture_output=True, env=environment)
    serving.save("notes.txt", "x")
    serving.save("content/.a.md.swp", "x")
    os.utime(project / "content")
    assert (project / "public/index.html").is_file()
    # What is built next is what this save asks for, and it is the only one.
    since = len(serving.told)
    serving.save(file, (project / file).read_text() + "\nLast.\n")
    serving.wait("built in", since)
    assert serving.builds() == 2, serving.told


def test_the_site_is_what_build_writes_and_its_folder_is_not_touched(serve, project):
    serving = serve()
    assert not (project / "public").exists()
    (project / "static").mkdir(exist_ok=True)
    (project / "static" / "film.bin").write_bytes(os.urandom(700_000))
    until_answer(serving, "/film.bin", (project / "static" / "film.bin").read_bytes())
    site = project.parent / "site"
    environment = {**os.environ, "HANDBOOK_PAGEFIND": ""}
    subprocess.run([HANDBOOK, "build", "--output", site], cwd=project, check=True, capture_output=True, env=environment)
    script = re.compile(rb'<script defer src="/_handbook/reload\.js" data-version="[^"]*"></script>\n')
    count = 0
    for file in site.rglob("*"):
        if file.is_file() and file.name != ".handbook-manifest":
            path = file.relative_to(site).as_posix()
            answer = serving.ask("/" + path)
            assert answer.status == 200, path
            body, scripts = script.subn(b"", answer.body)
            assert scripts == (1 if path.endswith(".html") else 0), path
            assert body == file.read_bytes(), path
            count += 1
    assert count > 20
    assert not (project / "public").exists()
    assert serving.end() == 0


# --- Over the wire


def test_types_tags_and_parts(serve, project):
    (project / "static").mkdir(exist_ok=True)
    (project / "static" / "ten.txt").write_text("0123456789")
    serving = serve()
    for path, kind in [
        ("/", "text/html; charset=utf-8"),
        ("/ten.txt", "text/plain; charset=utf-8"),
        ("/handbook.json", "application/json"),
    ]:
        answer = serving.ask(path)
        assert (answer.status, answer.headers["Content-Type"]) == (200, kind), path
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        known = serving.ask(path, If_None_Match=answer.headers["ETag"])
        assert (known.status, known.body) == (304, b""), path
        head = serving.ask(path, method="HEAD")
        assert (head.status, head.body, head.headers["Content-Length"]) == (200, b"", str(len(answer.body))), path
    part = serving.ask("/ten.txt", Range="bytes=2-4")
    assert (part.status, part.body, part.headers["Content-Range"]) == (206, b"234", "bytes 2-4/10")
    assert serving.ask("/ten.txt", Range="bytes=-3").body == b"789"
    assert serving.ask("/ten.txt", Range="bytes=10-").status == 416
    assert serving.ask("/", Range="bytes=0-8").body.lower() == b"<!doctype"
    tag = serving.ask("/ten.txt").headers["ETag"]
    (project / "static" / "ten.txt").write_text("abcdefghij")
    assert serving.ask("/ten.txt").headers["ETag"] != tag
    assert serving.ask("/ten.txt", Range="bytes=2-4", If_Range=tag).body == b"abcdefghij"
    folder = serving.ask("/roles?x")
    assert (folder.status, folder.headers["Location"]) == (302, "/roles/?x")
    assert serving.ask("/", method="POST").status == 405
    missing = serving.ask("/no/such/page")
    assert missing.status == 404 and b"page-404" in missing.body


def test_nothing_outside_the_site_is_served(serve, project):
    (project / "secret.txt").write_text("a secret")
    (project.parent / "outside.txt").write_text("a secret")
    (project / "static").mkdir(exist_ok=True)
    (project / "static" / "turned.txt").write_text("harmless")
    serving = serve()
    until_answer(serving, "/turned.txt", b"harmless")
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2E%2E%2Fsecret.txt",
        "/..%2fsecret.txt",
        "/roles/../../secret.txt",
        "/roles%2f..%2f..%2fsecret.txt",
        "/..%5csecret.txt",
        "/secret.txt",
        "/content/index.md",
        "/.git/config",
        "/%00",
        "/%2fetc%2fpasswd",
        "//etc/passwd",
        "/" + str(project / "secret.txt"),
        "/static/turned.txt",
    ]:
        answer = serving.ask(path)
        assert answer.status == 404, path
        assert b"a secret" not in answer.body and b"root:" not in answer.body, path
    # A file of the site that becomes a link to elsewhere, before anyone has looked at it again.
    (project / "static" / "turned.txt").unlink()
    (project / "static" / "turned.txt").symlink_to(project.parent / "outside.txt")
    assert b"a secret" not in serving.ask("/turned.txt").body


def test_other_hosts_and_their_pages_are_refused(serve):
    serving = serve()
    port = serving.port
    for host in [f"localhost:{port}", f"127.0.0.1:{port}", f"[::1]:{port}"]:
        assert serving.ask("/", host=host).status == 200, host
    for host in ["evil.example", f"evil.example:{port}", f"127.0.0.1.evil.example:{port}", "192.168.0.9"]:
        answer = serving.ask("/", host=host)
        assert answer.status == 403 and b"is no name of this server" in answer.body, host
        assert serving.ask("/_handbook/events", host=host).status == 403, host
    assert serving.ask("/", Origin=f"http://localhost:{port}").status == 200
    for origin in ["http://evil.example", "null", f"http://localhost:{port + 1}", f"https://localhost:{port}"]:
        assert serving.ask("/_handbook/events", Origin=origin).status == 403, origin
    assert serving.ask("/", Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="navigate", Sec_Fetch_Dest="document").status == 200
    assert serving.ask("/handbook.json", Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="no-cors", Sec_Fetch_Dest="script").status == 403
    # Only loopback is listened on: nothing at this machine's other addresses.
    with socket.socket() as one:
        with pytest.raises(OSError):
            one.connect((socket.gethostbyname(socket.gethostname()), port))
            assert socket.gethostbyname(socket.gethostname()).startswith("127.")
            raise OSError


# --- The protocol


def exchange(port, request, *, half_close=False):
    """What the server answers to some bytes, until it ends the connection."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as one:
        one.sendall(request)
        if half_close:
            one.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: one.recv(65536), b""))


def test_requests_are_answered_in_their_order_and_the_last_ends_the_connection(serve):
    port = serve().port
    host = f"Host: localhost:{port}\r\n".encode()
    answers = exchange(
        port,
        b"GET /none HTTP/1.1\r\n" + host + b"\r\n"
        b"POST / HTTP/1.1\r\n" + host + b"Content-Length: 3\r\n\r\nabc"
        b"HEAD / HTTP/1.1\r\n" + host + b"Connection: close\r\n\r\n",
    )
    assert re.findall(rb"HTTP/1\.1 (\d+)", answers) == [b"404", b"405", b"200"]
    assert answers.endswith(b"Connection: close\r\n\r\n")


def test_a_client_that_sends_no_more_is_answered_and_its_events_end(serve):
    port = serve().port
    host = f"Host: localhost:{port}\r\n\r\n".encode()
    assert exchange(port, b"HEAD / HTTP/1.1\r\n" + host, half_close=True).startswith(b"HTTP/1.1 200 ")
    events = exchange(port, b"GET /_handbook/events HTTP/1.1\r\n" + host, half_close=True)
    assert b"retry: 500" in events and events.endswith(b"0\r\n\r\n")


@pytest.mark.parametrize(
    "request_",
    [
        b"NOTHING\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost:PORT\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost:PORT\r\nX: a\x01b\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost:PORT\r\nX: " + b"a" * 100_000 + b"\r\n\r\n",
        b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n",
    ],
    ids=["no request", "two hosts", "a control character", "a long field", "a long path"],
)
def test_what_is_not_a_valid_request_is_a_bad_request(serve, request_):
    serving = serve()
    answer = exchange(serving.port, request_.replace(b"PORT", str(serving.port).encode()))
    assert answer.startswith(b"HTTP/1.1 400 ")
    assert serving.ask("/").status == 200


# --- Beginning and end


def test_a_port_in_use_is_told_and_the_next_is_taken(project):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        serving = Serving(project, "--port", str(port))
        assert serving.told[0] == f"port {port} is in use: trying {port + 1}"
        assert serving.port > port
        assert serving.end() == 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_cleanly_also_while_a_page_is_open(serve, open_page, number):
    serving = serve()
    page = open_page(serving.address)
    expect(page.locator(".site-title")).to_be_visible()
    begun = time.monotonic()
    assert serving.end(number) == 0
    assert time.monotonic() - begun < 4
    assert serving.process.poll() == 0
    with socket.socket() as one:
        assert one.connect_ex(("127.0.0.1", serving.port)) != 0


def test_what_cannot_be_served_is_told_at_once(tmp_path):
    def run(*words):
        return subprocess.run([HANDBOOK, "serve", *words], cwd=tmp_path, capture_output=True, text=True, timeout=60)

    missing = run("--source", "nowhere")
    assert (missing.returncode, missing.stdout) == (2, "")
    assert missing.stderr.startswith("error[no-project]: 'nowhere' does not exist")
    assert run("--port", "70000").returncode == 2
    (tmp_path / "index.md").write_text("# Home\n")
    wrong = run("--host", "192.0.2.1")
    assert wrong.returncode == 2
    assert wrong.stderr.startswith("error[no-port]: port 8000 of '192.0.2.1' cannot be listened on: ")
