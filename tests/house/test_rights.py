"""The table of rights: every deed and view by everybody, as decided, and nobody from elsewhere
changes or reads what is not theirs."""

from pathlib import Path

import pytest

from handlers.kit.router import Router
from handlers.routes import routers
from tests.helpers.rights import FOREIGN, at_work, decided, deeds, measure
from tests.helpers.rights_told import told, untold
from tests.town import HANH, Town

PUBLIC = {
    "office.arrival.arrive": "whom to call at the office stands on its door",
    "registrations.entering.tapped": "who keeps the data, before anybody agrees under a poster",
    "registrations.looking.coming_on": "the days that everybody is invited to",
    "registrations.looking.coming_up": "the days that everybody is invited to",
    "registrations.looking.named_ahead": "the days that everybody is invited to",
}
"""What is told to whoever asks, and why."""
OF_NOBODY = {
    *("start.begin", "start.unmute", "assignments.behalf.right"),
}
"""What everybody does with a question or a bell of their own: nobody else has any."""
BY_WHAT_THEY_HOLD = {
    *("office.arrival.arrive_by_phone", "supervision.guests.open_link", "supervision.guests.say"),
    *("supervision.guests.when", "supervision.guests.say_typed", "supervision.guests.when_typed"),
}
"""Whoever holds the link or the telephone; whoever does not: test_guests.py, test_arrival.py."""
NOT_SHOWN = {
    "activities.whereabouts.leave_place",
    "assignments.completion.happened_today",
    *("digest.office.ask_asks", "digest.office.write_asks", "office.holidays.holidays_page"),
    *("registrations.guardians.refuse_guardian", "roll.call.reopen", "roll.call.turn_page"),
    *("office.volunteers.volunteer_page", "office.hours.ask"),
    "assignments.words.since",
    *("turnout.photos.save_asked", "office.arrival.let_move"),
}
"""What is still to be shown: `python -m tests.helpers.rights_told STORY` takes one off."""
COUNTS = "SELECT (SELECT count(*) FROM journal), (SELECT count(*) FROM expectation)"


def test_every_deed_and_view_has_a_decision() -> None:
    """A new one fails here until `python -m tests.helpers.rights` was run and read."""
    assert set(deeds()) - set(decided()) == set(), "undecided"
    assert set(decided()) - set(deeds()) == set(), "decided, and not there any more"
    needs = {name: deed.needs.value for name, deed in deeds().items()}
    others = [f"{n}: decided {row['needs']}, needs {needs[n]}" for n, row in decided().items()
              if row["needs"] != needs[n]]  # fmt: skip
    assert others == [], "another right than was decided: python -m tests.helpers.rights"


async def test_everybody_gets_through_where_it_was_decided(town: Town, tmp_path: Path) -> None:
    await at_work(town)
    found, expected = measure(town, tmp_path), decided()
    wrong = [
        f"{name}: decided {expected[name]['through']}, gets through {row['through']}"
        for name, row in found.items()
        if row != expected.get(name)
    ]
    assert not wrong, "\n".join(wrong)


def test_what_the_table_cannot_try_is_shown_in_a_story() -> None:
    """A row of nobody would stand whatever the code does; what is done in a story is tried by
    everybody else while it is told (`pytest_runtest_call` in tests/conftest.py)."""
    shown = told()
    excused = OF_NOBODY | BY_WHAT_THEY_HOLD | NOT_SHOWN
    assert set(untold()) - set(shown) == excused, "no story does it, or one does by now"
    assert set(shown) - set(untold()) == set(), "the table tries it itself"
    assert [name for name, row in shown.items() if row["by"] not in row["through"]] == []


def test_nobody_from_elsewhere_is_told_more_than_everybody() -> None:
    let_in = {name for name, row in decided().items() if set(FOREIGN) & set(row["through"])}
    assert let_in == set(PUBLIC)


@pytest.mark.parametrize("half", [0, 1])
async def test_an_anonymous_admin_does_nothing_by_any_command(town: Town, half: int) -> None:
    """In two halves: of a stranger's flood the rest is not read."""
    group = town.world.group("Cả cơ quan", [town.phone(HANH)])
    await group.add_bot(town.phone(HANH))
    await group.add(town.phone(HANH), "anonymous")
    await town.settle()
    before = await town.sql(COUNTS)
    commands = sorted(Router().include(routers()).commands)[half::2]
    for command in commands:
        await group.write(town.phone(HANH), f"/{command}")
        await town.settle()
    said = [message.text for message in group.messages if message.outgoing]
    assert len(commands) > 15
    assert len([text for text in said if "ẩn danh" in text]) == len(commands)
    assert await town.sql(COUNTS) == before
    assert await town.sql("SELECT count(*) FROM chat") == [(0,)]
