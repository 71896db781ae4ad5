"""No plan is lost before it is compared: what the statements find meets as if all were seen."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from functools import cache
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from actions.sample import load_sample
from benchmarks.overlap import INSERTS
from domain.overlap import Overlap, PlannedSpan, overlapping
from domain.periods import at
from storage.overlaps import Overlaps
from storage.rows import stamp
from tests.helpers.house import fresh
from tests.town import ICT

FIRST, TWO_YEARS = date(2026, 1, 1), 730
DAY, PLACE_OF_DAY, WORK, PLACE_OF_WORK, VISIT, OUTSIDE = INSERTS
ON = "UPDATE visit SET on_day = :on_day WHERE id = :id"
MEMBER = "INSERT INTO visit_member (visit_id, person_id, part) VALUES (:id, :person, 'head')"
INTO = "UPDATE visit SET stage = 'merged', kept_id = :kept WHERE id = :id"
MOVED = "UPDATE point SET leader_id = :person WHERE activity_id = :id"
LED = "UPDATE assignment SET lead_id = :person WHERE id = :id"
NUMBERED = "UPDATE outside_plan SET id = :id WHERE id = last_insert_rowid()"
KINDS = {
    "activity": (DAY, PLACE_OF_DAY, MOVED),
    "assignment": (WORK, PLACE_OF_WORK, LED),
    "visit": (VISIT, ON, MEMBER),
    "outside": (OUTSIDE, NUMBERED),
}
EACH, OURS = 60, 90_000
IDS = range(1, 4)
BODIES, THEMES = 7_000, 8_000


def _random(chance: Random, about: str, office: int) -> tuple[dict[str, object], PlannedSpan]:
    """A plan of a kind, as its rows say it and as it is."""
    kind, _, number = about.partition(":")
    first = FIRST + timedelta(days=chance.randrange(TWO_YEARS))
    last = first + timedelta(days=chance.choice((0, 0, 6, 40, 200, TWO_YEARS)))
    body, place, theme, person = (chance.choice(IDS) for _ in range(4))
    on_day = chance.choice((None, first, last + timedelta(days=30))) if kind == "visit" else None
    row = {
        "id": int(number),
        "office": office,
        "body": BODIES + body,
        "theme": THEMES + theme,
        "place": place,
        "person": person,
        "begins": stamp(at(first, time(8), ICT)),
        "ends": stamp(at(last, time(11), ICT)),
        "first": first.isoformat(),
        "last": last.isoformat(),
        "on_day": on_day.isoformat() if on_day else None,
    }
    looked_at, sees = kind in ("visit", "outside"), kind != "outside"
    return row, PlannedSpan(
        about,
        on_day or first,
        on_day or last,
        frozenset({BODIES + body} if looked_at else ()),
        frozenset({place} if sees else ()),
        frozenset({THEMES + theme} if looked_at else ()),
        frozenset({person} if sees else ()),
    )


@cache
def office() -> tuple[Overlaps, list[PlannedSpan]]:
    """An office with sixty plans of each kind, of a day and of two years, and with what became one
    with a visit."""
    connection, chance = fresh(), Random(15)
    number = load_sample(connection, FIRST).work.actor.office_id
    plans = []
    for n, kind in enumerate(kind for kind in KINDS for _ in range(EACH)):
        row, plan = _random(chance, f"{kind}:{OURS + n}", number)
        for insert in KINDS[kind]:
            connection.execute(insert, row)
        plans.append(plan)
    for n in range(EACH):
        at_ = chance.choice([i for i, plan in enumerate(plans) if plan.about.startswith("visit:")])
        row, merged = _random(chance, f"visit:{2 * OURS + n}", number)
        connection.execute(VISIT, row)
        connection.execute(
            INTO, {"id": row["id"], "kept": int(plans[at_].about.partition(":")[2])}
        )
        plans[at_] = _together(plans[at_], merged)
    return Overlaps(connection, number), plans


def _together(kept: PlannedSpan, merged: PlannedSpan) -> PlannedSpan:
    """What became one with it is of it, in its own days and with its own people."""
    return kept._replace(
        subjects=kept.subjects | merged.subjects,
        places=kept.places | merged.places,
        themes=kept.themes | merged.themes,
    )


@given(
    st.integers(-400, TWO_YEARS + 400),
    st.sampled_from((0, 7, 90, TWO_YEARS)),
    *(st.frozensets(st.sampled_from(IDS)) for _ in range(4)),
)
def test_whoever_meets_is_found(
    after: int,
    days: int,
    bodies: frozenset[int],
    places: frozenset[int],
    themes: frozenset[int],
    people: frozenset[int],
) -> None:
    overlaps, plans = office()
    first = FIRST + timedelta(days=after)
    mine = PlannedSpan(
        "mine",
        first,
        first + timedelta(days=days),
        frozenset(BODIES + one for one in bodies),
        places,
        frozenset(THEMES + one for one in themes),
        people,
    )
    near = overlaps.near(mine, ICT)
    ours = [plan for plan in near if int(plan.about.partition(":")[2]) >= OURS]
    assert _met(mine, ours) == _met(mine, plans)


def _met(mine: PlannedSpan, plans: Sequence[PlannedSpan]) -> list[tuple[str, Overlap]]:
    """By which they meet; of what became one with a visit only that is found which does."""
    return [(plan.about, met) for plan, met in overlapping(mine, plans)]
