"""Whoever chose a picture has one, whichever part of the report is theirs; none shows as nought
what is not known, or what is not theirs."""

from collections.abc import Mapping
from typing import Any

import pytest

from domain.access import Role
from papers.making import make_paper
from storage import Work
from storage.rows import dump
from tests.helpers.activities import plan_saturday
from tests.helpers.reports import late_work
from tests.town import HANH, HOA, LAN, THANG, Neighbour, Town, clock

Facts = Mapping[str, Any]


@pytest.fixture
async def drawn(town: Town) -> list[Facts]:
    """The pictures that were made while the story went on."""
    made: list[Facts] = []

    def make(name: str, words: Any, facts: Facts) -> tuple[str, bytes]:
        if name == "week":
            made.append(facts["picture"])
        return make_paper(name, words, facts)

    town.house.courier._make_paper = make
    return made


@pytest.fixture
async def committees(town: Town) -> Town:
    """Each standing committee has its own part: Hoa leads the women, Thắng heads a section."""

    def prepare(work: Work) -> None:
        labels = dump({**work.office.labels, "report": "organisation"})
        work.connection.execute("UPDATE office SET labels = ?", (labels,))
        work.people.grant(town.person(HOA), Role.LEADER, work.today)

    await town.work(prepare)
    await town.write(HANH, "người nhận báo cáo")
    await town.tap(HANH, "+ Trưởng, phó")
    return town


async def saturday(town: Town, said: str) -> None:
    await plan_saturday(town)
    await town.go_to(clock(21, 10, 31))
    await town.write(HOA, said)
    await town.tap(HOA, "Đúng")


def kinds(town: Town, who: Neighbour) -> list[str]:
    return [m.kind for m in town.phone(who).messages if "Tuần 47 (" in m.text]


def of_part(drawn: list[Facts], part: str) -> Facts:
    return next(facts for facts in drawn if facts["part"] == part)


async def test_a_committee_and_a_section_have_pictures_of_their_own(
    committees: Town, drawn: list[Facts]
) -> None:
    town = committees
    await late_work(town)
    await saturday(town, "Ka Long 42: pn 20 dtn 22, Trà Cổ 32")
    await town.go_to(clock(23, 7, 1))
    for who in (LAN, HOA, THANG):
        assert kinds(town, who) == ["photo"], who.name
    women, section = (
        of_part(drawn, "Hội Liên hiệp Phụ nữ"),
        of_part(drawn, "Tiểu ban Tuyên truyền - Vận động"),
    )
    week = women["weeks"][-1]
    assert (week["total"], dict(week["parts"])) == (20, {"PN": 20})
    assert week["silent"] == 2, "one point said nothing, one did not say whose they were"
    assert women["organisations"] == ("PN",)
    assert [bar["name"] for bar in section["sections"]] == ["Tuyên truyền - Vận động"]
    assert (section["due"], section["overdue"]) == (1, 1)
    assert section["weeks"] == (), "a section has no field of its own"


async def test_what_only_the_whole_is_asked_is_no_nought_of_a_part(
    committees: Town, drawn: list[Facts]
) -> None:
    town = committees
    await late_work(town)
    await saturday(town, "Ka Long 42, Trà Cổ 32")
    await town.go_to(clock(23, 7, 1))
    assert {facts["part"]: facts["asks"] for facts in drawn} == {
        "": 0,
        "Hội Liên hiệp Phụ nữ": None,
        "Tiểu ban Tuyên truyền - Vận động": None,
    }


async def test_an_office_that_held_no_day_has_a_picture_of_its_work(
    town: Town, drawn: list[Facts]
) -> None:
    await late_work(town)
    await town.go_to(clock(23, 7, 1))
    assert kinds(town, LAN) == ["photo"]
    assert drawn[0]["overdue"] == 1
    assert drawn[0]["weeks"] == ()
