"""The map, the tree and the pictures on pages of roles, as a reader meets them."""

import pytest
from playwright.sync_api import expect

from conftest import OUTPUT, SITES, follow


def wide(page):
    return page.locator(".map-wide")


def label(page, title):
    return page.locator(".map a.map-role", has_text=title).locator("visible=true").first


def number(role):
    """The class of what belongs to a role."""
    return "n" + role.get_attribute("class").split(" m")[1].split()[0]


def lines(page):
    """For each visible line, the numbers of its two roles and whether it stands out."""
    return page.evaluate(
        """() => [...document.querySelectorAll('.map-figures .map .map-line')].filter(line => line.checkVisibility())
          .map(line => [line.getAttribute('class').match(/n\\d+/g).join(' '), Number(getComputedStyle(line).strokeOpacity) > 0.9])"""
    )


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("way", ["disk", "root", "sub-path"])
def test_labels_lead_to_the_pages_of_their_roles(open_page, addresses, way, script):
    page = open_page(addresses[way] + "map/index.html", java_script_enabled=script)
    follow(label(page, "Data Engineer"))
    assert page.locator("h1").inner_text() == "Data Engineer"
    assert page.said == []


@pytest.mark.parametrize("width", [1280, 390])
def test_one_picture_is_there_at_each_width_and_the_table_always(open_page, addresses, width):
    page = open_page(addresses["disk"] + "map/index.html", width=width, java_script_enabled=False)
    assert page.locator("svg.map").locator("visible=true").count() == 1
    assert wide(page).is_visible() == (width == 1280)
    expect(page.locator("table.map-table")).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("way", ["pointer", "keyboard"])
def test_a_role_under_the_pointer_or_in_focus_stands_out_with_its_lines(open_page, addresses, width, script, way):
    page = open_page(addresses["disk"] + "map/index.html", width=width, java_script_enabled=script, reduced_motion="reduce")
    everything = lines(page)
    assert len(everything) == 20 and all(is_lit for _, is_lit in everything)
    role = label(page, "Data Engineer")
    if way == "pointer":
        role.hover()
    else:
        role.focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
    own = {names for names, _ in everything if number(role) in names.split()}
    assert len(own) == 5
    assert {names for names, is_lit in lines(page) if is_lit} == own
    assert page.said == []


def test_the_keyboard_goes_from_role_to_role_in_the_order_of_the_picture(open_page, addresses):
    page = open_page(addresses["disk"] + "map/index.html")
    titles = [text.replace("\n", " ") for text in wide(page).locator("a").all_text_contents()]
    wide(page).locator("a").first.focus()
    seen = []
    for _ in titles:
        seen.append(page.evaluate("document.activeElement.textContent"))
        stroke = page.evaluate("getComputedStyle(document.activeElement.querySelector('rect')).strokeWidth")
        assert stroke == "3px"
        page.keyboard.press("Tab")
    assert [" ".join(text.split()) for text in seen] == [" ".join(text.split()) for text in titles]


def test_the_address_names_a_role_and_a_roles_page_leads_there(open_page, addresses):
    page = open_page(addresses["disk"] + "roles/data-engineer/index.html", reduced_motion="reduce")
    follow(page.locator("a", has_text="See it on the map"))
    assert page.url.endswith("map/index.html#role-data-engineer")
    lit = {names for names, is_lit in lines(page) if is_lit}
    assert lit == {names for names, _ in lines(page) if number(label(page, "Data Engineer")) in names.split()} != set()
    # The pointer comes first while it is there.
    label(page, "Chief AI Officer").hover()
    assert {names for names, is_lit in lines(page) if is_lit} != lit
    assert page.evaluate("document.querySelector('.map-figures').getBoundingClientRect().top") >= 0


