"""Light, dark, and what a reader's system asks for."""

import pytest
from playwright.sync_api import expect

from conftest import follow

ROLE = "roles/data-scientist/index.html"
PAPER = "getComputedStyle(document.body).backgroundColor"
BAR = "document.querySelector('meta[name=theme-color]').content"
SCHEME = "getComputedStyle(document.documentElement).colorScheme"

# Where the browser gives a page no storage.
NO_STORAGE = """Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }});"""

# What `data-theme` was when the first element of the body was there, and nothing of it painted.
FIRST_SIGHT = """new MutationObserver((_, observer) => {
  if (!document.body) return;
  window.firstSight = document.documentElement.dataset.theme ?? "";
  observer.disconnect();
}).observe(document, {childList: true, subtree: true});"""


@pytest.fixture
def papers(open_page, addresses):
    """The colour of the page in each scheme."""
    return {scheme: open_page(addresses["disk"] + ROLE, color_scheme=scheme).evaluate(PAPER) for scheme in ("light", "dark")}


@pytest.mark.parametrize("way", ["disk", "root", "sub-path"])
def test_a_choice_holds_on_every_page_and_after_a_reload(open_page, addresses, papers, way):
    page = open_page(addresses[way] + ROLE, color_scheme="light")
    switch = page.get_by_label("Colours")
    assert switch.input_value() == ""
    assert page.evaluate(PAPER) == papers["light"]
    switch.select_option("dark")
    assert page.evaluate(PAPER) == papers["dark"]
    assert page.evaluate(SCHEME) == "dark"
    page.reload()
    assert page.evaluate(PAPER) == papers["dark"]
    follow(page.locator(".site-title"))
    assert page.url == addresses[way] + "index.html"
    assert page.evaluate(PAPER) == papers["dark"]
    assert page.get_by_label("Colours").input_value() == "dark"
    page.get_by_label("Colours").select_option("")
    assert page.evaluate(PAPER) == papers["light"]
    page.go_back()
    assert page.evaluate(PAPER) == papers["light"]
    assert page.said == []


def test_light_can_be_chosen_on_a_dark_system(open_page, addresses, papers):
    page = open_page(addresses["disk"] + ROLE, color_scheme="dark")
    assert page.evaluate(PAPER) == papers["dark"]
    page.get_by_label("Colours").select_option("light")
    assert page.evaluate(PAPER) == papers["light"]
    assert page.evaluate(SCHEME) == "light"
    assert page.evaluate(BAR) == page.evaluate("document.querySelector('meta[name=theme-color]').dataset.light")


def test_without_a_choice_the_page_follows_the_system_at_once(open_page, addresses, papers):
    page = open_page(addresses["disk"] + ROLE, color_scheme="light")
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(PAPER) == papers["dark"]
    assert page.evaluate(BAR) == page.evaluate("document.querySelector('meta[name=theme-color]').dataset.dark")


def test_a_choice_holds_before_anything_is_painted(browser, addresses, papers):
    context = browser.new_context(color_scheme="light")
    context.add_init_script(FIRST_SIGHT)
    page = context.new_page()
    page.goto(addresses["root"] + ROLE)
    page.get_by_label("Colours").select_option("dark")
    page.goto(addresses["root"] + "index.html")
    assert page.evaluate("window.firstSight") == "dark"
    # The style sheet is waited for as well, so the first painting is in the chosen colours.
    assert page.evaluate("document.querySelector('link[rel=stylesheet]').renderBlocking ?? 'blocking'") in ("blocking", True)
    context.close()


def test_another_tab_follows(browser, addresses, papers):
    context = browser.new_context(color_scheme="light")
    one, other = context.new_page(), context.new_page()
    for page in (one, other):
        page.goto(addresses["root"] + ROLE)
    one.get_by_label("Colours").select_option("dark")
    other.wait_for_function("document.documentElement.dataset.theme === 'dark'")
    assert other.get_by_label("Colours").input_value() == "dark"
    context.close()


def test_the_switch_works_by_keyboard(open_page, addresses, papers):
    page = open_page(addresses["disk"] + ROLE, color_scheme="light")
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "SELECT":
            break
    assert page.evaluate("document.activeElement.closest('.scheme') !== null")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("End")
    assert page.evaluate(PAPER) == papers["dark"]


def test_without_storage_the_choice_holds_for_the_page(browser, addresses, papers):
    context = browser.new_context(color_scheme="light")
    context.add_init_script(NO_STORAGE)
    page = context.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(addresses["disk"] + ROLE)
    page.get_by_label("Colours").select_option("dark")
    assert page.evaluate(PAPER) == papers["dark"]
    assert said == []
    context.close()


def test_without_javascript_there_is_no_switch(open_page, addresses, papers):
    page = open_page(addresses["disk"] + ROLE, color_scheme="dark", java_script_enabled=False)
    expect(page.locator(".scheme")).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_switch_is_large_enough_to_touch(open_page, addresses, width):
    page = open_page(addresses["disk"] + ROLE, width=width)
    box = page.locator(".scheme select").bounding_box()
    assert box["width"] >= 40 and box["height"] >= 40
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_print_is_light_whatever_was_chosen(open_page, addresses):
    page = open_page(addresses["disk"] + ROLE, color_scheme="dark")
    page.get_by_label("Colours").select_option("dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(SCHEME) == "light"
    assert page.evaluate(PAPER) == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"
    expect(page.locator(".scheme")).to_be_hidden()


def test_with_reduced_motion_nothing_moves(open_page, addresses):
    page = open_page(addresses["disk"] + ROLE, reduced_motion="reduce")
    moving = """[...document.querySelectorAll('*')].filter(e => {
      const s = getComputedStyle(e);
      return s.transitionDuration.split(',').some(t => parseFloat(t) > 0) || s.animationName !== 'none';
    }).map(e => e.tagName + '.' + e.className)"""
    assert page.evaluate(moving) == []


def test_with_forced_colours_the_system_is_followed(open_page, addresses):
    page = open_page(addresses["disk"] + "raci/core-tasks/index.html", forced_colors="active")
    # Letters keep a ground that tells them apart from what is not filled.
    filled, empty = (
        page.evaluate(f"getComputedStyle(document.querySelector('.matrix {name}')).backgroundColor") for name in (".letter.square", ".letter.ring")
    )
    assert filled != empty
    assert page.said == []


@pytest.mark.parametrize("way", ["disk", "root"])
def test_the_policy_stops_what_is_inline_and_nothing_of_ours(open_page, addresses, way):
    page = open_page(addresses[way] + ROLE)
    assert page.said == []
    stopped = page.evaluate(
        """() => new Promise(done => {
          document.addEventListener('securitypolicyviolation', event => done(event.effectiveDirective), {once: true});
          const script = document.createElement('script');
          script.textContent = 'window.ran = true';
          document.head.append(script);
          setTimeout(() => done('nothing'), 1000);
        })"""
    )
    assert stopped.startswith("script-src")
    assert page.evaluate("window.ran") is None
