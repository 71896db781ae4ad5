"""The bot in its sample office: loaded, run, killed, restored, and heard when it fails."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from sandbox.clock import ZONE, Clock
from sandbox.demo import Stage
from sandbox.errors import Impossible
from sandbox.moments import moment
from sandbox.office import OfficeError
from sandbox.people import BY_KEY, PEOPLE
from sandbox.phone import Phone
from sandbox.stories import DOINGS, Step, StoryError, do_step, load_stories

BOT = (sys.executable, str(Path(__file__).with_name("fake_bot.py")))


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    stage = Stage(BOT, tmp_path / "demo")
    async with stage.open(0):
        yield stage


def phone(stage: Stage, key: str) -> Phone:
    return stage.world.phone(BY_KEY[key].id)


async def test_nothing_of_this_machine_leaks_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPERATOR_CHAT_ID", "5")
    monkeypatch.setenv("BOT_API_BASE_URL", "https://api.telegram.org")
    stage = Stage(BOT, tmp_path / "demo")
    async with stage.open(0) as address:
        given = json.loads((tmp_path / "demo" / "office.db").read_text("utf-8"))
        assert given["BOT_API_BASE_URL"] == address.rstrip("/")
        assert "OPERATOR_CHAT_ID" not in given
        assert (tmp_path / "demo" / "seal.key").exists(), "a sealed visit can be played at once"


async def test_killed_in_the_middle_and_started_over(stage: Stage) -> None:
    nam = phone(stage, "nam")
    await nam.write("một")
    await nam.sees("Nghe: một")
    assert stage.backstage.restart is not None
    await stage.backstage.restart()
    await nam.write("hai")
    await nam.sees("Nghe: hai")
    assert stage.backstage.start_over is not None
    await stage.backstage.start_over()
    nam = phone(stage, "nam")
    assert not any(message.text == "hai" for message in nam.messages)
    await nam.write("ba")
    await nam.sees("Nghe: ba")


async def test_a_sample_that_cannot_be_loaded(tmp_path: Path) -> None:
    (tmp_path / "fail").touch()
    stage = Stage(BOT, tmp_path / "demo")
    with pytest.raises(OfficeError, match="out of paper"):
        async with stage.open(0):
            pass


async def test_a_bot_that_falls_over_is_heard(tmp_path: Path) -> None:
    (tmp_path / "crash").touch()
    stage = Stage(BOT, tmp_path / "demo")
    async with stage.open(0):
        assert stage.office is not None
        assert await asyncio.wait_for(stage.office.failed(), 5) == "the bot fell over"


async def test_steps_are_done_and_what_is_not_seen_is_said(stage: Stage) -> None:
    told = Step(do="write", who="nam", what="chào", expect="Nghe: chào", vi="", en="")
    await do_step(stage.world, told)
    never = Step(do="write", who="nam", what="x", expect="y", within=0.5, vi="", en="")
    with pytest.raises(StoryError, match="Chu Văn Nam does not see «y»"):
        await do_step(stage.world, never)
    with pytest.raises(StoryError, match="no button"):
        await do_step(stage.world, Step(do="tap", who="nam", what="z", within=0.1, vi="", en=""))


def test_stories_name_people_that_exist_and_speak_both_languages() -> None:
    stories = load_stories()
    assert "main" in stories
    for story in stories.values():
        assert story.vi
        assert story.en
        for step in story.steps:
            assert step.vi, step
            assert step.en, step
            assert step.do in DOINGS | {"clock", "note"}
            for key in (step.who, step.see):
                assert not key or key in BY_KEY
            if step.do == "clock":
                moment(step.what, Clock()())


def test_people_are_thirty_seven_and_a_few_volunteers() -> None:
    assert len({person.id for person in PEOPLE}) == len(PEOPLE) >= 40
    assert BY_KEY["nam"].id == 900000018


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("+1h", "2026-11-23T08:30"),
        ("mon 07:00", "2026-11-30T07:00"),
        ("mon 07:31", "2026-11-23T07:31"),
        ("sat 06:00", "2026-11-28T06:00"),
        ("2026-12-01T09:15", "2026-12-01T09:15"),
    ],
)
def test_moments(words: str, found: str) -> None:
    now = moment("2026-11-23T07:30", Clock()())
    assert moment(words, now).isoformat()[:16] == found
    assert now.tzinfo == ZONE


def test_words_that_are_no_moment() -> None:
    with pytest.raises(Impossible, match="«tomorrow» is no moment"):
        moment("tomorrow", Clock()())


async def test_the_clock_goes_forward_and_not_too_far() -> None:
    clock = Clock(moment("2026-11-23T07:30", Clock()()))
    clock.jump(clock() + timedelta(days=70))
    for wrong, words in ((-1, "forward"), (71, "at most 70 days")):
        with pytest.raises(Impossible, match=words):
            clock.jump(clock() + timedelta(days=wrong))
