"""A register's numbers as people type them: nothing is wiped, nor written unseen."""

import pytest

from tests.helpers.activities import plan_saturday
from tests.helpers.assignments import give, number_from
from tests.helpers.begun import begun
from tests.helpers.matters import move_in
from tests.town import BINH, CUONG, HANH, HOA, LAN, THANG, Town, clock, says

PROJECT = "Tuyến Hải Yên - Ninh Dương"
FIRST = "61/52/45, vướng giá 4, vắng chủ 2"


@begun
async def books(town: Town) -> Town:
    """Bình leads the one, Hoa the other; Bình's has its first report."""
    await move_in(town)
    for name, lead in ((f"{PROJECT}, 64 hộ", "bình"), ("Đường vành đai, 20 hộ", "hoa")):
        await town.write(THANG, "sổ số liệu")
        await town.tap(THANG, "Lập sổ GPMB")
        await town.write(THANG, name)
        await town.tap(THANG, "Phụ trách")
        await town.write(THANG, lead)
    await town.write(BINH, FIRST)
    return town


async def stands(town: Town, number: int = 1) -> dict[str, int]:
    return dict(
        await town.sql(
            "SELECT counts, number FROM register_number WHERE report_id = (SELECT max(id)"
            " FROM register_report WHERE register_id = :number)",
            number=number,
        )
    )


async def test_a_correction_keeps_who_is_stuck_and_says_so(books: Town) -> None:
    town = books
    said = await town.write(BINH, "nham, 62/53/45")
    assert "giá bồi thường 4; vắng chủ 2" in said
    assert (await stands(town))["price"] == 4
    said = await town.write(BINH, "gp 01 62/53/44 vi 1 ho doi y")
    assert "Lý do giảm: 1 ho doi y" in said
    assert "Vướng" not in await town.write(BINH, "62/53/44, hết vướng")
    assert "price" not in await stands(town)


async def test_in_anothers_book_it_is_read_back_and_the_lead_hears(books: Town) -> None:
    town = books
    await town.write(HOA, "18/17/16, vướng giá 1")
    assert "Ghi thay" in await town.write(BINH, "gp02 18/17/17")
    assert (await stands(town, 2))["handed"] == 16
    assert not await says(town, HOA, "đã ghi số mới")
    await town.tap(BINH, "Đúng, ghi")
    assert await stands(town, 2) == {"reached": 18, "agreed": 17, "handed": 17, "price": 1}
    assert await says(town, HOA, "đã ghi số mới vào sổ GP-02")


async def test_in_a_book_that_nobody_leads_those_of_its_duty_are_in_charge(books: Town) -> None:
    town = books
    await town.sql("UPDATE register SET lead_id = NULL WHERE number = 1")
    assert "Ghi thay" in await town.write(HANH, "GP-01 dong thuan 60")
    assert (await stands(town))["agreed"] == 52
    await town.tap(HANH, "Đúng, ghi")
    assert (await stands(town))["agreed"] == 60
    assert await says(town, THANG, "đã ghi số mới vào sổ GP-01")
    assert "Ghi thay" not in await town.write(THANG, "GP-01 dong thuan 61")


LINES = (
    ("60/53/44, giam vi 2 ho rut", 60, 44),
    ("62 55 46", 62, 46),
    ("62/55/46, con 4 ho vuong gia, 2 ho vang chu, 1 ho tranh chap dat", 62, 46),
    ("tiep can 62, dong thuan 55, ban giao 46", 62, 46),
    ("nham, ban giao 46 chu ko phai 45", 61, 46),
    ("tuan nay khong co gi thay doi", 61, 45),
    ("van nhu cu a", 61, 45),
)