@pytest.mark.parametrize("name", SITES)
@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1280])
def test_labels_fit_their_regions_and_the_page_does_not_scroll_sideways(open_page, name, width):
    """What the build reckons without a font, measured with one."""
    for path in ["map/index.html", "tree/index.html"]:
        page = open_page((SITES[name] / path).as_uri(), width=width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        wrong = page.evaluate(
            """() => [...document.querySelectorAll('svg.map')].filter(svg => svg.checkVisibility()).flatMap(svg => {
              const boxes = [...svg.querySelectorAll('a')].map(a => [a.textContent, a.querySelector('text').getBBox(), a.querySelector('rect').getBBox()]);
              const out = boxes.filter(([, t, r]) => t.x < r.x - 1 || t.x + t.width > r.x + r.width + 1 || t.y < r.y - 1 || t.y + t.height > r.y + r.height + 1);
              const meet = boxes.filter(([, a], i) => boxes.some(([, b], j) => j > i && a.x < b.x + b.width && b.x < a.x + a.width
                && a.y + 2 < b.y + b.height && b.y + 2 < a.y + a.height));
              return [...out, ...meet].map(([text]) => text);
            })"""
        )
        assert wrong == []
        assert page.said == []
        page.context.close()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_a_roles_neighbourhood_fits_its_page(open_page, addresses, width):
    page = open_page(addresses["disk"] + "roles/ml-engineer/index.html", width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    picture = page.locator(".neighbours-figure svg.map").locator("visible=true")
    assert picture.count() == 1
    box = picture.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width
    follow(picture.locator("a", has_text="ML Researcher"))
    assert page.locator("h1").inner_text() == "ML Researcher"


def test_targets_are_large_enough_on_a_phone(open_page, addresses):
    page = open_page(addresses["disk"] + "map/index.html", width=320)
    heights = page.evaluate(
        "() => [...document.querySelectorAll('.map-narrow a rect')].map(rect => rect.getBoundingClientRect().height)"
    )
    assert len(heights) == 22 and min(heights) >= 24


def test_printed_the_map_is_the_wide_one(open_page, addresses):
    page = open_page(addresses["disk"] + "map/index.html", width=700)
    page.emulate_media(media="print")
    expect(wide(page)).to_be_visible()
    expect(page.locator(".map-narrow")).to_be_hidden()


def test_in_forced_colours_lines_and_labels_are_seen(open_page, addresses):
    page = open_page(addresses["disk"] + "map/index.html", forced_colors="active")
    line, text, ground = page.evaluate(
        """() => [getComputedStyle(document.querySelector('.map-wide .map-line')).stroke,
          getComputedStyle(document.querySelector('.map-wide a text')).fill, getComputedStyle(document.body).backgroundColor]"""
    )
    assert line != ground and text != ground


@pytest.mark.parametrize("path", ["map/map.svg", "tree/tree.svg"])
def test_a_picture_for_slides_stands_for_itself(open_page, addresses, path):
    page = open_page(addresses["disk"] + path)
    assert page.evaluate("document.documentElement.getBoundingClientRect().width") > 600
    assert page.said == []
    assert len(page.asked) == 1
    OUTPUT.mkdir(exist_ok=True)
    page.screenshot(path=OUTPUT / (path.rsplit("/", 1)[1] + ".png"))


def test_the_tree_leads_to_roles_without_a_script(open_page, addresses):
    for width in [1280, 390]:
        page = open_page(addresses["disk"] + "tree/index.html", width=width, java_script_enabled=False)
        # A phone has the list alone: the picture would be too small to read.
        assert page.locator("svg.map-tree").is_visible() == (width == 1280)
        follow(page.locator("ul.tree a", has_text="Data Engineer"))
        assert page.locator("h1").inner_text() == "Data Engineer"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["map/index.html", "map/index.html#role-data-engineer", "tree/index.html", "roles/data-engineer/index.html"])
def test_labels_stand_out_from_their_regions(open_page, addresses, path, scheme):
    """WCAG 2.2, 1.4.3, for text that axe-core does not measure; also for roles that step back behind the one in focus."""
    page = open_page(addresses["disk"] + path, color_scheme=scheme, reduced_motion="reduce")
    ratios = page.evaluate(
        """() => {
          const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
          const paint = (...layers) => { canvas.globalAlpha = 1; canvas.clearRect(0,0,1,1);
            for (const [color, alpha] of layers) { canvas.globalAlpha = alpha; canvas.fillStyle = color; canvas.fillRect(0,0,1,1); }
            return [...canvas.getImageData(0,0,1,1).data]; };
          const light = ([r,g,b]) => { const f = v => { v /= 255; return v <= .04045 ? v/12.92 : ((v+.055)/1.055)**2.4; };
            return .2126*f(r)+.7152*f(g)+.0722*f(b); };
          const body = getComputedStyle(document.body).backgroundColor;
          return [...document.querySelectorAll('svg.map')].filter(svg => svg.checkVisibility()).flatMap(svg => {
            const grounds = [...svg.querySelectorAll('.map-card, .map-root')];
            return [...svg.querySelectorAll('text')].map(text => {
              const box = text.getBBox(), x = box.x + box.width / 2, y = box.y + box.height / 2, style = getComputedStyle(text);
              const under = grounds.filter(rect => { const r = rect.getBBox();
                return r.x <= x && x <= r.x + r.width && r.y <= y && y <= r.y + r.height; }).map(rect => [getComputedStyle(rect).fill, 1]);
              const b = light(paint([body, 1], ...under));
              const a = light(paint([body, 1], ...under, [style.fill, Number(style.fillOpacity)]));
              return [(Math.max(a,b)+.05)/(Math.min(a,b)+.05), text.textContent];
            });
          });
        }"""
    )
    assert len(ratios) > 5
    assert [(round(ratio, 2), text) for ratio, text in ratios if ratio < 4.5] == []
