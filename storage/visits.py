"""The year's programme: proposals and visits, what became one, papers, what others plan."""

import secrets
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from domain.visits import PREFIX, How, Species, Visit, VisitPaper
from storage.personal import Personal, Stays
from storage.rows import dump, moment, moment_or_none, stamp, stamp_or_none
from storage.table import Table

NEXT = """
SELECT coalesce(max(number), 0) + 1 FROM visit WHERE office_id = :office_id AND number < :drawn
"""
DRAWN = range(10_000, 100_000)
"""Numbers of visits that nobody is told of: one of the others would seem to be missing."""
ADD = """
INSERT INTO visit (office_id, number, code, year, species, stage, organisation_id, theme_id,
                   body_id, locality_id, first, last, unannounced, proposed_by, proposed_at)
VALUES (:office_id, :number, :code, :year, :species, 'proposed', :organisation_id, :theme_id,
        :body_id, :locality_id, :first, :last, :unannounced, :proposed_by, :proposed_at)
"""
GET = "SELECT * FROM visit WHERE office_id = :office_id AND id = :id"
BY_NUMBER = "SELECT * FROM visit WHERE office_id = :office_id AND number = :number"
SAVE = """
UPDATE visit
   SET stage = :stage, theme_id = :theme_id, body_id = :body_id,
       first = :first, last = :last, unannounced = :unannounced,
       kept_id = :kept_id, trip_id = :trip_id, apart = :apart, head_id = :head_id,
       on_day = :on_day, merged_at = :merged_at, done_at = :done_at, dropped_at = :dropped_at,
       locality_id = :locality_id, starts_at = :starts_at, meets = :meets,
       arrived_at = :arrived_at, result = :result, approver_id = :approver_id,
       own_first = :own_first, own_last = :own_last,
       version = version + 1
 WHERE office_id = :office_id AND id = :id AND version = :version
"""
OF_YEAR = "SELECT * FROM visit WHERE office_id = :office_id AND year = :year ORDER BY number"
OPEN = """
SELECT * FROM visit
 WHERE office_id = :office_id AND stage NOT IN ('merged', 'dropped', 'closed') ORDER BY first, id
"""
MERGED_INTO = """
SELECT * FROM visit WHERE kept_id = :id AND office_id = :office_id ORDER BY number
"""
UNTOLD = """
SELECT * FROM visit
 WHERE office_id = :office_id
   AND id IN (SELECT h.id FROM visit h WHERE h.office_id = :office_id
                 AND h.unannounced = 1 AND h.done_at IS NULL
               UNION
              SELECT m.id FROM visit h JOIN visit m ON m.kept_id = h.id
               WHERE h.office_id = :office_id AND h.unannounced = 1 AND h.done_at IS NULL)
"""
FOLLOW = """
UPDATE visit SET kept_id = :into, version = version + 1
 WHERE kept_id = :id AND office_id = :office_id
"""
LAST_BY_PLACE = """
SELECT l.id, (SELECT max(v.done_at) FROM visit v
               WHERE v.locality_id = l.id AND v.office_id = :office_id
                 AND v.done_at IS NOT NULL) AS last
  FROM locality l WHERE l.office_id = :office_id
"""
ASK = """
INSERT INTO visit_wish (visit_id, into_id, how, asked_by, at)
SELECT id, :into, :how, :by, :at FROM visit WHERE office_id = :office_id AND id = :id
"""
WISH = """
SELECT w.* FROM visit_wish w JOIN visit v ON v.id = w.visit_id
 WHERE v.office_id = :office_id AND w.id = :id
"""
WISHES_OF = """
SELECT w.* FROM visit_wish w JOIN visit v ON v.id = w.visit_id
 WHERE v.office_id = :office_id AND w.answered_at IS NULL
   AND w.id IN (SELECT id FROM visit_wish WHERE visit_id = :id
                 UNION SELECT id FROM visit_wish WHERE into_id = :id)
 ORDER BY w.id DESC
"""
ANSWERED = """
UPDATE visit_wish SET answered_at = :at
 WHERE id = :id AND answered_at IS NULL
   AND EXISTS (SELECT 1 FROM visit WHERE visit.id = visit_id AND office_id = :office_id)
"""
SET_PAPER = """
INSERT INTO visit_paper (visit_id, stage, number, day, signer)
SELECT id, :stage, :number, :day, :signer FROM visit WHERE office_id = :office_id AND id = :id
    ON CONFLICT (visit_id, stage) DO UPDATE
   SET number = excluded.number, day = excluded.day, signer = excluded.signer
"""
PAPERS = """
SELECT p.stage, p.number, p.day, p.signer
  FROM visit_paper p JOIN visit v ON v.id = p.visit_id
 WHERE v.office_id = :office_id AND v.id = :id ORDER BY p.day, p.stage
"""
ADD_OUTSIDE = """
INSERT INTO outside_plan (office_id, whose, theme_id, body_id, first, last)
VALUES (:office_id, :whose, :theme_id, :body_id, :first, :last)
"""
OUTSIDE = "SELECT * FROM outside_plan WHERE office_id = :office_id AND id = :id"
LEFT_OUT = "SELECT stage FROM stage_left_out WHERE office_id = :office_id"
LEAVE_OUT = """
INSERT INTO stage_left_out (office_id, stage) VALUES (:office_id, :stage) ON CONFLICT DO NOTHING
"""
TAKE_IN = "DELETE FROM stage_left_out WHERE office_id = :office_id AND stage = :stage"
SET_YEAR = """
INSERT INTO visits_of_year (office_id, year, visits) VALUES (:office_id, :year, :visits)
ON CONFLICT (office_id, year) DO UPDATE SET visits = excluded.visits
"""
YEAR = "SELECT visits FROM visits_of_year WHERE office_id = :office_id AND year = :year"
PERSONAL = Personal(
    stays={
        "visit.proposed_by": Stays.DUTY,
        "visit.head_id": Stays.DUTY,
        "visit.approver_id": Stays.DUTY,
        "visit_wish.asked_by": Stays.DUTY,
        "visit_paper.signer": Stays.SIGNER,
    },
)
DAYS = ("on_day", "own_first", "own_last")
ORGANISATIONS = """
SELECT id, organisation_id FROM visit
 WHERE office_id = :office_id AND id IN (SELECT value FROM json_each(:ids))
"""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed: by whom, of which sort, what on, of whom, when."""

    species: Species
    organisation_id: int
    theme_id: int
    body_id: int
    first: date
    last: date
    year: int
    locality_id: int | None = None
    unannounced: bool = False

    @property
    def facts(self) -> dict[str, Any]:
        """All of it by name, as the visit will have it."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class JoiningWish:
    """One asks to go together with another."""

    id: int
    visit_id: int
    into_id: int
    how: How
    asked_by: int | None
    is_open: bool