async def test_each_form_is_read_under_the_question(books: Town) -> None:
    town = books
    for line, reached, handed in LINES:
        await town.write(BINH, "GP1 61/52/45, vướng giá 4, do đếm lại")
        await town.press(BINH, "reg.tell:1")
        said = await town.write(BINH, line)
        assert f"tiếp cận {reached}; " in said, line
        assert f"bàn giao {handed} / 64" in said, line
    await town.press(BINH, "reg.tell:1")
    assert "có chữ chưa rõ" in await town.write(BINH, "61/52/45 troi mua qua")
    assert "cần 3 số" in await town.write(BINH, "gp1 gặp 45, kết nạp 12")


async def test_outside_the_question_and_under_the_card(books: Town) -> None:
    town = books
    assert "bàn giao 46 / 64" in await town.write(THANG, "hai yen 63/54/46")
    await town.write(THANG, "đúng")
    assert (await stands(town))["handed"] == 46
    assert PROJECT in await town.write(LAN, "gpmb")
    card = await town.write(BINH, "GP-01")
    assert "bàn giao 46 / 64" in card
    under = town.phone(BINH).last
    assert "bàn giao 47 / 64" in await town.write(BINH, "63/54/47, vuong gia 4", reply_to=under)
    assert "các số" in await town.write(BINH, "xong 6 ho", reply_to=under)
    town.now = clock(20, 9)
    assert "bàn giao 47 / 64" in await town.write(BINH, "gp01 den dau roi")


MORE = (
    ("tuyen hai yen them 2 ho ban giao", {"handed": 47}),
    ("hai yen ban giao them 3", {"handed": 48}),
    ("GP1 thêm 1 hộ đồng thuận, thêm 2 hộ bàn giao", {"agreed": 53, "handed": 47}),
    ("gp 01 đồng thuận tăng 2", {"agreed": 54}),
    ("tuyến hải yên: thêm 2 hộ tiếp cận nữa", {"reached": 63}),
)


@pytest.mark.parametrize(("line", "becomes"), MORE)
async def test_what_grew_is_added(books: Town, line: str, becomes: dict[str, int]) -> None:
    town = books
    said = await town.write(BINH, line)
    assert "✅ GP-01" in said, said
    before = {"reached": 61, "agreed": 52, "handed": 45, "price": 4, "absent": 2}
    assert await stands(town) == before | becomes


async def test_of_which_book_the_numbers_are_is_asked_and_they_are_kept(books: Town) -> None:
    town = books
    assert "Số này của sổ nào" in await town.write(THANG, "62/53/46, vướng giá 4")
    assert not town.phone(THANG).can_tap("GP-02"), "it has twenty households in all"
    assert "Số này của sổ nào" in await town.write(THANG, "19/18/17, vướng giá 1")
    assert "Ghi thay" in await town.tap(THANG, "GP-02")
    await town.tap(THANG, "Đúng, ghi")
    assert await stands(town, 2) == {"reached": 19, "agreed": 18, "handed": 17, "price": 1}


async def test_of_what_it_grew_is_asked(books: Town) -> None:
    town = books
    for line in ("tuyen hai yen them 2 ho", "GP1 thêm 2"):
        said = await town.write(BINH, line)
        assert "thêm 2 ở số nào" in said
        assert (await stands(town))["handed"] == 45
    await town.tap(BINH, "bàn giao")
    assert (await stands(town))["handed"] == 47
    assert "chưa khớp" in await town.write(BINH, "hai yen ban giao them 9")
    assert "Ghi thay" in await town.write(HOA, "hai yen ban giao them 1")
    await town.write(BINH, "ka long them 2 ho ban giao")
    assert (await stands(town))["handed"] == 47


@begun
async def members(town: Town) -> Town:
    """Two books of new members: PN of Hải Yên, ĐTN of Trà Cổ."""
    await move_in(town)
    for name, number in (("Hội viên PN Hải Yên, 40", 1), ("Đoàn viên ĐTN Trà Cổ, 30", 2)):
        await town.write(THANG, "sổ số liệu")
        await town.tap(THANG, "Lập sổ hội viên")
        await town.write(THANG, name)
        await town.write(THANG, f"HV{number} 20/12")
    return town


