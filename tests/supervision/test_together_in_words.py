"""What a proposal meets is dealt with in words, under the card or as a reply to it; who approves,
who is invited, what is looked at is a tap away."""

import pytest

from domain.access import Role
from tests.helpers.begun import begun
from tests.helpers.matters import move_in
from tests.helpers.supervision import (
    FUND,
    KALONG,
    LIEN,
    TRAN,
    office_of_visits,
    propose,
    visit,
)
from tests.town import BINH, Neighbour, Town, says


@begun(autouse=True)
async def met(town: Town) -> None:
    """Bình proposed GS-01; Liên has just been shown that GS-02 meets it."""
    await office_of_visits(town)
    await propose(town, BINH)
    assert "Với GS-01" in await propose(town, LIEN)


async def under(town: Town, who: Neighbour, line: str, words: str, *, replied: bool) -> str:
    """Said after the message with these words, or as a reply to it."""
    phone = town.phone(who)
    message = [m for m in phone.messages if words in m.text][-1] if replied else None
    await phone.write(line, reply_to=message)
    await town.settle()
    return str(phone.last.text)


@pytest.mark.parametrize("replied", [False, True], ids=["after", "reply"])
@pytest.mark.parametrize(
    "line", ["ok dong y gop nhe", "dong y", "ok di chung", "bên em đồng ý gộp"]
)
async def test_who_is_asked_agrees(town: Town, line: str, replied: bool) -> None:
    await town.tap(LIEN, "Gộp đoàn")
    assert await says(town, BINH, "đề nghị gộp")
    await under(town, BINH, line, "đề nghị gộp", replied=replied)
    assert await visit(town, "stage, kept_id", 2) == ("merged", 1)


@pytest.mark.parametrize("line", ["không đồng ý", "chưa nhất trí", "bên em đi riêng"])
async def test_who_is_asked_refuses_as_a_reply(town: Town, line: str) -> None:
    await town.tap(LIEN, "Gộp đoàn")
    assert "không đồng ý đi cùng" in await under(town, BINH, line, "đề nghị gộp", replied=True)
    assert await visit(town, "stage", 2) == ("proposed",)


@pytest.mark.parametrize("replied", [False, True], ids=["after", "reply"])
@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("giu rieng, vi ben nd chi xem thu tuc", "ben nd chi xem thu tuc"),
        ("giữ riêng vì vụ xuân", "vụ xuân"),
        ("giữ riêng: đợt cao điểm", "đợt cao điểm"),
    ],
)
async def test_why_it_stays_by_itself(town: Town, line: str, why: str, replied: bool) -> None:
    assert "giữ riêng" in await under(town, LIEN, line, "Với GS-01", replied=replied)
    assert await visit(town, "apart", 2) == (why,)


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("gop voi cua hnd nhe", True),
        ("đi chung với bên nông dân", True),
        ("gộp với của ĐTN", False),
    ],
)
async def test_whose_it_joins_is_said(town: Town, line: str, asked: bool) -> None:
    said = await town.write(LIEN, line)
    assert ("Đã hỏi đ/c Nguyễn Văn Bình" in said) is asked
    assert (await town.sql("SELECT count(*) FROM visit_wish") == [(1,)]) is asked


async def test_why_is_asked_for(town: Town) -> None:
    assert "vì sao giữ riêng" in await town.write(LIEN, "giữ riêng nhé")


async def test_why_a_hidden_one_is_not_joined_is_said(town: Town) -> None:
    said = await propose(town, TRAN, f"không báo trước {FUND}", KALONG)
    said = await town.write(TRAN, "GS3 trùng")
    assert "GS-03 không báo trước, GS-01 công khai" in said
    assert "không còn gộp được" not in said


KHAI = Neighbour("Hoàng Văn Khải", 8211, None, "MTTQ", (Role.LEADER,))


@pytest.mark.parametrize("line", ["bac Khai duyet nhe", "Khải", "anh Khải duyệt"])
async def test_who_approves_in_words_or_from_its_card(town: Town, line: str) -> None:
    """One button asks; it is no longer a column of names."""
    await move_in(town, (KHAI,), first=40)
    assert "Ai duyệt" in await town.write(TRAN, "GS2 không báo trước")
    await town.write(TRAN, "GS2")
    assert not [one for one in labels(town, TRAN) if "Duyệt:" in one]
    assert "Ai duyệt" in await town.tap(TRAN, "Chọn người duyệt")
    await town.write(TRAN, line)
    assert await visit(town, "approver_id", 2) == (town.person(KHAI),)


def labels(town: Town, who: Neighbour) -> list[str]:
    return [b.text for m in town.phone(who).messages for b in m.buttons or ()]


@pytest.mark.parametrize(
    "line",
    [
        "moi dai bieu: ông Phạm Văn Hùng khu 3 gs-1",
        "mời dân: ông Phạm Văn Hùng đi cùng đoàn gs-1",
        "gs-1 mời công dân ông Phạm Văn Hùng",
    ],
)
async def test_a_citizen_is_invited_in_words(town: Town, line: str) -> None:
    said = await town.write(TRAN, line)
    assert "start=" in said
    [(name,)] = await town.sql("SELECT name FROM visit_guest")
    assert "Phạm Văn Hùng" in name
    assert "đoàn" not in name


async def test_a_citizen_is_invited_from_the_card(town: Town) -> None:
    await town.write(TRAN, "GS1")
    await town.tap(TRAN, "Mời đại biểu")
    assert "start=" in await town.write(TRAN, "ông Phạm Văn Hùng")
    await town.write(TRAN, "GS2")
    assert "start=" in await town.write(TRAN, "mời bà Lan đi cùng đoàn")
    assert await town.sql("SELECT visit_id FROM visit_guest") == [(1,), (2,)]


async def test_of_no_card_it_is_asked_where(town: Town) -> None:
    await town.later(hours=30)
    assert "vào cuộc nào" in await town.write(TRAN, "mời bà Lan đi cùng đoàn")
    assert await town.sql("SELECT visit_id FROM visit_guest") == []


async def test_the_checklist_is_a_tap_away(town: Town) -> None:
    await town.sql("UPDATE visit SET stage = 'planned', on_day = '2026-11-19' WHERE number = 1")
    await town.write(TRAN, "GS1 đoàn: Trận trưởng đoàn, Hoa")
    await town.write(TRAN, "GS1 đã đến")
    await town.write(TRAN, "GS1")
    assert "BK-01" in await town.tap(TRAN, "Bảng kiểm cuộc này")


async def test_steps_with_their_papers_in_words(town: Town) -> None:
    await town.sql("UPDATE visit SET stage = 'settled', version = version + 1 WHERE number = 1")
    await town.write(TRAN, "gs-1 da thong nhat voi ubnd p Ka Long")
    await town.write(TRAN, "số 70 ngày 18/11, Lan ký")
    assert await visit(town, "stage", 1) == ("agreed",)
    await town.write(TRAN, "gs-1 cap uy dong y, cv so 77 ngay 18/11")
    assert await visit(town, "stage", 1) == ("advised",)
    papers = await town.sql("SELECT stage, number FROM visit_paper ORDER BY number")
    assert papers == [("agreed", "70"), ("advised", "77")]


@pytest.mark.parametrize("line", ["noi lau chua den", "nơi nào lâu chưa đến"])
async def test_where_nobody_was_for_long_in_words(town: Town, line: str) -> None:
    assert "chưa có cuộc nào" in await town.write(TRAN, line)
