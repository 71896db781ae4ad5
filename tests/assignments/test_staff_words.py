"""What staff type under a new card and about their open work, in their own short words."""

import pytest

from tests.helpers.assignments import give, last, number_from, row
from tests.helpers.begun import begun
from tests.town import BINH, HOA, THANG, Town, says


@begun(autouse=True)
async def one_assignment(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")


@pytest.mark.parametrize("words", ["ok c", "dạ vâng chị", "ok"])
async def test_a_polite_yes_after_the_one_new_card_takes_it(town: Town, words: str) -> None:
    await town.write(BINH, words)
    assert await row(town, "state") == ("doing",)


async def test_a_polite_yes_much_later_takes_nothing(town: Town) -> None:
    await town.later(hours=1)
    await town.write(BINH, "ok c")
    assert await row(town, "state") == ("assigned",)


async def test_a_polite_yes_to_two_new_cards_takes_neither(town: Town) -> None:
    await give(town, THANG, "Bình", "Danh sách hộ nghèo", "27/11")
    await town.write(BINH, "dạ vâng chị")
    assert await row(town, "state") == ("assigned",)


DONE = [
    ("xong 147 da co chu ky", "da co chu ky"),
    ("xong 147 6/6 hộ đồng ý", "6/6 hộ đồng ý"),
    ("xong việc 147 đã có biên bản", "đã có biên bản"),
]


@pytest.mark.parametrize(("words", "note"), DONE)
async def test_done_with_what_there_is_to_show(town: Town, words: str, note: str) -> None:
    said = await town.write(BINH, words)
    assert "CHƯA GỬI" in said
    assert note in said
    await town.tap(BINH, "Gửi")
    assert await row(town, "state") == ("review",)


@pytest.mark.parametrize("words", ["xong 147 chưa ký", "xong 147 5/6 hộ", "bao giờ xong 147"])
async def test_what_is_not_done_is_no_report(town: Town, words: str) -> None:
    await town.write(BINH, words)
    assert await town.sql("SELECT count(*) FROM completion") == [(0,)]


async def test_rain_is_an_obstacle_that_the_head_hears(town: Town) -> None:
    await town.tap(BINH, "Nhận việc")
    await town.write(BINH, "hnay mua k lam dc")
    await town.later(minutes=1)
    assert "báo vướng" in await last(town, THANG)
    assert "hnay mua k lam dc" in await last(town, THANG)


@pytest.mark.parametrize(
    "words", ["chuyen viec 147 cho Hoa", "147 nho Hoa lam ho e", "147 nhờ Hoa làm hộ em"]
)
async def test_a_wish_to_hand_over_reaches_the_head_after_one_tap(town: Town, words: str) -> None:
    await town.write(BINH, words)
    await town.tap(BINH, "Xin chuyển")
    asked = await last(town, THANG)
    assert words in asked
    await town.write(THANG, "ok giao Hoa nhé", reply_to=town.phone(THANG).last)
    await town.tap(THANG, "Gửi")
    assert await row(town, "lead_id") == (town.person(HOA),)


async def test_somebody_else_cannot_wish_it_away(town: Town) -> None:
    await town.write(HOA, "chuyen viec 147 cho Hoa")
    assert await town.sql("SELECT count(*) FROM assignment_request") == [(0,)]


@pytest.mark.parametrize(
    "words",
    [
        "xong phần e, chờ CA ký",
        "147 xong phan em, con cho xa xac nhan",
        "phần e xong, đợi VP đóng dấu",
    ],
)
async def test_who_waits_for_others_is_heard_and_has_not_finished(town: Town, words: str) -> None:
    await town.tap(BINH, "Nhận việc")
    await town.write(BINH, words)
    await town.later(minutes=1)
    assert await row(town, "state") == ("doing",)
    assert words in await last(town, THANG)


@pytest.mark.parametrize("words", ["cho e với Hoa làm chung", "147 cho em lam cung voi Hoa"])
@pytest.mark.parametrize("yes", ["đồng ý", "", "không"])
async def test_a_wish_for_company_is_granted_by_the_head(town: Town, words: str, yes: str) -> None:
    said = await town.write(BINH, words)
    assert "Lê Văn Thắng" in said
    assert "Nguyễn Thị Hoa" in said
    assert "cùng làm" not in "".join(await town.heard(THANG))
    await town.write(BINH, "gửi")
    assert "Nguyễn Thị Hoa" in await last(town, THANG)
    await (town.write(THANG, yes) if yes else town.tap(THANG, "Đồng ý"))
    joined = await town.sql("SELECT count(*) FROM assignment_support")
    assert joined == [(0 if yes == "không" else 1,)]
    assert await says(town, HOA, "Phối hợp") == (yes != "không")
    assert "Nguyễn Thị Hoa" in await last(town, BINH)


async def test_nobody_joins_twice_and_nobody_else_may_grant(town: Town) -> None:
    await town.write(BINH, "cho e với Hoa làm chung")
    await town.write(BINH, "gửi")
    [(row,)] = await town.sql("SELECT max(id) FROM journal WHERE event = 'company_asked'")
    await town.press(HOA, f"j.yes:{row}")
    assert await town.sql("SELECT count(*) FROM assignment_support") == [(0,)]
    await town.tap(THANG, "Đồng ý")
    await town.press(THANG, f"j.yes:{row}")
    assert await town.sql("SELECT count(*) FROM assignment_support") == [(1,)]
    assert "đã ở trong việc" in await town.write(BINH, "cho e với Hoa làm chung")


@pytest.mark.parametrize("words", ["k làm đc", "e k lam dc viec nay"])
async def test_who_cannot_do_it_is_asked_and_then_heard(town: Town, words: str) -> None:
    await town.write(BINH, words)
    await town.tap(BINH, "Báo vướng mắc")
    await town.later(minutes=1)
    assert words in await last(town, THANG)


@pytest.mark.parametrize(
    "words",
    [
        "cv 312 đòi bc trước 25",
        "huyện yêu cầu nộp số liệu, trước 30/11",
        "co cong van doi bc",
    ],
)
async def test_work_from_outside_is_passed_to_the_head_and_given(town: Town, words: str) -> None:
    assert "Lê Văn Thắng" in await town.write(BINH, words)
    assert words not in "".join(await town.heard(THANG))
    await town.tap(BINH, "Gửi")
    await town.later(minutes=1)
    assert words in await last(town, THANG)
    said = await town.tap(THANG, "Giao việc", town.phone(THANG).last)
    assert "Hạn đến khi nào" in said or "Nguyễn Văn Bình" in said


async def test_it_may_be_kept_to_oneself(town: Town) -> None:
    await town.write(BINH, "cv 312 đòi bc trước 25")
    await town.write(BINH, "thôi")
    await town.later(minutes=1)
    assert "312" not in "".join(await town.heard(THANG))


async def test_a_head_is_asked_who_does_it(town: Town) -> None:
    assert "Giao cho ai" in await town.write(THANG, "cv 312 đòi bc trước 25")


@pytest.mark.parametrize("words", ["dang ky di 5/12 vinh thuc", "em đăng ký đi thứ 7 ạ"])
async def test_signing_up_for_a_day_out_is_no_note_of_work(town: Town, words: str) -> None:
    await give(town, THANG, "Bình")
    await town.tap(BINH, "Nhận việc")
    before = await town.sql("SELECT count(*) FROM journal WHERE kind = 'assignment'")
    await town.write(BINH, words)
    assert await town.sql("SELECT count(*) FROM journal WHERE kind = 'assignment'") == before
