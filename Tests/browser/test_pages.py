"""Pages of the default handbook as a reader meets them."""

import functools
import gzip
import html.parser
import http.server
import re
import threading
import time
import urllib.parse

import pytest
from playwright.sync_api import expect

from conftest import OUTPUT, SITE, SITES, follow


def kinds(named):
    """One page of each kind: those that have a name here, and of every other kind the first, under the kind's own name."""

    def kind(path):
        template = re.search(r'<body class="page-([\w-]+)', path.read_text("utf-8"))
        return template and template[1]

    found = dict(named)
    seen = {kind(SITE / address) for address in named.values()}
    for path in sorted(SITE.rglob("*.html")):
        if (template := kind(path)) and template not in seen:
            seen.add(template)
            found[template] = path.relative_to(SITE).as_posix()
    return found


KINDS = kinds({
    "home": "index.html",
    "role": "roles/data-scientist/index.html",
    "roles": "roles/index.html",
    "comparison": "compare/data-scientist/ml-engineer/index.html",
    "comparisons": "compare/index.html",
    "matrix": "raci/core-tasks/index.html",
    "matrices": "raci/index.html",
    "activity": "activities/deploy-to-production/index.html",
    "activities": "activities/index.html",
    "lifecycle": "lifecycle/index.html",
    "stage": "lifecycle/feasibility/index.html",
    "team": "teams/pilot/index.html",
    "teams": "teams/index.html",
    "eras": "eras/index.html",
    "skills": "skills/index.html",
    "source": "sources/ai-for-everyone/index.html",
    "sources": "sources/index.html",
    "gaps": "gaps/index.html",
    "map": "map/index.html",
    "tree": "tree/index.html",
    "names": "names/index.html",
    "guide": "guides/questions-and-answers/index.html",
})


@pytest.mark.parametrize("way", ["disk", "root", "sub-path"])
def test_every_way_of_opening_the_folder_shows_styled_pages_and_follows_links(open_page, addresses, way):
    page = open_page(addresses[way] + "index.html")
    assert page.locator("h1").count() == 1
    follow(page.locator(".card a", has_text="Data Scientist").first)
    assert page.locator("h1").inner_text() == "Data Scientist"
    follow(page.locator("main a", has_text="ML Engineer").first)
    assert page.url.startswith(addresses[way])
    # A style sheet was found: without one the browser's own margin is there.
    assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px"
    assert page.said == []
    assert all(url.startswith(addresses[way]) for url in page.asked)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("kind", KINDS)
