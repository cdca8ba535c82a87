"""The built handbook in a real browser: Debian's Chromium, driven by Playwright."""

import functools
import http.server
import os
import pathlib
import shutil
import threading
import time

import pytest
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
SITE = pathlib.Path(os.environ.get("HANDBOOK_SITE", ROOT / "public"))
OUTPUT = ROOT / ".test-output"

# The default handbook, and the one in German from another field that the tests have.
SITES = {"default": SITE.resolve(), "station": pathlib.Path(os.environ.get("HANDBOOK_SECOND_SITE", OUTPUT / "station")).resolve()}


def pytest_configure(config):
    for folder in SITES.values():
        if not (folder / "index.html").is_file():
            raise pytest.UsageError(f"no site in {folder}: run 'make test', or set HANDBOOK_SITE and HANDBOOK_SECOND_SITE")


@pytest.fixture(scope="session")
def site():
    return SITE


@pytest.fixture(scope="session")
def browser():
    chromium = shutil.which("chromium")
    assert chromium, "Debian's package chromium is needed"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *words):
        pass


@pytest.fixture(scope="session")
def server(site, tmp_path_factory):
    """The site at a server's root and under a sub-path; gives both addresses."""
    root = tmp_path_factory.mktemp("www")
    (root / "sub").mkdir()
    (root / "sub" / "path").symlink_to(site.resolve())
    servers = []
    for folder in (site, root):
        handler = functools.partial(Quiet, directory=str(folder))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
    yield {
        "root": f"http://127.0.0.1:{servers[0].server_port}/",
        "sub-path": f"http://127.0.0.1:{servers[1].server_port}/sub/path/",
    }
    for server in servers:
        server.shutdown()


@pytest.fixture(scope="session")
def addresses(site, server):
    """Every way the same folder is opened."""
    return {"disk": site.resolve().as_uri() + "/", **server}


def follow(link):
    """Clicks a link to another page and waits for that page: a click alone may return before it is there."""
    with link.page.expect_navigation(wait_until="load"):
        link.click()


def until(page, expression, seconds=5):
    """Waits until an expression holds. Playwright's own way to wait for one is against the pages' policy."""
    end = time.monotonic() + seconds
    while not page.evaluate(expression):
        assert time.monotonic() < end, expression
        page.wait_for_timeout(20)


@pytest.fixture
def open_page(browser):
    """Opens a page and gathers what it says on the console and what it asks the network for."""
    contexts = []

    def open_page(address, width=1280, height=900, **options):
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.said, page.asked = [], []
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
