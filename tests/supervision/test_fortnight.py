"""A fortnight of supervision, as the people of the issue live it."""

from datetime import datetime

from domain.access import Role
from tests.helpers.matters import LIEN, TRAN, matter, move_in
from tests.helpers.supervision import propose, visit
from tests.town import ICT, Neighbour, Town, clock, says

KHAI = Neighbour("Hoàng Văn Khải", 8211, None, "MTTQ", (Role.LEADER,))
LUA = Neighbour("Đinh Thị Lụa", 8212, "VP", "HPN", (Role.OFFICE_ADMIN,))
QUY = Neighbour("Bế Văn Quý", 8213, "DCPL", "HND", (Role.STAFF,))
ANH = Neighbour("Đặng Ngọc Ánh", 8214, "TTVD", "DTN", (Role.STAFF,))
SON = Neighbour("Mạc Văn Sơn", 8215, "KTGS", "HCCB", (Role.STAFF,))
NGHIEM = Neighbour("Phạm Quốc Nghiêm", 8216, "KTGS", "MTTQ", (Role.STAFF,))
DESK = "một cửa Trần Phú"


async def test_a_fortnight(town: Town) -> None:
    await move_in(town)
    await move_in(town, (KHAI, LUA, QUY, ANH, SON, NGHIEM), first=40)
    await a_december_of_the_veterans(town)
    await monday_it_is_merged_and_hidden(town)
    await wednesday_nobody_else_learns_where(town)
    await thursday_on_the_spot(town)
    await friday_the_draft(town)
    await monday_signed_and_sent(town)
    await answered_is_not_remedied(town)
    await one_is_closed_and_one_stays_open(town)


async def a_december_of_the_veterans(town: Town) -> None:
    assert "GS-01" in await propose(town, TRAN, "niêm yết", DESK, "tháng 12")


async def monday_it_is_merged_and_hidden(town: Town) -> None:
    await town.go_to(clock(23, 9))
    await town.write(LIEN, "de xuat gs niem yet, 1 cua Tran Phu, tuan nay")
    assert "🔴 GS-01" in await town.tap(LIEN, DESK)
    await town.tap(LIEN, "Công khai")
    await town.tap(LIEN, "Gộp đoàn")
    await town.tap(TRAN, "Đồng ý")
    assert await visit(town, "kept_id", 2) == (1,)
    assert await visit(town, "first, last", 1) == ("2026-11-23", "2026-12-31")
    await town.write(KHAI, "GS1")
    await town.tap(KHAI, "Duyệt vào năm")
    await town.write(KHAI, "GS1 không báo trước")
    await town.write(TRAN, "GS1 số 35/KH ngày 23/11, Khải ký")
    await town.write(TRAN, "GS1 đoàn: Nghiêm trưởng đoàn, Liên thư ký, Sơn")
    assert await visit(town, "stage, unannounced", 1) == ("planned", 1)


async def wednesday_nobody_else_learns_where(town: Town) -> None:
    await town.go_to(clock(25, 8))
    await town.write(TRAN, "GS1 tập trung 7h15 thứ Năm, tại trụ sở")
    assert "giấy đi đường" in await town.write(LUA, "GS1 giấy đi đường")
    assert "Không tìm thấy" in await town.write(LIEN, "bảng kiểm GS1")
    assert "Không tìm thấy" in await town.write(LUA, "GS1")
    await town.go_to(clock(25, 20))
    assert await says(town, SON, "tập trung thứ Năm, 26/11 7h15, tại trụ sở")
    said = await propose(town, QUY, "thủ tục đất đai", DESK, "tuần này")
    assert "Chưa thấy trùng" in said, "the desk is new to him"
    assert "GS-01" not in await town.write(ANH, "tuan nay gs o dau")
    for who in (SON, LUA, QUY, ANH):
        assert not [text for text in await town.heard(who) if "GS-01" in text and DESK in text]


async def thursday_on_the_spot(town: Town) -> None:
    await town.go_to(clock(26, 8))
    await town.write(TRAN, "GS1")
    await town.tap(TRAN, "Đã đến")
    await town.phone(TRAN).photo("bang phi cu, k co lich truc")
    await town.settle()
    assert "BK-01 – Bảng kiểm – GS-01: 0/6" in await town.write(LIEN, "bảng kiểm GS1")
    for item in (1, 2, 4, 5, 6):
        await town.press(LIEN, f"ck.mark:1:{item}.met")
    assert DESK in await town.write(SON, "GS1")
    assert "Hạn chế: bang phi cu, k co lich truc" in await town.write(LIEN, "GS1")


async def friday_the_draft(town: Town) -> None:
    await town.go_to(clock(27, 9))
    await town.write(TRAN, "GS1 kết quả: nhắc nhở, 2 kiến nghị")
    await town.write(LIEN, "GS1 kiến nghị: thay bảng phí")
    await town.write(LIEN, "GS1 kiến nghị: công khai lịch trực")
    await town.write(NGHIEM, "GS1 xin ý kiến đoàn")
    await town.write(LIEN, "GS1 nhất trí")
    await town.write(SON, "GS1 nhất trí")
    assert await town.sql("SELECT DISTINCT agrees FROM visit_member") == [(1,)]
    await town.write(LIEN, "GS1 bước tiếp")


async def monday_signed_and_sent(town: Town) -> None:
    await town.go_to(clock(30, 9))
    await town.write(KHAI, "GS1 số 141/BC ngày 30/11, Khải ký")
    assert await visit(town, "stage", 1) == ("concluded",)
    await town.write(TRAN, "KN1 KN2 so 142 ngay 30/11")
    assert await matter(town, "state, paper, paper_day", "KN-002") == (
        "sent", "142", "2026-11-30",
    )  # fmt: skip


async def answered_is_not_remedied(town: Town) -> None:
    await town.go_to(datetime(2026, 12, 3, 9, tzinfo=ICT))
    await town.phone(LIEN).photo("KN1 KN2 tra loi cv 210, tiep thu")
    await town.settle()
    for code in ("KN-001", "KN-002"):
        assert await matter(town, "state, closed_at", code) == ("answered", None)


async def one_is_closed_and_one_stays_open(town: Town) -> None:
    await town.go_to(datetime(2026, 12, 11, 9, tzinfo=ICT))
    await town.write(SON, "kn1 bang moi r, lich truc chua")
    await town.write(NGHIEM, "KN1 đề nghị kết thúc")
    await town.write(TRAN, "KN1 xác nhận")
    assert await matter(town, "state", "KN-001") == ("closed",)
    shown = await town.write(TRAN, "kiến nghị đang theo dõi")
    assert "KN-002" in shown
    assert "KN-001" not in shown
    assert "2 cuộc (đề xuất 3, gộp giảm 1)" in await town.write(ANH, "giám sát")