@pytest.mark.parametrize(
    ("line", "code", "then"),
    [
        ("kết nạp 3 hội viên pn khu 2", "HV-01", 15),
        ("ket nap them 3 hv pn hai yen", "HV-01", 15),
        ("dtn them 5 dv", "HV-02", 17),
        ("trà cổ mới kết nạp 2 đoàn viên", "HV-02", 14),
        ("hội phụ nữ phát triển được 4 hội viên", "HV-01", 16),
    ],
)
async def test_new_members_are_read_back_and_added(
    members: Town, line: str, code: str, then: int
) -> None:
    town = members
    said = await town.write(THANG, line)
    assert code in said
    assert f"đã kết nạp 12 → {then}" in said
    assert (await stands(town, int(code[-1])))["gained"] == 12
    await town.tap(THANG, "Ghi thêm")
    assert (await stands(town, int(code[-1])))["gained"] == then


async def test_new_members_may_be_the_whole_and_were_all_met(members: Town) -> None:
    town = members
    await town.write(THANG, "kết nạp 22 hội viên pn")
    await town.tap(THANG, "Đó là tổng số")
    assert await stands(town) == {"met": 22, "gained": 22}
    assert "ghi vào sổ nào" in await town.write(THANG, "kết nạp 3 hội viên")
    await town.tap(THANG, "HV-01")
    assert "đã kết nạp 25 / 40" in await town.write(THANG, "đúng")
    assert "chưa có sổ hội viên của CCB" in await town.write(THANG, "kết nạp 2 hội viên ccb")
    await town.write(THANG, "kết nạp 2 đảng viên")
    assert (await stands(town))["gained"] == 25


async def test_whoever_decides_hears_of_a_book_that_nobody_leads(town: Town) -> None:
    await move_in(town)
    await town.write(THANG, "sổ số liệu")
    await town.tap(THANG, "Lập sổ GPMB")
    await town.write(THANG, f"{PROJECT}, 64 hộ")
    await town.sql("UPDATE register SET lead_id = NULL")
    await town.go_to(clock(20, 16, 1))
    assert await says(town, THANG, "chưa có người phụ trách")
    await town.tap(THANG, "GP-01")
    await town.tap(THANG, "Phụ trách")
    await town.write(THANG, "bình")
    await town.go_to(clock(27, 16, 1))
    assert await says(town, BINH, "Đề nghị nhắn số mới")


@pytest.mark.parametrize(
    ("line", "becomes"),
    [
        (
            "gp 01 62 tiep can 55 dong thuan 48 ban giao",
            {"reached": 62, "agreed": 55, "handed": 48},
        ),
        (
            "gp 01, 62 tiep can, ban giao duoc 48, con vuong gia 4 ho",
            {"reached": 62, "handed": 48, "price": 4},
        ),
        ("gp 01 vẫn vướng giá 4 hộ, bàn giao 46", {"price": 4, "handed": 46}),
        ("gp-01 bàn giao 46, vuong 5 ho ve gia", {"handed": 46, "price": 5}),
        ("gp 01, 62 tiep can, con 3 ho chua chiu", {}),
        ("gp 01, 62 tiep can roi nhe chi", {}),
    ],
)
async def test_a_code_with_a_blank_is_no_answer_to_something_else(
    books: Town, line: str, becomes: dict[str, int]
) -> None:
    """It was kept as the obstacle that had been asked for; what is not understood is asked."""
    town = books
    await number_from(town, 153)
    await give(town, THANG, "Bình")
    await town.settle()
    await town.tap(BINH, "Nhận việc")
    await town.tap(BINH, "Vướng mắc")
    before = await stands(town)
    said = await town.write(BINH, line)
    assert await town.sql("SELECT blocked FROM assignment WHERE number = 153") == [("",)]
    now = await stands(town)
    assert now == ({**now, **becomes} if becomes else before)
    assert becomes or "chưa rõ" in said.lower()


