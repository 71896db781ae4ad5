"""What the nightly job forgets, and when: words, photos, updates; the figures stay."""

import json
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from domain.letters import Message
from domain.retention import DAYS
from storage import Work, inbox
from storage.inbox import Arrival
from tests.helpers.activities import open_saturday, plan_saturday
from tests.helpers.assignments import give
from tests.helpers.registrations import join
from tests.town import BINH, CUONG, MAI, THANG, Town, clock

NOW = clock(21, 12)


async def night(town: Town, days_later: int) -> None:
    """The night that follows so many days after the Saturday."""
    town.now = NOW + timedelta(days=days_later)
    await town.go_to(town.now + timedelta(days=1))


async def report(town: Town) -> None:
    """A point's figure in the leader's own words, with a photo and a phrase learned from it."""
    await plan_saturday(town)
    await town.go_to(clock(21, 10, 31))
    await town.write(CUONG, "45 người: ĐTN 20, PN 15")
    await town.tap(CUONG, "45")
    await town.tap(CUONG, "Đúng")
    await town.go_to(NOW)

    def photo(work: Work) -> None:
        work.photos.add(1, town.person(CUONG), "file", "unique", "", work.now)

    await town.work(photo)


@pytest.mark.parametrize(
    ("what", "sql"),
    [
        ("staff_words", "SELECT count(*) FROM turnout WHERE raw <> ''"),
        ("phrases", "SELECT count(*) FROM phrase"),
        ("photos", "SELECT count(*) FROM point_photo"),
    ],
)
async def test_words_and_photos_go_in_their_night(town: Town, what: str, sql: str) -> None:
    await report(town)
    assert await town.sql(sql) == [(1,)]
    await night(town, DAYS[what] - 2)
    assert await town.sql(sql) == [(1,)], "not a day too early"
    await night(town, DAYS[what] + 1)
    assert await town.sql(sql) == [(0,)]
    assert await town.sql("SELECT total FROM turnout") == [(45,)], "the figure stays"


async def test_answered_updates_go_but_the_newest_number_stays(town: Town) -> None:
    await town.write(CUONG, "chào")
    await town.write(CUONG, "chào")
    await town.settle()
    assert await town.sql("SELECT count(*) > 1 FROM inbox") == [(1,)]
    await night(town, DAYS["ended_updates"] + 1)
    assert await town.sql("SELECT count(*) FROM inbox") == [(1,)]


async def test_who_took_a_step_is_forgotten_after_two_years_and_nothing_else(town: Town) -> None:
    await give(town, THANG, "Bình")
    await town.tap(BINH, "Nhận việc")
    rest = "SELECT id, at, event, subject, was, became FROM journal WHERE kind = 'assignment'"
    who = "SELECT DISTINCT who FROM journal WHERE kind = 'assignment'"
    steps = await town.sql(rest)
    await night(town, DAYS["steps_of_tasks"] - 4)
    assert len(await town.sql(who)) == 2, "not a day too early"
    await night(town, DAYS["steps_of_tasks"] + 1)
    assert (await town.sql(rest))[: len(steps)] == steps
    assert ("forgotten",) in await town.sql(who)
    told = "SELECT count(*) FROM journal WHERE kind = 'assignment' AND text IS NOT NULL"
    assert await town.sql(f"{told} AND id <= {steps[-1][0]}") == [(0,)]
    for change in ("became = 'done'", "who = 'forgotten', text = NULL, at = '2020'"):
        with pytest.raises(sqlite3.IntegrityError):
            await town.sql(f"UPDATE journal SET {change}")


async def test_words_that_no_deed_could_take_wait_a_week(town: Town) -> None:
    def fail(work: Work) -> None:
        connection = work.connection
        inbox.arrive(connection, 1, [Arrival(7, CUONG.id, '{"text": "riêng tư"}')], work.now)
        inbox.quarantine(connection, 1, 7, "fault", work.now)

    await town.work(fail)
    kept = "SELECT body IS NOT NULL FROM inbox WHERE update_id = 7"
    since = (NOW.date() - town.now.date()).days
    await night(town, DAYS["unread_words"] - since - 2)
    assert await town.sql(kept) == [(1,)]
    await night(town, DAYS["unread_words"] + 1)
    assert await town.sql(kept) == [(0,)]


