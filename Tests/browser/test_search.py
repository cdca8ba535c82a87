"""The search: names from disk and from a server, the text from a server, by keyboard alone, and without JavaScript."""

import functools
import http.server
import importlib.resources
import re
import threading
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from conftest import OUTPUT, SITES, Quiet

AXE = (importlib.resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ROLE = "roles/data-scientist/index.html"
WAYS = ["disk", "root", "sub-path"]
SERVED = ["root", "sub-path"]


@pytest.fixture(scope="session")
def station():
    """The handbook in German, on a server."""
    handler = functools.partial(Quiet, directory=str(SITES["station"]))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


class Search:
    """The dialog of a page."""

    def __init__(self, page):
        self.page = page
        self.dialog = page.locator("#_search")
        self.input = self.dialog.locator("[role=combobox]")
        self.options = self.dialog.get_by_role("option")
        self.status = self.dialog.get_by_role("status")

    def close(self):
        """By Escape, which the browser carries out a moment after the key."""
        self.page.keyboard.press("Escape")
        expect(self.dialog).to_be_hidden()

    def ask(self, words):
        """Opens the dialog, types, and waits until all has been found."""
        if not self.dialog.is_visible():
            self.page.keyboard.press("/")
        expect(self.dialog).to_be_visible()
        self.page.wait_for_function("() => window.handbookFind && document.querySelector('.search-note').hidden")
        self.input.fill(words)
        expect(self.status).not_to_be_empty()
        expect(self.dialog.locator("[aria-busy]")).to_have_count(0)
        return self

    def names(self):
        """What each name says, the first line of it."""
        return [text.split("\n")[0] for text in self.dialog.locator(".search-group:not(.search-text *) .search-title").all_inner_texts()]

    def kinds(self, zone=""):
        return self.dialog.locator(f"{zone} .search-group").evaluate_all("all => all.map(each => each.getAttribute('aria-label'))")

    def chosen(self):
        return self.dialog.locator('[role=option][aria-selected="true"]')


@pytest.fixture
def search(open_page, addresses):
    return lambda way, path="index.html", **options: Search(open_page(addresses[way] + path, **options))


def hosts(page):
    """The hosts that a page has asked for anything."""
    return {urlsplit(url).netloc for url in page.asked}


# --- Names


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "words, shown, address",
    [
        ("platform engineer", "Platform Engineer → MLOps Engineer (also called)", "roles/mlops-engineer/index.html"),
        ("annotation lead", "Annotation Lead → Data Labeling Lead (also called)", "roles/data-labeling-lead/index.html"),
    ],
)
def test_a_role_is_found_by_another_name(search, addresses, way, words, shown, address):
    found = search(way, ROLE).ask(words)
    assert found.names()[0] == shown
    found.page.keyboard.press("Enter")
    found.page.wait_for_url(addresses[way] + address)
    assert found.page.said == []
    assert hosts(found.page) == {urlsplit(addresses[way]).netloc}


@pytest.mark.parametrize(
    "words, first",
    [
        ("mlops engineer", "MLOps Engineer"),  # the whole title before titles that hold it
        ("CAIO", "CAIO → Chief AI Officer (also called)"),
        ("data engi", "Data Engineer"),  # the beginning
        ("eng data", "Data Engineer"),  # words in any order
        ("learning eng", "Machine Learning Engineer → ML Engineer (also called)"),
        ("abeling", "Data Labeling Lead"),  # inside a word
        ("enginering manger", "AI Engineering Manager"),  # typing errors
        ("dtaa scientist", "Data Scientist"),
        ("monitoring and", "Monitoring and alerting"),
    ],
)
def test_the_best_name_comes_first(search, words, first):
    assert search("disk").ask(words).names()[0] == first


def test_names_stand_by_kind_and_what_was_typed_is_marked(search):
    found = search("disk").ask("data prep")
    assert found.kinds()[0] == "Activities"
    assert "Lifecycle" in found.kinds()
    assert found.options.first.locator("mark").all_inner_texts() == ["Data prep"]


def test_a_skill_leads_to_its_row(search):
    found = search("disk").ask("big data technologies")
    assert found.kinds() == ["Skills"]
    found.page.keyboard.press("Enter")
    found.page.wait_for_url("**/skills/index.html#skill-big-data-technologies")
    assert found.page.locator(":target").count() == 1


def test_names_in_another_language_are_found_without_accents(open_page):
    page = open_page(SITES["station"].as_uri() + "/index.html")
    found = Search(page).ask("assistenzarztin")
    assert found.names()[0] == "Assistenzärztin → Stationsärztin (auch genannt)"
    assert found.options.first.locator("mark").all_inner_texts() == ["Assistenzärztin"]
    assert found.kinds() == ["Rollen"]
    page.keyboard.press("Enter")
    page.wait_for_url("**/roles/%C3%A4rztin/index.html")
    assert page.said == []


