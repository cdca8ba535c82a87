"""What comes out on paper."""

import re

import pytest
from playwright.sync_api import expect

ROLES = 22
SHEETS = {
    "role": "roles/data-scientist/index.html",
    "comparison": "compare/data-scientist/ml-engineer/index.html",
    "matrix": "raci/core-tasks/index.html",
    "activity": "activities/deploy-to-production/index.html",
    "source": "sources/roles-in-an-ai-team/index.html",
    "study": "study/index.html",
    "cards": "print/cards/index.html",
    "print": "print/index.html",
}


def sheets(page, **options):
    """The pages of the PDF, each as its width and height."""
    pdf = page.pdf(prefer_css_page_size=True, format="A4", **options)
    boxes = re.findall(rb"/Type /Page\b(?!s).*?/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]|/MediaBox \[0 0 ([\d.]+) ([\d.]+)\].*?/Type /Page\b(?!s)", pdf, re.DOTALL)
    count = len(re.findall(rb"/Type /Page\b(?!s)", pdf))
    found = [tuple(float(part) for part in box if part) for box in boxes]
    assert count and len(found) == count
    return found


def test_one_card_is_one_sheet(open_page, addresses):
    page = open_page(addresses["disk"] + "roles/data-engineer/index.html")
    page.locator("a", has_text="Print card").click()
    page.wait_for_url(lambda url: url.endswith("print/cards/index.html#card-data-engineer"))
    assert page.locator(".fact-card:visible h2").all_inner_texts() == ["Data Engineer"]
    assert len(sheets(page)) == 1
    page.emulate_media(media="print")
    assert page.locator(".fact-card:visible h2").all_inner_texts() == ["Data Engineer"]
    page.emulate_media(media="screen")
    page.locator("a", has_text="All cards").click()
    assert page.locator(".fact-card:visible").count() == ROLES


def test_every_card_fits_its_sheet(open_page, addresses):
    page = open_page(addresses["disk"] + "print/cards/index.html")
    for card in page.locator(".fact-card").all():
        name = card.get_attribute("id")
        page.evaluate("name => { location.hash = name }", name)
        assert len(sheets(page)) == 1, name


def test_cards_are_four_to_a_sheet(open_page, addresses):
    page = open_page(addresses["disk"] + "print/cards/index.html")
    assert len(sheets(page)) == -(-ROLES // 4)


def test_the_whole_handbook_has_more_sheets_than_roles_and_its_matrices_lie_across(open_page, addresses):
    page = open_page(addresses["disk"] + "print/index.html")
    found = sheets(page)
    assert len(found) > ROLES
    assert sum(width > height for width, height in found) >= 2
    assert sum(width < height for width, height in found) > ROLES


def test_links_in_the_whole_handbook_stay_in_it(open_page, addresses):
    page = open_page(addresses["disk"] + "print/index.html")
    page.locator(".book-contents a", has_text="Data Scientist").first.click()
    assert page.url.endswith("print/index.html#roles/data-scientist")
    heading = page.locator("[id='roles/data-scientist'] h3", has_text="Data Scientist").first
    assert -50 < heading.bounding_box()["y"] < 400
    page.locator("[id='roles/data-scientist'] a.mention, [id='roles/data-scientist'] .prose a").first.click()
    assert "print/index.html#" in page.url


@pytest.mark.parametrize("kind", SHEETS)
def test_paper_has_no_navigation_and_no_buttons(open_page, addresses, kind):
    page = open_page(addresses["disk"] + SHEETS[kind])
    page.emulate_media(media="print")
    seen = page.evaluate(
        "() => [...document.querySelectorAll('nav:not(.book-contents), button, select, .screen-only, .table-tools')]"
        ".filter(element => element.checkVisibility()).map(element => element.outerHTML.slice(0, 80))"
    )
    assert seen == []


@pytest.mark.parametrize("kind", SHEETS)
def test_nothing_is_cut_off_at_the_edge_of_the_paper(open_page, addresses, kind):
    # A4 without its margins, in the browser's pixels.
    page = open_page(addresses["disk"] + SHEETS[kind], width=round((210 - 32) / 25.4 * 96))
    page.emulate_media(media="print")
    wide = page.evaluate(
        "() => [...document.querySelectorAll('main *')].filter(element => element.checkVisibility()"
        " && !element.closest('.of-matrix, .of-matrices, .of-roles, .of-teams, .of-lifecycle, .of-eras, .sr, caption')"
        # The marks of citations have room to be touched round them.
        " && element.getBoundingClientRect().right > innerWidth + (element.matches('.cite') ? 8 : 2)).map(element => element.outerHTML.slice(0, 80))"
    )
    assert wide == []


def test_the_address_of_a_link_elsewhere_is_printed(open_page, addresses):
    page = open_page(addresses["disk"] + SHEETS["source"])
    page.emulate_media(media="print")
    link = page.locator(".prose a.external").first
    shown = link.evaluate("element => getComputedStyle(element, '::after').content")
    assert link.get_attribute("href") in shown


def test_the_answers_of_the_study_page_are_printed(open_page, addresses):
    page = open_page(addresses["disk"] + SHEETS["study"])
    expect(page.locator(".right-answers").first).to_be_hidden()
    page.emulate_media(media="print")
    assert page.locator(".right-answers").first.bounding_box()["height"] > 5
    expect(page.locator(".desk")).to_be_hidden()


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("kind", ["print", "cards"])
def test_on_a_screen_nothing_scrolls_sideways(open_page, addresses, kind, width):
    page = open_page(addresses["disk"] + SHEETS[kind], width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.said == []


def test_the_print_button_prints_where_scripts_run_and_is_not_there_where_they_do_not(open_page, addresses):
    page = open_page(addresses["disk"] + SHEETS["cards"])
    page.evaluate("window.print = () => { window.printed = true }")
    page.locator(".print-button").click()
    assert page.evaluate("window.printed")
    page = open_page(addresses["disk"] + SHEETS["cards"], java_script_enabled=False)
    expect(page.locator(".print-button")).to_be_hidden()
