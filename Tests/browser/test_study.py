"""The page of questions: opened one by one, as flashcards, and as a quiz."""

import pytest
from playwright.sync_api import expect

from conftest import follow

STUDY = "study/index.html"

# Where the browser gives a page no storage.
NO_STORAGE = """Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }});"""

# Every question of the page as its markup has it: what is asked, in whose view, and what is right.
QUESTIONS = """() => [...document.querySelectorAll('details.question')].map(details => {
  const texts = [...details.querySelectorAll('.right-answers li')].map(item => item.textContent);
  return {
    ask: details.closest('.study-part').querySelector('h3').textContent,
    subject: details.querySelector('summary').firstChild.textContent.trim(),
    note: details.querySelector('.question-note')?.textContent ?? '',
    right: details.querySelector('.right-any') ? texts : [texts.join('; ')],
  };
})"""


@pytest.fixture
def study(open_page, addresses):
    def study(way="disk", **options):
        return open_page(addresses[way] + STUDY, **options)

    return study


def answers(page):
    return {(each["ask"], each["subject"], each["note"]): each["right"] for each in page.evaluate(QUESTIONS)}


def asked(page, part):
    """What is asked now, as a key of `answers`."""
    return tuple(page.locator(f"{part} .{name}").inner_text() if page.locator(f"{part} .{name}").is_visible() else "" for name in ("ask", "subject", "note"))


def choose(page, texts, wanted=True):
    """Moves with the arrow keys to a choice that is among the texts, or is not."""
    for _ in range(5):
        picked = page.evaluate("document.activeElement.checked ? document.activeElement.value : ''")
        if picked and (picked in texts) == wanted:
            return picked
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"no choice among {texts}")


def start(page, mode, only=None):
    """Starts a round by keyboard; `only` leaves one kind of question."""
    if only:
        for box in page.locator("input[name=kind]").all():
            if box.get_attribute("value") != only:
                box.focus()
                page.keyboard.press("Space")
    page.locator(f".desk-start button[value={mode}]").focus()
    page.keyboard.press("Enter")


def test_a_quiz_is_taken_by_keyboard_alone(study):
    page = study()
    right = answers(page)
    start(page, "quiz")
    for number in range(10):
        assert page.locator(".round-place").inner_text() == f"Question {number + 1} of 10"
        assert page.evaluate("document.activeElement.type") == "radio"
        known = right[asked(page, ".quiz")]
        assert page.locator(".choice").count() in (2, 3, 4)
        picked = choose(page, known, wanted=number != 3)
        page.keyboard.press("Enter")
        assert page.locator(".verdict-line").inner_text() == ("Wrong" if number == 3 else "Right")
        assert page.locator(".desk-said").inner_text().startswith("Wrong. right answer: " if number == 3 else "Right")
        assert page.locator(".quiz-feedback .proof a").get_attribute("href").startswith("../")
        assert page.locator(".choice.is-right").count() >= 1
        assert page.locator(".choice.is-wrong").count() == (1 if number == 3 else 0)
        if number == 3:
            assert picked not in known
        assert page.evaluate("document.activeElement.className").startswith("button quiz-next")
        page.keyboard.press("Enter")
    assert page.locator(".result-score").inner_text() == "9 of 10 right"
    assert page.evaluate("document.activeElement.tagName") == "H3"
    assert page.locator(".missed > li").count() == 1
    # The wrong one again.
    page.locator(".result-again").focus()
    page.keyboard.press("Enter")
    assert page.locator(".round-place").inner_text() == "Question 1 of 1"
    choose(page, right[asked(page, ".quiz")])
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert page.locator(".result-score").inner_text() == "1 of 1 right"
    expect(page.locator(".result-again")).to_be_hidden()
    assert page.said == []


def test_cards_are_turned_and_judged_by_keyboard_alone(study):
    page = study()
    start(page, "cards")
    answer = page.locator(".flash-answer")
    for number in range(10):
        expect(answer).to_be_hidden()
        # An arrow does nothing before the answer is seen.
        page.keyboard.press("ArrowRight")
        assert page.locator(".round-place").inner_text() == f"Question {number + 1} of 10"
        page.keyboard.press("Space" if number % 2 else "Enter")
        expect(answer).to_be_visible()
        assert page.evaluate("document.activeElement.className") == "flash-answer"
        page.keyboard.press("Space")
        expect(answer).to_be_hidden()
        page.keyboard.press("Space")
        page.keyboard.press("ArrowLeft" if number < 2 else "ArrowRight")
    assert page.locator(".result-score").inner_text() == "8 of 10 right"
    assert page.locator(".missed > li").count() == 2
    assert page.said == []


def test_the_links_of_a_card_are_no_part_of_turning_it(study):
    page = study()
    start(page, "cards")
    page.keyboard.press("Space")
    page.locator(".flash-answer a").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "study/" not in url)