def test_from_disk_the_dialog_says_what_the_text_needs(search):
    found = search("disk").ask("latency")
    assert "from a web server" in found.dialog.locator(".search-note").inner_text()
    assert not any("pagefind" in url for url in found.page.asked)
    assert found.page.said == []


def test_what_is_typed_is_never_markup(search):
    found = search("disk").ask('<img src=x onerror="document.title=1">')
    assert found.dialog.locator("img").count() == 0
    assert '“<img src=x onerror="document.title=1">”' in found.dialog.inner_text()
    assert found.page.said == []


# --- The text


@pytest.mark.parametrize("way", SERVED)
def test_the_text_is_found_with_excerpts_by_kind(search, addresses, way):
    found = search(way, ROLE).ask("inter-annotator agreement")
    zone = found.dialog.locator(".search-text")
    assert zone.locator(".search-heading").inner_text().startswith("In the text · ")
    assert "In the text: Roles" in found.kinds(".search-text")
    excerpts = zone.locator(".search-excerpt")
    assert excerpts.count() > 0
    marked = zone.locator("mark").all_inner_texts()
    assert {word.lower().strip(".,") for word in marked} & {"agreement", "inter-annotator"}
    link = zone.get_by_role("option", name="Data Labeling Lead").first
    assert link.get_attribute("href").startswith(urlsplit(addresses[way]).path + "roles/data-labeling-lead/index.html")
    link.click()
    found.page.wait_for_url(addresses[way] + "roles/data-labeling-lead/index.html*")
    assert found.page.said == []
    assert hosts(found.page) == {urlsplit(addresses[way]).netloc}


def test_a_result_leads_to_the_section_that_says_it(search):
    found = search("root").ask("retrains")
    section = found.dialog.locator(".search-text .search-option:has(.search-section)").first
    href = section.get_attribute("href")
    section.click()
    assert "#" in href
    assert found.page.locator(":target").inner_text() in section_title(href, found)


def section_title(href, found):
    return found.page.locator(f"[id='{href.split('#')[1]}']").inner_text()


def test_the_text_is_found_in_another_language_with_its_word_forms(open_page, station):
    page = open_page(station + "index.html")
    found = Search(page).ask("händehygiene")
    assert found.dialog.locator(".search-text .search-option").count() > 0
    assert page.said == []


def test_more_results_come_on_demand_and_the_first_of_them_is_chosen(search):
    found = search("root").ask("model")
    before = found.options.count()
    more = found.dialog.locator(".search-more")
    more.click()
    expect(found.options.nth(before)).to_be_attached()
    assert found.chosen().count() == 1
    assert int(found.chosen().get_attribute("id").rsplit("-", 1)[1]) == before - 1
    ids = found.options.evaluate_all("all => all.map(each => each.id)")
    assert len(set(ids)) == len(ids)


def test_where_nothing_is_found_the_dialog_says_what_to_try(search):
    found = search("root").ask("qqzzx")
    assert found.options.count() == 0
    nothing = found.dialog.locator(".search-nothing")
    assert "Nothing is called “qqzzx”, and no page says it." in nothing.inner_text()
    assert "Try fewer letters" in nothing.inner_text()
    nothing.get_by_role("link", name="All names").click()
    assert found.page.locator("h1").inner_text() == "All names"


def test_what_was_found_is_counted_aloud(search):
    found = search("root").ask("feature engineering")
    assert found.status.inner_text().startswith("1 name, ") or " names, " in found.status.inner_text()
    assert found.status.inner_text().endswith("pages") or found.status.inner_text().endswith("1 page")


def test_an_index_that_cannot_be_loaded_leaves_the_names(search):
    found = search("root")
    found.page.route("**/pagefind.js", lambda route: route.abort())
    found.page.keyboard.press("/")
    found.input.fill("platform engineer")
    expect(found.dialog.locator(".search-note")).to_have_text("The text cannot be searched just now.")
    assert found.names()[0].startswith("Platform Engineer")


def test_names_that_cannot_be_loaded_are_told_and_asked_for_again(search):
    found = search("root")
    found.page.route("**/assets/names-*", lambda route: route.abort())
    found.page.keyboard.press("/")
    expect(found.dialog.locator(".search-note")).to_have_text("The search could not be loaded.")
    found.close()
    found.page.unroute("**/assets/names-*")
    assert found.ask("platform engineer").names()[0].startswith("Platform Engineer")


# --- Keys and pointer


