"""Random people tap, forge, type and let time pass; a small model says what may come of it."""

from datetime import timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from domain.seats import COMING, LIVE, TAKING
from handlers.kit.router import Router
from handlers.routes import routers
from tests.helpers.activities import open_saturday
from tests.helpers.assignments import give
from tests.helpers.machines import WALK, TownMachine
from tests.helpers.registrations import join
from tests.town import BINH, CUONG, MAI, NGA, SON, THANG, TUAN, Neighbour, clock

VOLUNTEERS = (MAI, SON, TUAN, NGA)
EVERYBODY: tuple[Neighbour | int, ...] = (*VOLUNTEERS, BINH, CUONG)
VERBS = sorted(Router().include(routers()).buttons)
WORDS = (
    "đúng",
    "không",
    "hủy",
    "Mai",
    "3",
    "ok",
    "16",
    "đăng ký",
    "vắng 1",
    "em bận rồi",
    "/dulieu",
)
CAPACITY = 2
STAFFS = ("membership", "role_grant", "office", "unit", "organisation", "locality", "conversion")
"""What neither a volunteer nor Bình or Cường may change, whatever they send."""
WORKS = ("assignment", "activity", "point", "completion", "digest")
"""What no volunteer may change."""


def marks(standings: frozenset[Any]) -> str:
    return ", ".join(f"'{one.value}'" for one in sorted(standings))


class People(TownMachine):
    def __init__(self) -> None:
        super().__init__()
        self.begun, self.journal = False, 0

    @initialize()
    def move_in(self) -> None:
        self.open()
        self.do(give(self.town, THANG, "Bình"))
        self.day = self.do(open_saturday(self.town, capacity=CAPACITY))
        for who in (MAI, SON):
            self.do(join(self.town, who, self.day))
        self.before = {table: self.do(self._rows(table)) for table in (*STAFFS, *WORKS)}
        self.begun = True

    async def _rows(self, table: str) -> list[Any]:
        return await self.town.sql(f"SELECT * FROM {table} ORDER BY 1, 2")

    def _acted(self, who: Neighbour | int) -> None:
        """What this person could not have changed is as it was."""
        for table in STAFFS + (WORKS if who in VOLUNTEERS else ()):
            assert self.do(self._rows(table)) == self.before[table], (table, who)
        for table in WORKS:
            self.before[table] = self.do(self._rows(table))

    @rule(who=st.sampled_from(VOLUNTEERS), label=st.sampled_from(["đủ 18", "đủ 18", "16", ""]))
    def scan(self, who: int, label: str) -> None:
        """Somebody comes from the poster, and mostly says yes."""
        phone = self.town.phone(who)
        self.do(phone.start(f"act-{self.day}"))
        self.do(self.town.settle())
        for button in phone.last.buttons if label else ():
            if label in button.text:
                self.do(self.town.press(who, button.data, phone.last.message_id))
                break
        self._acted(who)

    @rule(who=st.sampled_from((TUAN, NGA)))
    def come(self, who: int) -> None:
        """One more, who is grown up: where all places are taken they wait."""
        self.scan(who, "đủ 18")

    @rule(who=st.sampled_from(VOLUNTEERS))
    def give_up(self, who: int) -> None:
        for _ in range(2):
            shown = self.town.phone(who).messages[-1:]
            if shown and "Hủy đăng ký" in shown[0].labels:
                self.do(self.town.tap(who, "Hủy đăng ký", shown[0]))
        self._acted(who)

    @rule(who=st.sampled_from(EVERYBODY), back=st.integers(0, 3), nth=st.integers(0, 7))
    def tap(self, who: Neighbour | int, back: int, nth: int) -> None:
        shown = [m for m in self.town.phone(who).messages if m.labels][-4:]
        if shown:
            message = shown[back % len(shown)]
            taps = [b for b in message.buttons if b.data]
            if taps:
                self.do(self.town.press(who, taps[nth % len(taps)].data or "", message.message_id))
        self._acted(who)

    @rule(
        who=st.sampled_from(EVERYBODY),
        verb=st.sampled_from(VERBS),
        subject=st.integers(0, 4),
        arg=st.sampled_from(["", ":1", ":list", ":16", ":x"]),
    )
    def forge(self, who: Neighbour | int, verb: str, subject: int, arg: str) -> None:
        self.do(self.town.press(who, f"{verb}:{subject}{arg}"))
        self._acted(who)

    @rule(who=st.sampled_from(EVERYBODY), words=st.sampled_from(WORDS))
    def write(self, who: Neighbour | int, words: str) -> None:
        self.do(self.town.write(who, words))
        self._acted(who)

    @rule(hours=st.integers(1, 9))
    def time_passes(self, hours: int) -> None:
        self.do(self.town.go_to(min(self.town.now + timedelta(hours=hours), clock(21, 6))))
        for table in self.before:
            self.before[table] = self.do(self._rows(table))

    @invariant()
    def places_add_up(self) -> None:
        if self.begun:
            taken = self.do(self.town.sql(
                "SELECT point.id, point.capacity, sum(1 + adults + children) FROM registration r"
                f" JOIN point ON point.id = r.point_id WHERE r.standing IN ({marks(TAKING)})"
                " GROUP BY 1"
            ))  # fmt: skip
            assert all(count <= capacity for _, capacity, count in taken), taken

    @invariant()
    def nobody_waits_beside_a_free_place(self) -> None:
        """Registration is open: a place that is given up is taken or on offer at once."""
        if self.begun:
            waiting = self.do(self.town.sql(
                "SELECT count(*) FROM registration WHERE standing = 'waitlisted' AND adults = 0"
                " AND children = 0"
            ))[0][0]  # fmt: skip
            taken = self.do(self.town.sql(
                "SELECT coalesce(sum(1 + adults + children), 0) FROM registration"
                f" WHERE standing IN ({marks(TAKING)})"
            ))[0][0]  # fmt: skip
            assert not (waiting and taken < CAPACITY), (waiting, taken)

    @invariant()
    def each_has_one_place_and_a_yes_to_it(self) -> None:
        if self.begun:
            twice = self.do(self.town.sql(
                f"SELECT person_id FROM registration WHERE standing IN ({marks(LIVE)})"
                " GROUP BY activity_id, person_id HAVING count(*) > 1"
            ))  # fmt: skip
            without = self.do(self.town.sql(
                "SELECT r.id FROM registration r JOIN person p ON p.id = r.person_id"
                f" WHERE r.standing IN ({marks(COMING)}) AND NOT EXISTS (SELECT 1 FROM consent"
                " WHERE subject = p.subject AND purpose = 'list' AND given)"
                " AND p.id NOT IN (SELECT person_id FROM membership)"
            ))  # fmt: skip
            assert (twice, without) == ([], [])

    @invariant()
    def letters_end_and_the_journal_only_grows(self) -> None:
        if self.begun:
            states = self.do(self.town.sql("SELECT DISTINCT state FROM letter"))
            assert {"sending", "dead"} & {state for (state,) in states} == set()
            open_ = self.do(self.town.sql("SELECT state FROM inbox WHERE state <> 'ended'"))
            assert open_ == [], "every update has ended, none is put aside"
            [(count,)] = self.do(self.town.sql("SELECT count(*) FROM journal"))
            assert count >= self.journal
            self.journal = count


TestPeople = People.TestCase
TestPeople.settings = settings(WALK, max_examples=3, stateful_step_count=15)
