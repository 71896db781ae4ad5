"""Every story of the tour played to its end on the page, by hand and by the helping button."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import expect

from sandbox.stories import load_stories
from tests.browser.conftest import Open
from tests.browser.hands import PATIENCE, Desk

pytestmark = pytest.mark.browser
STORIES = pytest.mark.parametrize("story", list(load_stories()))


def choose(desk: Desk, story: str) -> None:
    if desk.narrow:
        desk.tab("tour")
    desk.page.locator("#story").select_option(story)


def reached(desk: Desk, story: str, done: int) -> None:
    """Wait until the tour has come so far, here and in the sandbox."""
    deadline = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < deadline:
        stories = desk.page.request.get("/sandbox/stories").json()
        if next(one["done"] for one in stories if one["id"] == story) >= done:
            expect(desk.page.locator(".steps .done")).to_have_count(done)
            return
        desk.page.wait_for_timeout(100)
    raise AssertionError(f"the tour did not come to step {done}")


def no_violations(desk: Desk) -> None:
    state = desk.page.request.get("/sandbox/state").json()
    assert state["violations"] == []


@STORIES
@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_by_hand(office_stage: str, open_page: Open, story: str, size: str) -> None:
    desk = open_page(office_stage, size)
    choose(desk, story)
    for number, step in enumerate(load_stories()[story].steps):
        desk.by_hand(step)
        if step.see:
            desk.phone(step.see)
        reached(desk, story, number + 1)
    no_violations(desk)


@STORIES
def test_with_the_helping_button_in_large_text(
    office_stage: str, open_page: Open, story: str
) -> None:
    desk = open_page(office_stage, "phone")
    choose(desk, story)
    desk.page.locator("#big").click()
    for number, step in enumerate(load_stories()[story].steps):
        desk.help()
        reached(desk, story, number + 1)
        for key in filter(None, (step.who, step.see)):
            assert desk.phone(key).cut_labels() == [], f"step {number + 1}: {step.vi}"
    desk.tab("tour")
    expect(desk.page.locator("#tour .end")).to_be_visible()
    no_violations(desk)
