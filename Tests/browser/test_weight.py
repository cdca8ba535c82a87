"""What a page loads: the styles and scripts that it uses, and no more than a first visit can bear."""

import gzip
import pathlib
import re
import urllib.parse

import pytest
from playwright.sync_api import expect

from conftest import SITE, SITES, until

# Bytes of all files that a first visit loads, gzipped.
LIMIT = 25_000
ROLES = sorted(path.relative_to(SITE).as_posix() for path in SITE.glob("roles/*/index.html"))

# The rules of style sheets that apply to something on the page, whatever its state: `[[sheet, rule]]`.
MATCHES = """sheets => {
  const states = /::[a-z-]+(\\([^)]*\\))?|:(hover|focus-visible|focus-within|focus|active|target|popover-open|checked|disabled)(?![a-z-])/g;
  const found = [];
  for (const [name, text] of sheets) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    const walk = rules => {
      for (const rule of rules) {
        if (rule.selectorText && document.querySelector(rule.selectorText.replace(states, ":is(*)"))) found.push([name, rule.cssText]);
        if (rule.cssRules) walk(rule.cssRules);
      }
    };
    walk(sheet.cssRules);
  }
  return found;
}"""


def kinds(site):
    """One page of each kind, the largest: it shows the most."""
    found = {}
    for path in sorted(site.rglob("*.html"), key=lambda path: path.stat().st_size):
        if kind := re.search(r'<body class="page-([\w-]+)', path.read_text("utf-8")):
            found[kind[1]] = path
    return found


def file(address):
    return pathlib.Path(urllib.parse.unquote(urllib.parse.urlsplit(address).path))


@pytest.mark.parametrize("name", SITES)
def test_a_page_links_the_sheets_that_have_rules_for_it(open_page, name):
    site = SITES[name]
    sheets = [(path.name, path.read_text("utf-8")) for path in sorted(site.glob("assets/handbook-*.css"))]
    assert len(sheets) > 10
    for kind, path in kinds(site).items():
        # The page for wrong addresses brings its own style.
        if kind == "404":
            continue
        page = open_page(path.as_uri(), bypass_csp=True)
        linked = {file(address).name for address in page.evaluate("[...document.styleSheets].map(sheet => sheet.href)")}
        matches = page.evaluate(MATCHES, sheets)
        styled = {rule for sheet, rule in matches if sheet in linked}
        # The dialog links its own when it opens.
        missing = [match for match in matches if match[1] not in styled and not match[0].startswith("handbook-search-")]
        assert not missing, f"{kind} in {path}"
        assert linked == {sheet for sheet, _ in matches if sheet in linked}, f"{kind} in {path}"
        page.context.close()


@pytest.mark.parametrize("address", ["index.html", *ROLES])
def test_a_first_visit_is_light(open_page, addresses, address):
    page = open_page(addresses["disk"] + address)
    icon = page.locator("link[rel=icon]").evaluate("link => link.href")
    files = {file(each) for each in [*page.asked, icon]}
    weight = {each.name: len(gzip.compress(each.read_bytes(), 9)) for each in files}
    assert sum(weight.values()) <= LIMIT, weight


def test_the_dialog_of_the_search_loads_its_style_when_it_first_opens(open_page, addresses):
    page = open_page(addresses["disk"] + "index.html")
    assert not any("handbook-search" in address for address in page.asked)
    page.keyboard.press("/")
    page.keyboard.type("data")
    dialog = page.locator("#_search")
    expect(dialog).to_have_css("display", "flex")
    expect(dialog).to_have_css("opacity", "1")
    expect(dialog.get_by_role("combobox")).to_have_value("data")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.keyboard.press("/")
    assert sum("handbook-search" in address for address in page.asked) == 1
    until(page, "document.querySelector('#_search').open")
    assert page.said == []


def test_the_dialog_of_the_search_is_seen_without_its_style(open_page, addresses):
    page = open_page(addresses["disk"] + "index.html")
    page.route("**/handbook-search-*.css", lambda route: route.abort())
    page.keyboard.press("/")
    dialog = page.locator("#_search")
    expect(dialog).to_be_visible()
    expect(dialog).to_have_css("opacity", "1")
