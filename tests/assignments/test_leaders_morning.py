"""A leader's morning names what changed and is theirs; where nothing changed there is none."""

from datetime import datetime

import pytest

from domain.access import Role
from storage import Work
from storage.rows import dump
from tests.helpers.assignments import give, number_from
from tests.helpers.reports import overdue
from tests.town import BINH, HANH, LAN, THANG, Town, clock

HEAD = "Việc cần chú ý"


@pytest.fixture(autouse=True)
async def given(town: Town) -> None:
    """Lan has given Bình work, and he has accepted it."""
    await number_from(town, 147)
    await give(town, LAN, "Bình", "Vận động 6 hộ", "27/11")
    await town.tap(BINH, "Nhận việc")


async def mornings(town: Town, moment: datetime) -> list[str]:
    """What came to Lan until a moment, as a morning's message."""
    await town.go_to(moment)
    return [text for text in await town.heard(LAN) if HEAD in text]


async def test_what_became_blocked_is_named_once(town: Town) -> None:
    await town.write(BINH, "147 vướng kinh phí chưa duyệt")
    [said] = await mornings(town, clock(20, 8))
    assert "⚠️ Vướng: 147" in said
    assert len(await mornings(town, clock(23, 12))) == 1, "still blocked, and no news any more"


async def test_an_answer_to_what_was_asked_is_named(town: Town) -> None:
    await town.write(LAN, "xem 147")
    await town.tap(LAN, "Hỏi")
    await town.write(LAN, "Còn mấy hộ?")
    await town.tap(BINH, "Trả lời")
    await town.write(BINH, "Còn hai hộ, mai xong")
    [said] = await mornings(town, clock(20, 8))
    assert "💬 Đã trả lời: 147" in said
    assert len(await mornings(town, clock(23, 12))) == 1


async def test_what_another_approved_is_named(town: Town) -> None:
    await town.sql("UPDATE assignment SET approver_id = :id", id=town.person(THANG))
    await town.write(BINH, "xong 147, đã vận động 6 hộ")
    await town.tap(BINH, "Gửi")
    await town.tap(THANG, "Đạt")
    [said] = await mornings(town, clock(20, 8))
    assert "✅ Đã xong: 147" in said


async def test_what_they_approved_themselves_is_no_news(town: Town) -> None:
    await town.write(BINH, "xong 147, đã vận động 6 hộ")
    await town.tap(BINH, "Gửi")
    await town.tap(LAN, "Đạt")
    assert await mornings(town, clock(20, 8)) == []


async def test_what_waits_stands_beside_the_news_and_brings_no_message_by_itself(
    town: Town,
) -> None:
    await town.write(BINH, "gia hạn 147 đến 30/11, chờ số liệu của phường")
    [first] = await mornings(town, clock(20, 8))
    assert "⏳ Xin gia hạn: 147" in first
    assert len(await mornings(town, clock(25, 14))) == 1
    await give(town, LAN, "Bình", "Danh sách hộ", "17h hôm nay")
    await town.tap(BINH, "Nhận việc")
    said = (await mornings(town, clock(26, 8)))[-1]
    assert "🔴 Mới quá hạn: 148" in said
    assert "Như hôm trước: 147" in said
    assert "Xin gia hạn" not in said, "it was told before"


async def test_what_stands_still_in_the_office_is_not_told_every_day(town: Town) -> None:
    """Five of six lines were the same each morning, and the news was third among them."""

    def prepare(work: Work) -> None:
        overdue(work, town, "Đất Hải Yên", giver=THANG, stuck="giá bồi thường")
        overdue(work, town, "Vướng mặt bằng", giver=THANG, due=clock(30, 17), stuck="chờ UBND")

    await town.work(prepare)
    await town.write(BINH, "147 vướng kinh phí chưa duyệt")
    [said] = await mornings(town, clock(20, 8))
    assert "Vướng: 147" in said
    assert "148" not in said
    assert "149" not in said


async def test_the_head_hears_what_is_stuck_in_the_own_section(town: Town) -> None:
    await town.work(
        lambda w: overdue(w, town, "Vướng mặt bằng", due=clock(30, 17), stuck="chờ UBND")
    )
    await town.go_to(clock(20, 8))
    said = [text for text in await town.heard(THANG) if HEAD in text]
    assert any("Vướng: 148" in text for text in said)


