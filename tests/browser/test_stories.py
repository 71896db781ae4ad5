"""Every story of the tour played to its end on the page, by hand and by the helping button."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import expect

from sandbox.people import BY_KEY
from sandbox.stories import Step, load_stories
from tests.browser.conftest import Open
from tests.browser.hands import PATIENCE, Desk

pytestmark = pytest.mark.browser
# The longest first, so that no worker is left alone with one at the end.
LONGEST_FIRST = sorted(load_stories().values(), key=lambda story: -len(story.steps))
STORIES = pytest.mark.parametrize("story", [story.id for story in LONGEST_FIRST])


def choose(desk: Desk, story: str) -> None:
    if desk.narrow:
        desk.tab("tour")
    desk.page.locator(f"[data-story={story}]").click()


def reached(desk: Desk, story: str, done: int) -> None:
    """Wait until the tour has come so far, here and in the sandbox, and looks at nothing more:
    what is tapped while it still reads the telephones would be taken for older words."""
    deadline = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < deadline:
        stories = desk.page.request.get("/sandbox/stories").json()
        if next(one["done"] for one in stories if one["id"] == story) >= done:
            expect(desk.page.locator(".steps .done")).to_have_count(done)
            expect(desk.page.locator(".choices .help:disabled")).to_have_count(0)
            return
        desk.page.wait_for_timeout(50)
    raise AssertionError(f"the tour did not come to step {done}")


def ended(desk: Desk) -> None:
    if desk.narrow:
        desk.tab("tour")
    expect(desk.page.locator("#tour .end")).to_be_visible()
    state = desk.page.request.get("/sandbox/state").json()
    assert state["violations"] == []


def cut(desk: Desk, step: Step) -> list[str]:
    """Labels that do not fit, on the telephones of a step; each is looked at and pictured."""
    keys = filter(None, (step.who, step.see))
    return [label for key in keys for label in desk.phone(key).cut_labels()]


def spoken_of(desk: Desk, step: Step) -> None:
    """The one telephone of a narrow screen is the one that the step speaks of, before a tap."""
    if desk.narrow and (key := step.who or step.see):
        shown = desk.page.locator(".phone.current")
        expect(shown).to_have_attribute("aria-label", f"Điện thoại của {BY_KEY[key].name}")


@STORIES
@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_by_hand(office_stage: str, open_page: Open, story: str, size: str) -> None:
    """On a telephone the text is large, and no label of a button may be cut."""
    desk = open_page(office_stage, size)
    choose(desk, story)
    if desk.narrow:
        desk.page.locator("#big").click()
        desk.tab("phones")
    steps = load_stories()[story].steps
    spoken_of(desk, steps[0])
    for number, step in enumerate(steps, 1):
        desk.by_hand(step)
        reached(desk, story, number)
        for following in steps[number : number + 1]:  # before a finger turns to another telephone
            spoken_of(desk, following)
        assert cut(desk, step) == [], f"step {number}: {step.vi}"
        desk.picture(f"{story}-{size}-{number:02}")
    ended(desk)


def test_with_the_helping_button(office_stage: str, open_page: Open) -> None:
    """The window is closed in the middle, and another one goes on."""
    desk = open_page(office_stage, "desktop")
    choose(desk, "direction")
    for number in range(len(load_stories()["direction"].steps)):
        if number == 2:
            desk.page.close()
            desk = open_page(office_stage, "desktop")
            choose(desk, "direction")
            expect(desk.page.locator(".steps .done")).to_have_count(2)
        desk.help()
        reached(desk, "direction", number + 1)
    ended(desk)
    choose(desk, "which")
    expect(desk.page.locator("#tour .fresh")).to_contain_text("mời làm lại từ đầu")
    desk.page.locator("#tour .fresh button").click()
    desk.answer("Đồng ý")
    desk.notices("đã về lúc đầu")
    expect(desk.page.locator("#tour .fresh")).to_have_count(0)
    for number in range(len(load_stories()["which"].steps)):
        desk.help()
        reached(desk, "which", number + 1)
    ended(desk)