def test_progress_survives_a_reload_and_can_be_forgotten(study):
    page = study("root")
    known = page.locator(".desk-known")
    count = len(page.evaluate(QUESTIONS))
    assert known.inner_text() == f"0 of {count} known"
    expect(page.locator(".desk-forget")).to_be_hidden()
    start(page, "cards")
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft"):
        page.keyboard.press("Space")
        page.keyboard.press(key)
    page.reload()
    assert known.inner_text() == f"2 of {count} known"
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.locator(".desk-forget").click()
    assert known.inner_text() == f"2 of {count} known"
    page.once("dialog", lambda dialog: dialog.accept())
    page.locator(".desk-forget").click()
    assert known.inner_text() == f"0 of {count} known"
    page.reload()
    assert known.inner_text() == f"0 of {count} known"
    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('handbook-study'))") == []


def test_what_was_missed_comes_before_what_is_known(study):
    page = study()
    start(page, "cards", only="drives")
    for number in range(5):
        page.keyboard.press("Space")
        page.keyboard.press("ArrowLeft" if number == 0 else "ArrowRight")
        if number == 0:
            missed = page.evaluate("Object.entries(JSON.parse(localStorage.getItem(Object.keys(localStorage)[0]))).find(([, box]) => box === 1)[0]")
    page.locator(".result-new").click()
    page.locator("select[name=size]").evaluate("select => { select.options[0].value = '1'; select.value = '1'; }")
    page.locator("button[value=cards]").click()
    subject = page.locator(f"details[data-id='{missed}'] summary").inner_text()
    assert page.locator(".flashcard .subject").inner_text() == subject


def test_without_storage_a_round_works_all_the_same(browser, addresses):
    context = browser.new_context()
    context.add_init_script(NO_STORAGE)
    page = context.new_page()
    said = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(addresses["disk"] + STUDY)
    start(page, "cards")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    page.locator(".round-end button").click()
    assert page.locator(".result-score").inner_text() == "1 of 1 right"
    assert said == []
    context.close()


def test_rubbish_in_the_storage_is_passed_over(study):
    page = study("root")
    count = len(page.evaluate(QUESTIONS))
    for rubbish in ("no JSON", "null", "[1]", '{"kpis-data-engineer": 99, "drives-feasibility": "x", "gone": 2}'):
        page.evaluate("text => localStorage.setItem('handbook-study:' + document.querySelector('.desk').dataset.store, text)", rubbish)
        page.reload()
        expected = 1 if "99" in rubbish else 0
        assert page.locator(".desk-known").inner_text() == f"{expected} of {count} known"
    assert page.said == []


def test_kinds_and_groups_can_be_chosen(study):
    page = study()
    for box in page.locator("input[name=kind]").all():
        box.set_checked(box.get_attribute("value") == "kpis")
    for box in page.locator("input[name=group]").all():
        box.set_checked(box.get_attribute("value") == "data")
    page.locator("select[name=size]").select_option("0")
    page.locator("button[value=cards]").click()
    assert page.locator(".flashcard .ask").inner_text() == "How is this role measured?"
    assert page.locator(".round-place").inner_text() == "Question 1 of 2"
    assert page.locator(".flashcard .subject").inner_text() in ("Data Engineer", "Data Labeling Lead")
    page.locator(".round-end button").click()
    page.locator("input[name=kind][value=kpis]").uncheck()
    page.locator("button[value=quiz]").click()
    assert page.locator(".desk-none").inner_text() == "No question fits this choice."
    expect(page.locator(".quiz")).to_be_hidden()


def test_two_rounds_are_not_in_one_order(study):
    page = study()
    orders = set()
    for _ in range(4):
        page.reload()
        start(page, "cards")
        orders.add(asked(page, ".flashcard"))
    assert len(orders) > 1


def test_a_question_without_javascript_opens_to_its_answer(study):
    page = study(java_script_enabled=False)
    expect(page.locator(".desk")).to_be_hidden()
    question = page.locator("details.question", has_text="Data Engineer").first
    expect(question.locator(".right-answers")).to_be_hidden()
    question.locator("summary").click()
    expect(question.locator(".right-answers")).to_be_visible()
    question.locator(".proof a").click()
    assert page.locator("h1").inner_text() == "Data Engineer"


@pytest.mark.parametrize("mode", ["quiz", "cards"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_a_round_scrolls_nowhere_sideways(study, width, mode):
    page = study(width=width)
    page.locator("select[name=size]").select_option("0")
    page.locator(f".desk-start button[value={mode}]").click()
    for _ in range(12):
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        if mode == "cards":
            page.keyboard.press("Space")
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            page.keyboard.press("ArrowLeft")
        else:
            page.keyboard.press("ArrowDown")
            page.keyboard.press("Enter")
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            page.keyboard.press("Enter")
    page.locator(".round-end button").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_choices_are_large_enough_to_touch(study):
    page = study(width=320)
    page.locator("button[value=quiz]").click()
    for choice in page.locator(".choice").all():
        assert choice.bounding_box()["height"] >= 44


def test_the_home_page_leads_there(open_page, addresses):
    page = open_page(addresses["disk"] + "index.html")
    page.locator("summary", has_text="How much of it sticks").click()
    follow(page.locator(".questions .answers-all a[href='study/index.html']"))
    assert page.locator("h1").inner_text() == "Study"