async def test_a_question_nobody_answered_is_forgotten(town: Town) -> None:
    await plan_saturday(town)
    await town.phone(CUONG).press("s.group:1", 1)
    await town.settle()
    waiting = "SELECT count(*) FROM expectation WHERE topic = 'group'"
    assert await town.sql(waiting) == [(1,)]
    await night(town, 0)
    assert await town.sql(waiting) == [(0,)]


async def test_letters_go_after_a_month_and_requests_about_data_after_five_years(
    town: Town,
) -> None:
    await plan_saturday(town)
    await town.go_to(clock(21, 10, 31))
    await town.write(CUONG, "/dulieu")
    await town.work(lambda work: work.consents.asked("somebody", "delete", NOW))
    await town.work(lambda work: work.tell(town.person(CUONG), "old", Message("turnout.thanks")))
    await town.settle()
    letters = "SELECT count(*) FROM letter WHERE key = 'old'"
    requests = "SELECT count(*) FROM data_request"
    await night(town, DAYS["letters"] - 2)
    assert await town.sql(letters) == [(1,)]
    await night(town, DAYS["letters"] + 1)
    assert await town.sql(letters) == [(0,)]
    await night(town, DAYS["sealed_consents"] - 2)
    assert await town.sql(requests) == [(1,)]
    await night(town, DAYS["sealed_consents"] + 1)
    assert await town.sql(requests) == [(0,)]


async def test_a_card_is_live_for_half_a_year_and_is_sent_anew_after_that(town: Town) -> None:
    def drawn(work: Work) -> None:
        work.cards.save(town.person(CUONG), "assignment:99", CUONG.id, 77, NOW)

    await town.work(drawn)
    await join(town, MAI, await open_saturday(town))
    cards = "SELECT count(*) FROM card WHERE subject = 'assignment:99'"
    drawings = "SELECT count(*) FROM letter WHERE kind = 'activity:1'"
    assert await town.sql(drawings) == [(1,)]
    await night(town, DAYS["letters"] + 5)
    assert await town.sql(drawings) == [(0,)], "a drawing that is over is no letter any more"
    await night(town, DAYS["cards"] - 2)
    assert await town.sql(cards) == [(1,)]
    await night(town, DAYS["cards"] + 5)
    assert await town.sql(cards) == [(0,)]


async def test_what_is_much_goes_in_many_writes_of_one_night(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("actions.own_data.retention.AT_ONCE", 2)
    await town.settle()
    message = Message("turnout.thanks")
    for number in range(7):
        await town.work(lambda work, n=number: work.tell(town.person(CUONG), f"old{n}", message))
    await town.settle()
    letters = "SELECT count(*) FROM letter WHERE key LIKE 'old%'"
    assert await town.sql(letters) == [(7,)]
    await night(town, DAYS["letters"] + 1)
    assert await town.sql(letters) == [(0,)]


def traces(folder: Path, words: str) -> list[str]:
    """The files in which these words stand, as they are or as JSON writes them."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    forms = (words.encode(), json.dumps(words)[1:-1].encode())
    return [f.name for f in files if any(form in f.read_bytes() for form in forms)]


async def test_what_a_volunteer_typed_is_gone_when_it_is_answered(
    town: Town, tmp_path: Path
) -> None:
    await join(town, MAI, await open_saturday(town))
    words = "mình bận trông cháu nên chưa chắc đi được nhé"
    await town.write(MAI, words)
    await town.settle()
    await town.house.database.tidy()
    assert traces(tmp_path, words) == []


async def test_what_a_night_takes_is_in_no_fold_of_the_file(town: Town, tmp_path: Path) -> None:
    await report(town)
    typed = "45 người: ĐTN 20, PN 15"
    await night(town, DAYS["staff_words"] + 1)
    assert traces(tmp_path, typed) == []


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM journal",
        "UPDATE journal SET became = 'done'",
        "UPDATE journal SET at = '2020'",
    ],
)
async def test_what_happened_is_neither_changed_nor_deleted(town: Town, change: str) -> None:
    """By nobody: the file itself refuses."""
    await give(town, THANG, "Bình")
    rows = await town.sql("SELECT * FROM journal")
    with pytest.raises(sqlite3.IntegrityError):
        await town.sql(change)
    assert rows
    assert await town.sql("SELECT * FROM journal") == rows
