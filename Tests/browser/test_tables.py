"""Tables: filters of matrices, keys, copying, files, print."""

import csv
import io
import re

import pytest
from playwright.sync_api import expect

from conftest import until

MATRIX = "raci/core-tasks/index.html"
MATRICES = "raci/index.html"
WAYS = ["disk", "root"]

# Pages with tables of every kind: groups, lists, marks, letters, citations, prose.
WITH_TABLES = [
    "roles/index.html",
    "roles/data-engineer/index.html",
    "raci/index.html",
    "raci/lifecycle-stages/index.html",
    "compare/data-scientist/ml-engineer/index.html",
    "activities/index.html",
    "lifecycle/index.html",
    "teams/index.html",
    "teams/pilot/index.html",
    "eras/index.html",
    "skills/index.html",
]

# What a script hands to the clipboard, whatever the browser would do with it.
CLIPBOARD = """Object.defineProperty(navigator, 'clipboard', {value: {writeText: async text => { window.copied = text; }}});"""
# A browser that gives the page no clipboard.
NO_CLIPBOARD = """Object.defineProperty(navigator, 'clipboard', {value: undefined});
document.execCommand = name => { window.copied = document.activeElement.value; return name === 'copy'; };"""


def tasks(page):
    return page.locator(".matrix-part .matrix tbody tr:visible th").all_inner_texts()


def columns(page):
    return page.locator(".matrix-part .matrix thead th[data-role]:visible").all_inner_texts()


def choose_role(page, name):
    page.locator(".filter-roles summary").click()
    page.get_by_label(name, exact=True).check()
    page.keyboard.press("Escape")


@pytest.mark.parametrize("way", WAYS)
def test_rows_and_columns_without_the_letter_go(open_page, addresses, way):
    page = open_page(addresses[way] + MATRIX)
    assert len(tasks(page)) == 5 and len(columns(page)) == 8
    page.locator(".filter-letters input[value=R]").check()
    assert len(tasks(page)) == 5
    assert columns(page) == ["ML Eng", "SWE", "UX", "SME"]
    assert page.locator(".filter-count").inner_text() == "5 of 5 tasks"
    # A letter beside the one asked for steps back, but is still there to read.
    assert page.locator(".matrix td:visible.is-quiet").count() == 4 * 5 - 5
    assert page.said == []


@pytest.mark.parametrize("way", WAYS)
def test_a_role_keeps_the_rows_it_has_a_part_in_and_those_it_meets_there(open_page, addresses, way):
    page = open_page(addresses[way] + MATRICES)
    choose_role(page, "Executive Sponsor")
    assert tasks(page) == ["Feasibility"]
    assert columns(page) == ["Sponsor", "AI Eng", "DA"]
    assert page.locator(".filter-count").inner_text() == "1 of 10 tasks"
    page.get_by_label("With the others in their rows").uncheck()
    assert columns(page) == ["Sponsor"]
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(".filter-count")).to_have_text("")
    assert len(tasks(page)) == 10


def test_totals_count_the_rows_that_are_shown(open_page, addresses):
    page = open_page(addresses["disk"] + MATRIX + "#roles=domain-expert&letters=R")
    assert tasks(page) == ["Data pipeline build", "Model training"]
    row = page.locator(".matrix tfoot tr", has_text="Responsible")
    assert row.locator("td:visible").nth(columns(page).index("SME")).inner_text() == "2"
    assert row.locator("td:visible").nth(columns(page).index("PM")).inner_text() == ""


@pytest.mark.parametrize("way", WAYS)
def test_the_choice_stands_in_the_address(open_page, addresses, way):
    page = open_page(addresses[way] + MATRIX)
    choose_role(page, "Data Engineer")
    page.locator(".filter-letters input[value=C]").check()
    assert page.url.endswith("#roles=data-engineer&letters=C")
    found = tasks(page)
    page.reload()
    assert tasks(page) == found and len(found) == 4
    assert page.locator(".filter-chosen").inner_text() == "Data Eng"
    page.get_by_role("button", name="Show all").click()
    page.wait_for_url(addresses[way] + MATRIX)
    assert len(tasks(page)) == 5


