"""Whether a proposal is announced is asked before anybody else hears of it; said a moment later it
is hidden all the same, by whoever proposed it."""

import pytest

from tests.helpers.supervision import (
    FUND,
    KALONG,
    LIEN,
    TRACO,
    TRAN,
    names_known,
    office_of_visits,
    propose,
    visit,
)
from tests.town import BINH, Town, says

LINE = f"gs {FUND}, {KALONG}, tháng 12"


@pytest.fixture
async def office(town: Town) -> Town:
    """The names are known already."""
    return await names_known(await office_of_visits(town))


async def test_until_it_is_decided_nobody_else_hears_of_it(office: Town) -> None:
    town = office
    said = await town.write(LIEN, LINE)
    assert "Công khai hay đột xuất?" in said
    assert "chưa báo ai" in said
    await propose(town, BINH, FUND, KALONG, "tháng 12")
    assert not [text for text in await town.heard(BINH) if "HPN" in text]
    assert len(await town.sql("SELECT 1 FROM visit")) == 3
    assert "GS-03" in await town.write(LIEN, LINE), "what it meets is said before"
    assert "Đã ghi" in await town.tap(LIEN, "Đột xuất") or "🔒" in await town.screen(LIEN)
    assert await visit(town, "unannounced", 4) == (1,)
    assert "Không tìm thấy" in await town.write(BINH, "GS4")


@pytest.mark.parametrize("words", ["công khai", "cong khai nhe", "ghi công khai ạ"])
async def test_it_is_decided_in_words_too(office: Town, words: str) -> None:
    town = office
    await town.write(LIEN, LINE)
    assert "GS-03" in await town.write(LIEN, words)
    assert await visit(town, "unannounced", 3) == (0,)
    assert await says(town, TRAN, "GS-03")


@pytest.mark.parametrize(
    "words", ["dot xuat nhe", "đi đột xuất nhé", "k bao truoc", "cuộc này đột xuất ạ", "đột xuất"]
)
async def test_hidden_in_words(office: Town, words: str) -> None:
    town = office
    await town.write(LIEN, LINE)
    assert "GS-03" in await town.write(LIEN, words)
    assert await visit(town, "unannounced", 3) == (1,)
    assert not [text for text in await town.heard(TRAN) if KALONG in text and "GS-03" in text]


async def test_a_mere_yes_decides_nothing_and_leaving_records_nothing(office: Town) -> None:
    town = office
    await town.write(LIEN, LINE)
    assert "công khai hay đột xuất" in (await town.write(LIEN, "ok")).casefold()
    assert len(await town.sql("SELECT 1 FROM visit")) == 2
    await town.write(LIEN, "thôi")
    assert await town.sql("SELECT 1 FROM expectation WHERE topic = 'visit.openness'") == []
    assert len(await town.sql("SELECT 1 FROM visit")) == 2


async def test_two_that_wait_are_decided_each_by_its_own_buttons(office: Town) -> None:
    town = office
    await town.write(LIEN, LINE)
    first = town.phone(LIEN).messages[-1]
    await town.write(LIEN, f"gs tiếp công dân, {TRACO}, tháng 3/2027")
    await town.tap(LIEN, "Đột xuất", first)
    await town.tap(LIEN, "Công khai")
    rows = await town.sql("SELECT first, unannounced FROM visit WHERE number > 2 ORDER BY number")
    assert rows == [("2026-12-01", 1), ("2027-03-01", 0)]


async def test_what_the_line_says_already_is_not_asked(office: Town) -> None:
    said = await office.write(LIEN, f"gs đột xuất {FUND}, {KALONG}, tháng 12")
    assert "GS-03" in said
    assert await visit(office, "unannounced", 3) == (1,)


@pytest.mark.parametrize("words", ["dot xuat nhe", "đi đột xuất nhé", "cuộc này không báo trước"])
async def test_said_one_line_later_it_is_of_the_proposal_just_made(
    office: Town, words: str
) -> None:
    """Whoever proposed it hides it, and takes that back while it is only proposed."""
    town = office
    await propose(town, LIEN)
    said = await town.write(LIEN, words)
    assert "GS-03: không báo trước" in said
    assert await visit(town, "unannounced", 3) == (1,)
    await town.tap(LIEN, "Báo trước lại")
    assert await visit(town, "unannounced", 3) == (0,)


async def test_its_proposer_hides_it_by_its_code_and_nobody_else_of_the_staff(
    office: Town,
) -> None:
    town = office
    await propose(town, LIEN)
    assert "không thuộc phần việc" in await town.write(BINH, "GS3 đột xuất")
    assert await visit(town, "unannounced", 3) == (0,)
    assert "không báo trước" in await town.write(LIEN, "GS3 đột xuất")
    assert await visit(town, "unannounced", 3) == (1,)
    await town.sql("UPDATE visit SET stage = 'settled', version = version + 1 WHERE number = 3")
    assert "không thuộc phần việc" in await town.write(LIEN, "GS3 báo trước lại")


async def test_of_nothing_proposed_just_now_the_words_hide_nothing(office: Town) -> None:
    town = office
    await propose(town, LIEN)
    await town.later(minutes=30)
    await town.write(LIEN, "đột xuất nhé")
    await town.write(BINH, "đột xuất nhé")
    assert await town.sql("SELECT count(*) FROM visit WHERE unannounced = 1") == [(0,)]


async def test_what_was_never_decided_is_not_lost(office: Town) -> None:
    """The programme says that it waits, to its proposer alone, and asks again."""
    town = office
    await town.write(LIEN, LINE)
    await town.later(days=2)
    assert "1 đề xuất chưa ghi" in await town.write(LIEN, "giám sát")
    assert "chưa ghi" not in await town.write(BINH, "giám sát")
    assert "Công khai hay đột xuất?" in await town.tap(LIEN, "Đề xuất chưa ghi")
    assert "GS-03" in await town.tap(LIEN, "Công khai")
    assert "chưa ghi" not in await town.write(LIEN, "giám sát")