def test_no_page_scrolls_sideways(open_page, addresses, kind, width, scheme):
    page = open_page(addresses["disk"] + KINDS[kind], width=width, color_scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.said == []
    if width != 320:
        OUTPUT.mkdir(exist_ok=True)
        # The whole handbook on one page would be a picture of a hundred thousand lines.
        height = min(8_000, page.evaluate("document.documentElement.scrollHeight"))
        clip = {"x": 0, "y": 0, "width": width, "height": height}
        page.screenshot(path=OUTPUT / f"{kind}-{width}-{scheme}.png", full_page=True, clip=clip)


@pytest.mark.parametrize("name", SITES)
def test_no_page_of_a_site_is_wider_than_the_narrowest_screen(open_page, name):
    page = open_page((SITES[name] / "index.html").as_uri(), width=320)
    wide = []
    for path in sorted(SITES[name].rglob("*.html")):
        page.goto(path.as_uri())
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(path.relative_to(SITES[name]).as_posix())
    assert wide == []


@pytest.mark.parametrize("kind", KINDS)
def test_at_200_percent_zoom_nothing_is_cut_off(open_page, addresses, kind):
    # Zoom of 200 % on a screen of 1280 pixels leaves 640 of them.
    page = open_page(addresses["disk"] + KINDS[kind], width=640, device_scale_factor=2)
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


def test_the_first_stop_of_the_keyboard_skips_to_the_content(open_page, addresses):
    page = open_page(addresses["disk"] + KINDS["role"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.url.endswith("#_content")


def test_what_has_the_focus_can_be_seen(open_page, addresses):
    page = open_page(addresses["disk"] + KINDS["role"])
    for _ in range(12):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none"


def test_on_a_phone_the_contents_open_and_close_without_javascript(open_page, addresses):
    page = open_page(addresses["disk"] + KINDS["role"], width=390, java_script_enabled=False)
    contents = page.locator("#_contents")
    expect(contents).to_be_hidden()
    page.locator(".contents-button").click()
    expect(contents).to_be_visible()
    follow(contents.locator("a", has_text="Lifecycle"))
    assert page.locator("h1").inner_text() == "Lifecycle"


def test_on_a_wide_screen_the_contents_are_there(open_page, addresses):
    page = open_page(addresses["disk"] + KINDS["role"])
    expect(page.locator("#_contents")).to_be_visible()
    expect(page.locator(".contents-button")).to_be_hidden()
    assert page.locator('#_contents a[aria-current="page"]').inner_text() == "Data Scientist"


def test_the_first_column_of_a_matrix_stays_while_the_table_scrolls(open_page, addresses):
    page = open_page(addresses["disk"] + KINDS["matrix"], width=390)
    box = page.locator(".matrix-box").first
    before = box.locator("tbody th").first.bounding_box()["x"]
    box.evaluate("element => element.scrollLeft = 200")
    assert box.evaluate("element => element.scrollLeft") > 0
    assert abs(box.locator("tbody th").first.bounding_box()["x"] - before) < 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(open_page, addresses, scheme):
    """WCAG 2.2, 1.4.3: 4.5 to 1 for running text, measured on what the browser paints."""
    page = open_page(addresses["disk"] + KINDS["role"], color_scheme=scheme)
    ratios = page.evaluate(
        """() => {
          const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
          const rgb = color => { canvas.clearRect(0,0,1,1); canvas.fillStyle = color; canvas.fillRect(0,0,1,1);
            return [...canvas.getImageData(0,0,1,1).data]; };
          const light = ([r,g,b]) => { const f = v => { v /= 255; return v <= .04045 ? v/12.92 : ((v+.055)/1.055)**2.4; };
            return .2126*f(r)+.7152*f(g)+.0722*f(b); };
          const ground = element => { for (let e = element; e; e = e.parentElement) {
              const c = rgb(getComputedStyle(e).backgroundColor); if (c[3] === 255) return c; }
            return scheme === 'dark' ? [0,0,0,255] : [255,255,255,255]; };
          const scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
          const found = [];
          for (const element of document.querySelectorAll('main p, main li, main dt, main dd, main th, main td, main a:not(svg *), nav a')) {
            if (!element.innerText.trim() || !element.checkVisibility()) continue;
            const a = light(rgb(getComputedStyle(element).color)), b = light(ground(element));
            found.push([(Math.max(a,b)+.05)/(Math.min(a,b)+.05), element.innerText.slice(0, 40), element.className]);
          }
          return found;
        }"""
    )
    assert len(ratios) > 100
    weak = [(round(ratio, 2), text, name) for ratio, text, name in ratios if ratio < 4.5]
    assert weak == []


def test_printed_a_page_leaves_out_what_serves_the_screen_alone(open_page, addresses):
    page = open_page(addresses["disk"] + KINDS["role"])
    page.emulate_media(media="print")
    expect(page.locator("#_contents")).to_be_hidden()
    expect(page.locator(".contents-button")).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()


def test_the_page_for_wrong_addresses_needs_no_other_file(open_page, addresses):
    page = open_page(addresses["root"] + "404.html")
    assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px"
    assert [url for url in page.asked if "404.html" not in url and "favicon" not in url] == []


class Elements(html.parser.HTMLParser):
    """The elements of a page that have one of these names, with their attributes."""

    def __init__(self, path, *names):
        super().__init__()
        self.names, self.found = names, []
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, name, attributes):
        if name in self.names:
            self.found.append((name, dict(attributes)))


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_page_loads_is_small(kind):
    """Styles and scripts, as a server sends them; the search's names are loaded when it is opened."""
    page = SITE / KINDS[kind]
    loaded = []
    for name, attributes in Elements(page, "link", "script").found:
        address = attributes.get("src") if name == "script" else attributes.get("href")
        if address and (name == "script" or attributes.get("rel") == "stylesheet"):
            loaded.append((page.parent / urllib.parse.unquote(address)).resolve())
    # The page for wrong addresses carries its style.
    assert len(loaded) > 2 or kind == "404"
    sizes = {path.name: len(gzip.compress(path.read_bytes(), 9)) for path in loaded if not path.name.startswith("search")}
    assert sum(sizes.values()) < 40_000, sizes


@pytest.mark.parametrize("name", SITES)
def test_every_picture_says_its_size(name):
    """So that nothing moves when it arrives: an image by its width and height, a drawing in the page by its box."""
    pages = sorted(SITES[name].rglob("*.html"))
    found = [(page, *element) for page in pages for element in Elements(page, "img", "svg").found]
    # A site without any would prove nothing.
    assert {element for _, element, _ in found} >= ({"svg", "img"} if name == "station" else {"svg"})
    for page, element, attributes in found:
        if element == "svg":
            assert len(attributes.get("viewbox", "").split()) == 4, f"{page}: {attributes}"
        else:
            assert all(attributes.get(side, "").isdigit() for side in ("width", "height")), f"{page}: {attributes}"


# The sum of all shifts that no input of the reader's caused, as browsers measure them.
SHIFTS = """window.shifted = 0;
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({type: "layout-shift", buffered: true});"""


class InTwoPieces(http.server.SimpleHTTPRequestHandler):
    """Gives the second half of a page long after the first, as a slow line does."""

    def copyfile(self, source, outputfile):
        whole = source.read()
        half = len(whole) // 2 if self.path.endswith(".html") else len(whole)
        outputfile.write(whole[:half])
        outputfile.flush()
        if half < len(whole):
            time.sleep(0.4)
            outputfile.write(whole[half:])

    def log_message(self, *words):
        pass


@pytest.fixture(scope="module")
def slow_line(site):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(InTwoPieces, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_moves_while_a_page_comes_up(browser, slow_line, kind, width):
    context = browser.new_context(viewport={"width": width, "height": 900})
    context.add_init_script(SHIFTS)
    page = context.new_page()
    page.goto(slow_line + KINDS[kind])
    # Two frames later all that is going to be laid out is.
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    # Up to 0.1 is "good" by the Web Vitals (https://web.dev/articles/cls), from 0.25 on it is poor. On a line as slow as this
    # the columns of the lifecycle make room for those that come later: 0.11.
    assert page.evaluate("window.shifted") < 0.15
    context.close()