async def test_what_fell_due_anywhere_in_the_office_is_news(town: Town) -> None:
    """The chairman, who had given none of it, heard nothing of what was late."""
    due = clock(19, 17)
    await town.work(lambda w: overdue(w, town, "Đất", giver=THANG, due=due, stuck="giá"))
    [said] = await mornings(town, clock(20, 8))
    assert "🔴 Mới quá hạn: 148" in said
    assert len(await mornings(town, clock(23, 12))) == 1, "it is no news any more"


# --- a leader who also heads a section, and leads work


@pytest.fixture
async def leading_head(town: Town) -> Town:
    """Thắng leads the veterans and heads the section: he is late with something of his own, his
    people are late and stuck with more, and all of it is days old."""

    def prepare(work: Work) -> None:
        work.people.grant(town.person(THANG), Role.LEADER, work.today)
        overdue(work, town, "Báo cáo quý", due=clock(13, 17))
        overdue(work, town, "Đất Hải Yên", due=clock(13, 17), stuck="giá bồi thường")
        overdue(work, town, "Vướng mặt bằng", due=clock(30, 17), stuck="chờ UBND")
        thang = town.person(THANG)
        work.connection.execute("UPDATE assignment SET lead_id = ? WHERE number = 148", (thang,))

    await town.work(prepare)
    await town.go_to(clock(20, 8))
    return town


async def of_thang(town: Town, moment: datetime) -> list[str]:
    await town.go_to(moment)
    return [text for text in await town.heard(THANG) if HEAD in text]


async def test_a_leading_head_is_not_told_the_same_every_day(leading_head: Town) -> None:
    town = leading_head
    before = len(await of_thang(town, clock(20, 8)))
    assert len(await of_thang(town, clock(26, 14))) == before


async def test_a_leading_head_hears_what_changed_in_the_section(leading_head: Town) -> None:
    town = leading_head
    await town.write(BINH, "147 vướng kinh phí chưa duyệt")
    said = (await of_thang(town, clock(23, 10)))[-1]
    assert "Vướng: 147" in said
    assert "Như hôm trước: 148, 149, 150" in said
    assert "Báo cáo quý" not in said
    assert "148" in town.phone(THANG).last.labels, "each is a tap away all the same"
    assert len([one for one in await of_thang(town, clock(26, 14)) if "Vướng: 147" in one]) == 1


async def test_a_leading_head_hears_of_the_own_work_on_its_days(leading_head: Town) -> None:
    """As it comes near, on its day, and when it fell due: each once."""
    town = leading_head
    await give(town, LAN, "Thắng", "Sơ kết", "17h 25/11")
    await town.tap(THANG, "Nhận việc")
    told = [one for one in await of_thang(town, clock(30, 14)) if "Sơ kết" in one]
    assert len(told) == 3
    assert "Quá hạn: 151" in told[-1]


async def test_a_head_who_leads_no_office_hears_of_what_is_late_every_day(town: Town) -> None:
    await town.work(lambda w: overdue(w, town, "Đất Hải Yên", due=clock(13, 17)))
    assert len(await of_thang(town, clock(20, 8))) < len(await of_thang(town, clock(24, 14)))


async def test_who_leads_an_organisation_hears_of_theirs_alone(town: Town) -> None:
    """Where each committee has its own part of the report, its leader has the same of a morning:
    Thắng leads the veterans, and what farmers are late with is not his; it is the chairman's."""

    def prepare(work: Work) -> None:
        labels = dump({**work.office.labels, "report": "organisation"})
        work.connection.execute("UPDATE office SET labels = ?", (labels,))
        work.people.grant(town.person(THANG), Role.LEADER, work.today)
        work.people.revoke(town.person(THANG), work.today, Role.HEAD)
        overdue(work, town, "Đất Hải Yên", giver=HANH, due=clock(19, 17))

    await town.work(prepare)
    assert not any("Đất Hải Yên" in text for text in await of_thang(town, clock(20, 8)))
    assert "148 Đất Hải Yên" in (await mornings(town, clock(20, 8)))[0]
