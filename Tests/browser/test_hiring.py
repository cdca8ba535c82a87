"""Questions on a page: without JavaScript, with it, from disk and from a server, on paper."""

import pytest
from playwright.sync_api import expect

from conftest import SITES, follow

GUIDE = "guides/who-to-hire-first/index.html"
DATA, BATCH, SHIP = (
    "is-there-reliable-labeled-data",
    "does-it-run-in-batch-or-in-real-time",
    "is-there-a-plan-to-ship",
)


def choose(page, question, answer):
    page.locator(f'input[name="{question}"][value="{answer}"]').check()


def cast(page):
    return [role.inner_text() for role in page.locator(".gathered-role").all() if role.is_visible()]


def outcomes(page):
    return [text for text in page.locator(".inquiry-outcome").all() if text.is_visible()]


def test_without_javascript_every_outcome_can_be_read_and_an_answer_brings_out_its_own(open_page, addresses):
    page = open_page(addresses["disk"] + GUIDE, java_script_enabled=False)
    all_of_them = page.locator(".inquiry-outcome").count()
    assert all_of_them > 8
    assert len(outcomes(page)) == all_of_them
    choose(page, DATA, "no")
    shown = [text.inner_text() for text in outcomes(page)]
    # Of this question's outcomes the other one steps back; the other questions keep theirs.
    assert len(shown) == all_of_them - 1
    assert any(text.startswith("Hire a Data Engineer and a Data Labeling Lead") for text in shown)
    page.locator(".inquiry-reset button").click()
    assert len(outcomes(page)) == all_of_them
    # Without a script nothing is gathered, so nothing says so.
    expect(page.locator(".gathered")).to_be_hidden()
    assert page.said == []


def test_without_styles_every_outcome_can_be_read_whatever_is_chosen(open_page, addresses):
    page = open_page(addresses["disk"] + GUIDE, java_script_enabled=False)
    choose(page, DATA, "no")
    page.route("**/*.css", lambda route: route.abort())
    page.reload()
    choose(page, DATA, "no")
    assert len(outcomes(page)) == page.locator(".inquiry-outcome").count()


def test_the_form_leads_nowhere_when_it_is_sent(open_page, addresses):
    page = open_page(addresses["disk"] + GUIDE, java_script_enabled=False)
    before = page.url
    page.locator(f'input[name="{DATA}"]').first.focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(100)
    assert page.url == before


@pytest.mark.parametrize("way", ["disk", "root", "sub-path"])
def test_answers_gather_the_cast_in_the_order_of_hiring(open_page, addresses, way):
    page = open_page(addresses[way] + GUIDE)
    always = ["AI Product Manager", "Domain Expert", "Data Engineer", "ML Engineer"]
    assert cast(page) == always
    choose(page, BATCH, "real-time")
    choose(page, DATA, "no")
    assert cast(page) == always[:2] + ["Software Engineer", "Data Engineer", "Data Labeling Lead", "ML Engineer", "MLOps Engineer"]
    # Each with the answers that ask for it, and a link to its card.
    engineer = page.locator('.gathered-roles > [data-role="data-engineer"]')
    reasons = [reason.inner_text() for reason in engineer.locator(".reasons li").all() if reason.is_visible()]
    assert reasons == ["Is there reliable, labeled data? No", "And in any case? For every pilot that means something"]
    assert "Questions answered: 2 of 5. Roles so far: 7." == page.locator(".gathered-count").inner_text()
    follow(engineer.locator("a.gathered-role"))
    assert page.locator("h1").inner_text() == "Data Engineer"
    assert page.url.startswith(addresses[way])
    assert page.said == []
    assert all(url.startswith(addresses[way]) for url in page.asked)


