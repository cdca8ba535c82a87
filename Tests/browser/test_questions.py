"""The questions that readers bring, answered from the home page in at most three clicks or one search.

Each test starts at the home page, counts its clicks and reads the answer off the page as a person would.
"""

import pytest

from conftest import follow


@pytest.fixture
def reader(open_page, addresses):
    class Reader:
        """Somebody at the home page, whose clicks are counted."""

        def __init__(self):
            self.page = open_page(addresses["root"] + "index.html")
            self.clicks = 0

        def click(self, selector, text):
            self.clicks += 1
            assert self.clicks <= 3, "more than three clicks"
            found = self.page.locator(f"{selector}:visible", has_text=text).first
            if selector.endswith(" a"):
                follow(found)
            else:
                found.click()

        def sees(self, selector, *words):
            text = self.page.locator(selector).first.inner_text()
            missing = [word for word in words if word not in text]
            assert missing == [], text

    return Reader()


def parts(page):
    """Who has which part in the activity of a page, by source: `{(source, part): [roles]}`."""
    return page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll('main .claim')].flatMap(claim => {
          const source = claim.querySelector('.claim-title')?.textContent.trim() ?? '';
          return [...claim.querySelectorAll('.parts > div')].map(part => [
            source + ' / ' + part.querySelector('dt').textContent.trim(),
            [...part.querySelectorAll('dd .role-list a')].map(a => a.textContent.trim()),
          ]);
        }))"""
    )


def test_who_decides_that_a_model_goes_live_and_who_does_it(reader):
    reader.click("summary", "Who decides")
    reader.click(".answers a", "Deploy to production")
    found = parts(reader.page)
    accountable = {role for key, roles in found.items() if key.endswith("/ Accountable") for role in roles}
    deciding = {role for key, roles in found.items() if key.endswith("/ Decides") for role in roles}
    responsible = {role for key, roles in found.items() if key.endswith("/ Responsible") for role in roles}
    assert "MLOps Engineer" in accountable
    assert "AI Engineer" in deciding
    assert responsible


def test_who_owns_feature_engineering(reader):
    reader.click("summary", "Who decides")
    reader.click(".answers a", "Feature engineering")
    reader.sees("main", "No source names anyone accountable.")
    assert any(parts(reader.page).values())


def test_the_smallest_cast_for_a_pilot_and_whom_to_add_for_production(reader):
    reader.click("summary", "What team")
    reader.click(".answers-all a", "Teams side by side")
    reader.sees("main", "AI Product Manager", "Data Engineer", "ML Engineer", "Domain Expert")
    reader.sees("main", "MLOps Engineer", "Software Engineer", "UX / ML Designer")


def test_how_a_data_scientist_differs_from_an_ml_engineer(reader):
    reader.click("summary", "What is the difference")
    reader.click(".answers a", "Data Scientist · ML Engineer")
    reader.sees("main", "Only", "Responsibilities")
    assert reader.page.locator(".versus-table").count() == 1


def test_what_a_data_engineer_lacks_to_be_an_mlops_engineer(reader):
    reader.click("#_contents a", "Comparisons")
    selects = reader.page.locator("form.picker select")
    selects.nth(0).select_option(label="Data Engineer")
    selects.nth(1).select_option(label="MLOps Engineer")
    reader.page.locator(".picker-only input").check()
    reader.sees(".picker-result", "Data Engineer", "MLOps Engineer", "Skills")
    assert reader.page.locator(".picker-result td").count() > 4


@pytest.mark.parametrize(
    "name, role",
    [("platform engineer", "MLOps Engineer"), ("annotation lead", "Data Labeling Lead")],
)
def test_where_another_name_is_found(reader, name, role):
    reader.page.locator(".filter input").fill(name)
    assert role in reader.page.locator(".sheet .card-title").all_inner_texts()
    reader.click(".sheet .card-title a", role)
    reader.sees("main", name.title())


def test_which_role_is_accountable_most_often(reader):
    reader.click("#_contents a", "Matrices")
    most = reader.page.evaluate(
        """() => {
          const table = document.querySelector('#_load').closest('section').querySelector('table');
          const head = [...table.tHead.rows[0].cells].map(cell => cell.innerText.trim());
          const column = head.findIndex(text => text.startsWith('Accountable'));
          const rows = [...table.tBodies[0].rows].map(row => [row.cells[0].innerText.trim(), Number.parseInt(row.cells[column].innerText)]);
          const top = Math.max(...rows.map(row => row[1]));
          return rows.filter(row => row[1] === top);
        }"""
    )
    assert most == [["MLOps Engineer", 2]]


def test_when_legal_comes_in(reader):
    reader.page.locator(".filter input").fill("legal")
    reader.sees(".sheet .card", "When to involve", "From scoping through production")


def test_what_changed_with_llms(reader):
    reader.click("#_contents a", "Eras")
    reader.sees("main", "Before LLMs", "With LLMs", "new", "kept", "gone")


def test_which_source_says_that_ai_engineers_decide_on_deployment_and_who_contradicts_it(reader):
    reader.click("summary", "Who says otherwise")
    reader.click(".answers a", "Deploy to production")
    found = parts(reader.page)
    says = {key.split(" / ")[0] for key, roles in found.items() if key.endswith("/ Decides") and "AI Engineer" in roles}
    against = {
        key.split(" / ")[0]
        for key, roles in found.items()
        if key.split(" / ")[1] in ("Accountable", "Decides") and "AI Engineer" not in roles and roles
    }
    assert says and against - says
    reader.sees("main", "Sources differ")