def test_an_address_that_names_nobody_shows_everything(open_page, addresses):
    page = open_page(addresses["disk"] + MATRIX + "#roles=nobody,%E0%A4%A&letters=Q")
    assert len(tasks(page)) == 5
    assert page.said == []


def test_a_link_to_a_section_keeps_the_choice(open_page, addresses):
    page = open_page(addresses["disk"] + MATRICES + "#letters=A")
    count = len(tasks(page))
    assert count == 6
    page.evaluate("location.hash = '#_load'")
    until(page, "location.hash === '#_load'")
    assert len(tasks(page)) == count


def test_where_nothing_matches_that_is_said_and_no_empty_table_stands_there(open_page, addresses):
    page = open_page(addresses["disk"] + MATRIX + "#roles=ai-product-manager&letters=R")
    assert tasks(page) == []
    expect(page.locator(".matrix")).to_be_hidden()
    status = page.locator(".filter-count")
    assert status.inner_text() == "0 of 5 tasks"
    assert status.get_attribute("role") == "status"


def test_the_filter_is_worked_with_keys_alone(open_page, addresses):
    page = open_page(addresses["disk"] + MATRIX)
    page.locator(".filter-letters input[value=R]").focus()
    page.keyboard.press("Space")
    assert columns(page) == ["ML Eng", "SWE", "UX", "SME"]
    page.keyboard.press("Space")
    page.locator(".filter-roles summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.locator(".filter-chosen").inner_text() == "PM"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    expect(page.locator(".filter-roles ul")).to_be_hidden()


def test_without_javascript_nothing_dead_stands_there(open_page, addresses):
    page = open_page(addresses["disk"] + MATRIX, java_script_enabled=False)
    expect(page.locator(".matrix-filter")).to_be_hidden()
    expect(page.locator(".legend")).to_be_visible()
    assert page.locator(".copy-menu").count() == 0
    assert len(tasks(page)) == 5
    expect(page.get_by_role("link", name="Download as CSV")).to_be_visible()


def test_arrows_go_from_cell_to_cell_and_light_up_row_and_column(open_page, addresses):
    # Colours that fade in would be read on the way.
    page = open_page(addresses["disk"] + MATRIX, reduced_motion="reduce")
    lit = "getComputedStyle(document.querySelector('.matrix tbody tr:nth-child({}) > :nth-child({})')).backgroundColor"
    dark = page.evaluate(lit.format(4, 7))
    page.locator(".matrix thead a").nth(2).focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    at = "(({parentElement: row, cellIndex}) => [row.rowIndex, cellIndex])(document.activeElement.closest('td, th'))"
    assert page.evaluate(at) == [2, 4]
    row, column, other = (page.evaluate(lit.format(*place)) for place in ((2, 7), (4, 5), (4, 7)))
    assert row == column != dark
    assert other == dark
    page.keyboard.press("Home")
    assert page.evaluate("document.activeElement.textContent") == "Data pipeline build"
    page.keyboard.press("Control+End")
    assert page.evaluate(at) == [5, 0]
    page.keyboard.press("End")
    assert page.evaluate(at) == [5, 8]


def test_the_pointer_lights_up_row_and_column_without_javascript(open_page, addresses):
    page = open_page(addresses["disk"] + MATRIX, java_script_enabled=False, reduced_motion="reduce")
    cell = page.locator(".matrix tbody tr").nth(1).locator("td")
    color = "element => getComputedStyle(element).backgroundColor"
    before = cell.nth(5).evaluate(color)
    cell.nth(3).hover()
    assert cell.nth(5).evaluate(color) != before
    assert page.locator(".matrix tbody tr").nth(4).locator("td").nth(3).evaluate(color) != before
    assert page.locator(".matrix tbody tr").nth(4).locator("td").nth(5).evaluate(color) == before


def test_head_and_first_column_stay_while_a_table_scrolls_in_its_box(open_page, addresses):
    page = open_page(addresses["disk"] + MATRICES, width=900, height=500)
    box = page.locator(".table-box:has(> .matrix)").last
    box.scroll_into_view_if_needed()
    head, task = box.locator("thead th").first, box.locator("tbody th").nth(3)
    before = head.bounding_box(), task.bounding_box()["x"], box.locator("tbody td").first.bounding_box()
    box.evaluate("element => element.scrollTo(160, 120)")
    left, top = box.evaluate("element => [element.scrollLeft, element.scrollTop]")
    assert left > 0 and top > 0
    assert abs(head.bounding_box()["y"] - before[0]["y"]) < 2 and abs(head.bounding_box()["x"] - before[0]["x"]) < 2
    assert abs(task.bounding_box()["x"] - before[1]) < 2
    assert abs(box.locator("tbody td").first.bounding_box()["x"] - (before[2]["x"] - left)) < 2


def test_what_the_keyboard_reaches_is_not_under_the_fixed_head(open_page, addresses):
    page = open_page(addresses["disk"] + MATRICES, width=390, height=600)
    box = page.locator(".table-box:has(> .matrix)").last
    box.locator("thead a").nth(9).focus()
    for key in ["ArrowDown"] * 8 + ["ArrowUp"] * 7 + ["ArrowLeft"] * 5:
        page.keyboard.press(key)
        inside = page.evaluate(
            """() => { const cell = document.activeElement.closest('td, th'), box = cell.closest('.table-box').getBoundingClientRect();
              const head = cell.closest('table').tHead.rows[0].cells[0].getBoundingClientRect(), at = cell.getBoundingClientRect();
              return cell.cellIndex === 0 || (at.left >= head.right - 2 && at.top >= head.bottom - 2 && at.right <= box.right + 2); }"""
        )
        assert inside, key


def rows_of(text):
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize("address", WITH_TABLES)
def test_what_is_copied_is_what_the_file_says(open_page, addresses, site, address):
    page = open_page(addresses["disk"] + address)
    page.evaluate(CLIPBOARD)
    parts = page.locator(".table-part")
    assert parts.count() > 0
    for part in parts.all():
        part.locator(".copy-menu summary").click()
        part.get_by_role("button", name="Copy as CSV").click()
        until(page, "window.copied")
        file = site / address.replace("index.html", "") / part.locator("a[download]").get_attribute("href")
        assert page.evaluate("copied").encode() == file.resolve().read_bytes()
        page.evaluate("window.copied = undefined")


def test_a_table_of_the_prose_is_copied_as_markdown_too(open_page, addresses, site):
    address = next(
        path.relative_to(site).as_posix() for path in sorted(site.glob("guides/*/index.html")) if "<table>" in path.read_text("utf-8")
    )
    page = open_page(addresses["root"] + address)
    page.evaluate(CLIPBOARD)
    page.locator(".copy-menu summary").first.click()
    page.get_by_role("button", name="Copy as Markdown").first.click()
    until(page, "window.copied")
    lines = page.evaluate("copied").splitlines()
    table = page.locator(".prose table").first
    width = table.locator("thead th").count()
    assert len(lines) == table.locator("tr").count() + 1
    assert lines[1] == "|" + "---|" * width
    assert all(len(re.findall(r"(?<!\\)\|", line)) == width + 1 for line in lines)
    assert page.said == []


@pytest.mark.parametrize("start", [CLIPBOARD, NO_CLIPBOARD])
def test_copying_is_told_to_eye_and_ear(open_page, addresses, start):
    page = open_page(addresses["disk"] + MATRIX + "#roles=data-engineer&letters=A&others=no")
    page.evaluate(start)
    page.locator(".copy-menu summary").click()
    page.get_by_role("button", name="Copy as Markdown").click()
    expect(page.locator(".copy-said")).to_have_text("Copied")
    until(page, "document.querySelector('p.sr[role=status]:not(dialog *)').textContent === 'Copied'")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    # What is shown is what is copied.
    assert page.evaluate("copied") == "| Task | Data Eng |\n|---|---|\n| Data pipeline build | A |\n"


def test_the_menu_closes_with_escape_and_beside_it(open_page, addresses):
    page = open_page(addresses["disk"] + MATRIX)
    menu = page.locator(".copy-menu")
    for close in (lambda: page.keyboard.press("Escape"), lambda: page.locator("h1").click()):
        menu.locator("summary").click()
        expect(menu.get_by_role("button", name="Copy as CSV")).to_be_visible()
        close()
        expect(menu.get_by_role("button", name="Copy as CSV")).to_be_hidden()


def test_a_table_that_a_script_makes_has_the_menu_too(open_page, addresses):
    page = open_page(addresses["disk"] + "compare/index.html#roles=data-engineer,data-scientist")
    page.evaluate(CLIPBOARD)
    page.locator(".picker-result .copy-menu summary").click()
    page.get_by_role("button", name="Copy as CSV").click()
    until(page, "window.copied")
    assert rows_of(page.evaluate("copied"))[0][1:] == ["Data Engineer", "Data Scientist"]


def pages_of(pdf):
    """The sizes of a PDF's pages: width, height."""
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", pdf)
    assert len(boxes) == len(re.findall(rb"/Type\s*/Page\b", pdf))
    return [(float(width), float(height)) for width, height in boxes]


def test_a_matrix_is_printed_on_one_landscape_page(open_page, addresses):
    page = open_page(addresses["disk"] + MATRIX)
    sheets = pages_of(page.pdf(prefer_css_page_size=True))
    assert len(sheets) == 1
    assert sheets[0][0] > sheets[0][1]


@pytest.mark.parametrize("paper", [("8.27in", "11.69in"), ("8.5in", "11in")])
def test_ten_tasks_by_twelve_roles_fit_on_one_page(open_page, addresses, paper):
    page = open_page(addresses["disk"] + MATRIX)
    page.evaluate(
        """() => {
          document.querySelectorAll('.content > .prose').forEach(each => each.remove());
          const table = document.querySelector('.matrix'), body = table.tBodies[0];
          for (const row of table.rows) if (row.cells.length > 1) while (row.cells.length < 13) row.append(row.cells[3].cloneNode(true));
          while (body.rows.length < 10) body.append(body.rows[0].cloneNode(true));
        }"""
    )
    assert page.locator(".matrix thead th").count() == 13
    sheets = pages_of(page.pdf(width=paper[0], height=paper[1]))
    assert len(sheets) == 1 and sheets[0][0] > sheets[0][1]


def test_letters_are_printed_in_black_and_white(open_page, addresses):
    page = open_page(addresses["disk"] + MATRIX, color_scheme="dark")
    page.emulate_media(media="print")
    style = "element => { const {backgroundColor, color, printColorAdjust} = getComputedStyle(element); return [backgroundColor, color, printColorAdjust]; }"
    black, white = "rgb(0, 0, 0)", "rgb(255, 255, 255)"
    for letter in ("A", "R"):
        assert page.locator(".matrix tbody .letter", has_text=letter).first.evaluate(style) == [black, white, "exact"]
    expect(page.locator(".table-tools").first).to_be_hidden()
    expect(page.locator(".matrix-filter")).to_be_hidden()
    # The legend that the filter stood for is there again.
    expect(page.locator(".legend")).to_be_visible()


def test_where_colours_are_the_readers_own_shapes_remain(open_page, addresses):
    page = open_page(addresses["disk"] + MATRIX, forced_colors="active")
    look = """element => { const style = getComputedStyle(element); return [style.borderRadius, style.backgroundColor, style.borderTopWidth,
      element.getBoundingClientRect().width > 25]; }"""
    looks = {letter: tuple(page.locator(f".matrix tbody .letter.{shape}").first.evaluate(look))
             for letter, shape in {"A": "square", "R": "disc", "C": "ring", "I": "dot"}.items()}
    assert len(set(looks.values())) == 4
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert looks["A"][1] != ground and looks["R"][1] != ground and looks["I"][1] != ground