@pytest.mark.parametrize("why", ["hai hộ đổi ý", "do hai ho doi y", "mot chi chuyen di noi khac"])
async def test_why_a_number_fell_may_come_alone(books: Town, why: str) -> None:
    """«nhắn lại, thêm lý do» was said, and the reason alone was not understood."""
    town = books
    asked = await town.write(BINH, "gp-01 60/50/45")
    assert "tiếp cận 61 → 60; đồng thuận 52 → 50" in asked
    assert "Lý do giảm" in await town.write(BINH, why)
    assert (await stands(town))["agreed"] == 50


@pytest.mark.parametrize("other", ["so lieu", "thôi"])
async def test_what_is_no_reason_lowers_nothing(books: Town, other: str) -> None:
    town = books
    await town.write(BINH, "gp-01 60/50/45")
    await town.write(BINH, other)
    assert (await stands(town))["agreed"] == 52


@pytest.mark.parametrize(
    "why", ["do ba Lan khu 2 doi y", "do chi hoa khong ky", "do Ông Tám rút lại"]
)
async def test_nobody_is_a_reason(books: Town, why: str) -> None:
    town = books
    assert "không" in await town.write(BINH, f"gp-01 60/50/45, {why}")
    assert await town.sql("SELECT count(*) FROM register_report WHERE why <> ''") == [(0,)]
    await town.write(BINH, "gp-01 60/50/45")
    assert "không" in await town.write(BINH, why)
    assert await town.sql("SELECT count(*) FROM register_report WHERE why <> ''") == [(0,)]


@pytest.mark.parametrize("line", ["gp-01 tuan truoc 61/52/44", "gp-01 60/51/-3", "gp-01 tong 66"])
async def test_what_is_not_understood_behind_a_code_is_said(books: Town, line: str) -> None:
    """The card was shown again, as if it had been written."""
    town = books
    before = await stands(town)
    assert "Chưa ghi" in await town.write(BINH, line)
    assert await stands(town) == before


async def test_two_numbers_of_whoever_leads_such_a_book_are_asked(town: Town) -> None:
    """«200/150» was offered as 200 people of the Saturday that was still asked."""
    await move_in(town)
    await town.write(THANG, "sổ số liệu")
    await town.tap(THANG, "Lập sổ tài khoản số")
    await town.write(THANG, "Trà Cổ, 300")
    await town.tap(THANG, "Phụ trách")
    await town.write(THANG, "cường")
    await plan_saturday(town)
    await town.go_to(clock(21, 10, 31))
    assert "sổ nào" in await town.write(CUONG, "200/150")
    await town.tap(CUONG, "TK-01")
    assert await stands(town) == {"guided": 200, "accounts": 150}
    assert "cần 2 số" in await town.write(CUONG, "61/52/45, vuong gia 4, vang chu 2")
    assert await town.sql("SELECT * FROM turnout") == []


async def test_numbers_of_a_book_are_no_people_of_a_day(town: Town) -> None:
    """«[52] [65] [61]» was offered to whoever leads a point and no book."""
    await plan_saturday(town)
    await town.go_to(clock(21, 10, 31))
    assert "số của một sổ" in await town.write(CUONG, "61/52/45, vuong gia 4, vang chu 2")
    assert await town.sql("SELECT * FROM turnout") == []


@pytest.mark.parametrize("line", ["khong doi", "ko đổi", "vẫn như cũ"])
async def test_no_change_answers_the_question_of_friday(books: Town, line: str) -> None:
    """It was taken for «thôi», and the book was silent though it had been told."""
    town = books
    await town.go_to(clock(27, 16, 5))
    assert "tiếp cận 61" in await town.write(BINH, line)
    assert await town.sql("SELECT count(*) FROM register_report WHERE register_id = 1") == [(2,)]