class Visits(Table):
    def organisations_of(self, ids: Sequence[int]) -> dict[int, int]:
        """Which organisation's visit each is."""
        rows = self._all(ORGANISATIONS, ids=dump(ids))
        return {row["id"]: row["organisation_id"] for row in rows}

    def add(self, new: Proposal, by: int | None, now: datetime, *, is_told: bool = False) -> Visit:
        """One that nobody is told of has no number that tells how many there are."""
        number = self.drawn() if new.unannounced and not is_told else self.counted()
        found = self._add(
            ADD,
            number=number,
            code=f"{PREFIX}-{number:02}",
            year=new.year,
            species=new.species.value,
            organisation_id=new.organisation_id,
            theme_id=new.theme_id,
            body_id=new.body_id,
            locality_id=new.locality_id,
            first=new.first.isoformat(),
            last=new.last.isoformat(),
            unannounced=new.unannounced,
            proposed_by=by,
            proposed_at=stamp(now),
        )
        return self.get(found)

    def counted(self) -> int:
        """The number that comes next."""
        return int(self._value(NEXT, drawn=DRAWN[0]))

    def drawn(self) -> int:
        """One that nobody can guess, and that no other bears."""
        number = secrets.choice(DRAWN)
        return self.drawn() if self._first(BY_NUMBER, number=number) else number

    def get(self, visit_id: int) -> Visit:
        return _visit(self._one(GET, id=visit_id))

    def by_number(self, number: int) -> Visit:
        return _visit(self._one(BY_NUMBER, number=number))

    def save(self, visit: Visit) -> bool:
        """False when somebody else changed it meanwhile."""
        return (
            self._run(
                SAVE,
                id=visit.id,
                stage=visit.stage,
                theme_id=visit.theme_id,
                body_id=visit.body_id,
                first=visit.first.isoformat(),
                last=visit.last.isoformat(),
                unannounced=visit.unannounced,
                kept_id=visit.kept_id,
                trip_id=visit.trip_id,
                apart=visit.apart,
                head_id=visit.head_id,
                on_day=_iso(visit.on_day),
                merged_at=stamp_or_none(visit.merged_at),
                done_at=stamp_or_none(visit.done_at),
                dropped_at=stamp_or_none(visit.dropped_at),
                locality_id=visit.locality_id,
                starts_at=stamp_or_none(visit.starts_at),
                meets=visit.meets,
                arrived_at=stamp_or_none(visit.arrived_at),
                result=visit.result,
                approver_id=visit.approver_id,
                own_first=_iso(visit.own_first),
                own_last=_iso(visit.own_last),
                version=visit.version,
            ).rowcount
            == 1
        )

    def of_year(self, year: int) -> list[Visit]:
        """Every proposal of a year's programme, also what was merged or dropped."""
        return [_visit(row) for row in self._all(OF_YEAR, year=year)]

    def open(self) -> list[Visit]:
        return [_visit(row) for row in self._all(OPEN)]

    def merged_into(self, visit_id: int) -> list[Visit]:
        return [_visit(row) for row in self._all(MERGED_INTO, id=visit_id)]

    def untold(self) -> Mapping[int, Visit]:
        """Those that nobody is told of beforehand and that are not over, with what became one
        with them."""
        return {row["id"]: _visit(row) for row in self._all(UNTOLD)}

    def last_by_place(self) -> dict[int, date]:
        """When each place was last visited, where it was."""
        rows = self._all(LAST_BY_PLACE)
        return {row["id"]: moment(row["last"]).date() for row in rows if row["last"]}

    def follow(self, visit_id: int, into_id: int) -> None:
        """What had been merged into the one is merged into the other."""
        self._run(FOLLOW, id=visit_id, into=into_id)

    def ask(self, visit_id: int, into_id: int, how: How, by: int, now: datetime) -> int:
        values = {"into": into_id, "how": how.value, "by": by}
        return self._add(ASK, id=visit_id, at=stamp(now), **values)

    def wish(self, wish_id: int) -> JoiningWish:
        return _wish(self._one(WISH, id=wish_id))

    def wishes_of(self, visit_id: int) -> list[JoiningWish]:
        """Those that nobody answered, on either side, the newest first."""
        return [_wish(row) for row in self._all(WISHES_OF, id=visit_id)]

    def answered(self, wish_id: int, now: datetime) -> bool:
        return self._run(ANSWERED, id=wish_id, at=stamp(now)).rowcount == 1

    def set_paper(self, visit_id: int, paper: VisitPaper) -> None:
        values = {"stage": paper.stage, "number": paper.number, "signer": paper.signer}
        self._run(SET_PAPER, id=visit_id, day=paper.day.isoformat(), **values)

    def papers(self, visit_id: int) -> list[VisitPaper]:
        rows = self._all(PAPERS, id=visit_id)
        return [VisitPaper(r["number"], _day(r["day"]), r["signer"], r["stage"]) for r in rows]

    def add_outside(self, whose: str, theme_id: int, body_id: int, first: date, last: date) -> int:
        """What others plan, so that nobody is visited twice for the same."""
        named = {"whose": whose, "theme_id": theme_id, "body_id": body_id}
        return self._add(ADD_OUTSIDE, first=first.isoformat(), last=last.isoformat(), **named)

    def outside(self, plan_id: int) -> Mapping[str, Any]:
        row = self._one(OUTSIDE, id=plan_id)
        window = {"first": _day(row["first"]), "last": _day(row["last"])}
        return {**{name: row[name] for name in ("whose", "theme_id", "body_id")}, **window}

    def left_out(self) -> frozenset[str]:
        """The steps that the office does not use."""
        return frozenset(row["stage"] for row in self._all(LEFT_OUT))

    def leave_out(self, stage: str, *, out: bool) -> None:
        self._run(LEAVE_OUT if out else TAKE_IN, stage=stage)

    def set_year(self, year: int, visits: int) -> None:
        """How many visits a year had before the program knew of them."""
        self._run(SET_YEAR, year=year, visits=visits)

    def told_of_year(self, year: int) -> int:
        """How many visits a year had, where somebody told it."""
        return int(self._value(YEAR, year=year) or 0)


def _wish(row: sqlite3.Row) -> JoiningWish:
    named = {name: row[name] for name in ("id", "visit_id", "into_id", "asked_by")}
    return JoiningWish(**named, how=How(row["how"]), is_open=row["answered_at"] is None)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _visit(row: sqlite3.Row) -> Visit:
    found: dict[str, Any] = {name: row[name] for name in Visit.__dataclass_fields__}
    for name in ("merged_at", "done_at", "dropped_at", "starts_at", "arrived_at"):
        found[name] = moment_or_none(row[name])
    days = {"first": _day(row["first"]), "last": _day(row["last"])}
    return Visit(
        **{
            **found,
            **days,
            "species": Species(row["species"]),
            "unannounced": bool(row["unannounced"]),
            "proposed_at": moment(row["proposed_at"]),
            **{name: _day(row[name]) if row[name] else None for name in DAYS},
        }
    )