def test_by_keyboard_alone(search):
    found = search("root", ROLE)
    page = found.page
    button = page.get_by_role("button", name="Search", exact=True)
    while not button.evaluate("element => element === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(found.input).to_be_focused()
    page.keyboard.type("data")
    expect(found.status).to_contain_text("pages")
    assert found.input.get_attribute("aria-expanded") == "true"
    first = found.input.get_attribute("aria-activedescendant")
    assert found.chosen().get_attribute("id") == first
    page.keyboard.press("ArrowDown")
    assert found.input.get_attribute("aria-activedescendant") != first
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert found.chosen().evaluate("element => element === [...document.querySelectorAll('[role=option]')].at(-1)")
    expect(found.input).to_be_focused()
    found.close()
    expect(button).to_be_focused()
    assert page.said == []


@pytest.mark.parametrize("key", ["/", "Control+k"])
def test_keys_open_it_where_the_reader_is_and_leave_the_focus_there(search, key):
    found = search("disk", ROLE)
    link = found.page.locator("#_content .prose a").nth(4)
    link.focus()
    found.page.keyboard.press(key)
    expect(found.input).to_be_focused()
    assert found.input.input_value() == ""
    found.close()
    expect(link).to_be_focused()


def test_a_slash_in_a_field_is_a_slash(search):
    found = search("disk", "compare/index.html")
    found.page.locator(".picker select").first.focus()
    found.page.keyboard.press("/")
    expect(found.dialog).to_be_hidden()
    found.page.keyboard.press("Control+k")
    found.page.keyboard.type("AI/Product")
    assert found.input.input_value() == "AI/Product"


def test_the_slash_can_be_switched_off(search):
    """WCAG 2.2, 2.1.4: a shortcut of one character can be."""
    found = search("root")
    found.page.keyboard.press("/")
    found.dialog.get_by_label("The / key opens the search").uncheck()
    found.close()
    found.page.keyboard.press("/")
    expect(found.dialog).to_be_hidden()
    found.page.reload()
    found.page.keyboard.press("/")
    expect(found.dialog).to_be_hidden()
    assert found.page.locator(".search-button").get_attribute("aria-keyshortcuts") == "Control+K"
    found.page.keyboard.press("Control+k")
    expect(found.dialog).to_be_visible()


def test_a_click_beside_the_dialog_and_its_button_close_it(search):
    found = search("disk")
    found.page.locator(".search-button").click()
    found.page.mouse.click(20, 600)
    expect(found.dialog).not_to_be_visible()
    found.page.locator(".search-button").click()
    found.dialog.get_by_role("button", name="Close").click()
    expect(found.dialog).not_to_be_visible()


def test_the_pointer_chooses_what_it_is_over(search):
    found = search("disk").ask("engineer")
    found.options.nth(2).hover()
    assert found.chosen().get_attribute("id") == found.options.nth(2).get_attribute("id")


# --- How it looks, and without JavaScript


def test_on_a_phone_it_fills_the_screen(search):
    found = search("root", width=390, height=844).ask("monitoring")
    box = found.dialog.bounding_box()
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 390, 844)


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_scrolls_sideways(search, width):
    found = search("root", width=width).ask("engineer")
    assert found.page.evaluate("document.documentElement.scrollWidth") <= width
    assert found.dialog.evaluate("element => [...element.querySelectorAll('*')].every(each => each.closest('.sr') || each.scrollWidth <= innerWidth)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_in_the_open_dialog(search, width, scheme):
    found = search("root", width=width, color_scheme=scheme, reduced_motion="reduce").ask("monitoring")
    OUTPUT.mkdir(exist_ok=True)
    found.page.screenshot(path=OUTPUT / f"search-{width}-{scheme}.png")
    # The policy of the page lets nothing run that is no file of the site, so the checker comes in another way.
    found.page.evaluate(AXE)
    result = found.page.evaluate("tags => axe.run('#_search', {runOnly: tags, resultTypes: ['violations']})", TAGS)
    assert result["passes"], "axe-core ran no rule"
    assert [f"{each['id']}: {each['nodes'][0]['html'][:160]}" for each in result["violations"]] == []


@pytest.mark.parametrize("way", WAYS)
def test_without_javascript_the_button_leads_to_all_names(search, addresses, way):
    found = search(way, ROLE, java_script_enabled=False)
    page = found.page
    expect(found.dialog).to_be_hidden()
    page.get_by_role("link", name="Search", exact=True).click()
    page.wait_for_url(addresses[way] + "names/index.html")
    line = page.locator(".names li").filter(has_text=re.compile("^Platform Engineer"))
    assert line.inner_text() == "Platform Engineer see MLOps Engineer"
    line.get_by_role("link").click()
    page.wait_for_url(addresses[way] + "roles/mlops-engineer/index.html")


def test_a_letter_leads_to_its_names(search):
    found = search("disk", "names/index.html")
    found.page.get_by_role("navigation", name="Letters").get_by_role("link", name="M", exact=True).click()
    heading = found.page.get_by_role("heading", name="M", exact=True)
    expect(heading).to_be_visible()
    # The letters stay in view, and do not lie over the heading.
    letters = found.page.locator(".letters").bounding_box()
    assert letters["y"] >= 0 and heading.bounding_box()["y"] >= letters["y"] + letters["height"]