def test_the_address_keeps_the_answers(open_page, addresses):
    page = open_page(addresses["disk"] + GUIDE)
    choose(page, DATA, "no")
    choose(page, SHIP, "not-yet")
    assert page.url.endswith(f"#{DATA}=no&{SHIP}=not-yet")
    shared = open_page(page.url)
    assert shared.locator(".inquiry-form input:checked").count() == 2
    assert "Data Labeling Lead" in cast(shared)
    # What the address does not know is passed over.
    strange = open_page(addresses["disk"] + GUIDE + f"#{DATA}=perhaps&nothing=no&%E0%A4%A=x&{SHIP}=yes")
    assert strange.locator(".inquiry-form input:checked").count() == 1
    assert strange.said == []
    # A link to a heading is no answer, and takes none away.
    page.locator('.outline a[href="#questions"]').click()
    assert page.locator(".inquiry-form input:checked").count() == 2
    # Another address in the same window is read again.
    page.evaluate(f"location.hash = '{DATA}=yes'")
    expect(page.locator(".inquiry-form input:checked")).to_have_count(1)
    page.locator(".inquiry-reset button").click()
    expect(page.locator(".inquiry-form input:checked")).to_have_count(0)
    page.wait_for_url(lambda url: "#" not in url)


def test_the_shape_that_fits_best_is_named_with_what_it_lacks(open_page, addresses):
    page = open_page(addresses["disk"] + GUIDE)
    fit = lambda: [" ".join(shape.inner_text().split()) for shape in page.locator("[data-shape]").all() if shape.is_visible()]
    assert len(fit()) == 1
    assert fit()[0].startswith("Pilot: ")
    choose(page, SHIP, "yes")
    assert "Not on it: Software Engineer" in fit()[0]
    choose(page, "is-the-models-performance-critical-to-the-business", "yes")
    assert fit()[0].startswith("Production: ")
    assert "Not on it: Domain Expert" in fit()[0]
    assert "Analytics and Monitoring Specialist" in fit()[0]


def test_what_the_cast_leaves_open_is_what_the_pages_of_teams_say(open_page, addresses):
    """The answers that give the cast of the pilot, its optional places included, leave open what its page says."""
    team = open_page(addresses["disk"] + "teams/pilot/index.html")
    rows = team.locator('section:has(> #uncovered) tbody th').all_inner_texts()
    page = open_page(addresses["disk"] + GUIDE)
    choose(page, SHIP, "yes")
    hidden = page.locator("[data-open]:not([hidden]) > strong").all_inner_texts()
    # Shipping asks for a Software Engineer, whom the pilot has not: the deployment is done.
    assert hidden[: len(rows) - 1] == [row for row in rows if row != "Deploy to production"]


def test_printed_it_has_the_answers_and_the_cast(open_page, addresses):
    page = open_page(addresses["disk"] + GUIDE)
    choose(page, DATA, "no")
    page.emulate_media(media="print")
    expect(page.locator(".gathered")).to_be_visible()
    expect(page.locator(".inquiry-reset")).to_be_hidden()
    expect(page.locator(f'input[name="{DATA}"]:checked')).to_be_visible()
    assert len(page.pdf()) > 1_000


def test_it_speaks_the_handbooks_language(open_page):
    address = SITES["station"].as_uri() + "/abl%C3%A4ufe/verst%C3%A4rkung/index.html"
    page = open_page(address)
    assert cast(page) == ["Stationsleitung", "Pflegefachperson", "Stationsärztin"]
    choose(page, "gehen-viele-nicht-nach-hause-sondern-in-ein-heim", "öfter-als-einmal-in-der-woche")
    assert cast(page) == ["Stationsleitung", "Pflegefachperson", "Sozialdienst", "Stationsärztin"]
    assert page.locator(".gathered-count").inner_text() == "Beantwortet: 1 von 2. Rollen bisher: 4."
    assert open_page(page.url).locator(".inquiry-form input:checked").count() == 1


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_of_teams_or_stages_scrolls_sideways(open_page, addresses, width, scheme):
    for path in (GUIDE, "teams/index.html", "teams/pilot/index.html", "lifecycle/data-preparation/index.html", "eras/index.html"):
        page = open_page(addresses["disk"] + path, width=width, color_scheme=scheme)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert page.said == []
