"""The home page: questions that lead to answers, and the filter over the cards."""

import pytest
from playwright.sync_api import expect

from conftest import follow


@pytest.mark.parametrize("script", [True, False])
def test_a_question_opens_and_its_answers_are_links(open_page, addresses, script):
    page = open_page(addresses["disk"] + "index.html", java_script_enabled=script)
    answer = page.locator(".answers a", has_text="Deploy to production").first
    expect(answer).to_be_hidden()
    page.locator("summary", has_text="Who decides").click()
    follow(answer)
    assert page.locator("h1").inner_text() == "Deploy to production"


def visible(page):
    return page.locator(".sheet .card-title").all_inner_texts()


def test_cards_are_filtered_as_one_types(open_page, addresses):
    page = open_page(addresses["disk"] + "index.html")
    all_cards = visible(page)
    page.locator(".filter input").press_sequentially("platform eng")
    assert 0 < len(visible(page)) < 4
    assert page.locator(".filter output").inner_text() == f"{len(visible(page))} of {len(all_cards)} roles"
    page.locator(".filter button").click()
    expect(page.locator(".filter output")).to_have_text("")
    assert visible(page) == all_cards
    assert page.said == []


def test_cards_are_filtered_by_group_side_and_stage_and_the_choice_is_in_the_address(open_page, addresses):
    page = open_page(addresses["root"] + "index.html")
    page.locator(".filter select[name=group]").select_option(label="Data")
    of_group = visible(page)
    assert "Data Engineer" in of_group and "Chief AI Officer" not in of_group
    page.locator(".filter select[name=stage]").select_option(index=1)
    of_both = visible(page)
    assert set(of_both) <= set(of_group)
    again = open_page(page.url)
    assert visible(again) == of_both
    assert again.locator(".filter select[name=group]").input_value() == "data"


def test_nothing_that_matches_is_said(open_page, addresses):
    page = open_page(addresses["disk"] + "index.html")
    page.locator(".filter input").fill("zzzz")
    assert visible(page) == []
    assert page.locator(".filter output").inner_text() == "No role matches. Take a condition away."


def test_without_javascript_there_is_no_filter_and_every_card(open_page, addresses):
    page = open_page(addresses["disk"] + "index.html", java_script_enabled=False)
    expect(page.locator(".filter")).to_be_hidden()
    assert len(visible(page)) == 22
