"""What an organiser orders while something is about to be sent, and after it was sent."""

import pytest

from actions.turnout.points import wait_for_figures
from tests.helpers.activities import manage, open_saturday, points
from tests.helpers.registrations import join
from tests.town import CUONG, HOA, MAI, Town, clock, says

STATE = "SELECT state FROM activity ORDER BY id"


@pytest.fixture
async def day(town: Town) -> int:
    found = await open_saturday(town)
    await join(town, MAI, found)
    return found


async def armed(town: Town, words: str = "hủy buổi, mưa to") -> None:
    assert "CHƯA" in await town.write(HOA, words)


async def test_not_to_call_it_off_is_no_reason_for_calling_it_off(town: Town, day: int) -> None:
    for words in ("thoi, khong huy", "thôi, không hủy", "nham roi", "thôi vẫn tổ chức"):
        await armed(town)
        assert "vẫn là" in await town.write(HOA, words), words
        await town.write(HOA, "ok")
        assert await town.sql(STATE) == [("open",)], words
    assert not await says(town, MAI, "Không tổ chức")


async def test_another_order_is_no_reason_either(town: Town, day: int) -> None:
    await armed(town)
    assert "Ngừng nhận đăng ký" in await town.write(HOA, "du r k nhan nua")
    await town.write(HOA, "ok")
    await armed(town)
    assert "vẫn giữ" in await town.write(HOA, "mưa to, chờ 8h xem")
    await town.write(HOA, "ok")
    assert await town.sql(STATE) == [("open",)]
    await armed(town)
    assert "8h00" in await town.write(HOA, "doi gio sang 8h")
    await town.write(HOA, "ok")
    assert await town.sql(STATE) == [("open",)]
    assert await says(town, MAI, "Mới: thứ Bảy, 21/11 8h00")
    assert not await says(town, MAI, "Không tổ chức")


async def test_under_another_time_other_orders_are_heard(town: Town, day: int) -> None:
    await armed(town, "đổi sang 8h")
    assert "NVH khu 2" in await town.write(HOA, "doi ra NVH khu 2")
    await armed(town, "đổi sang 8h")
    assert "Hoãn" in await town.write(HOA, "hoãn, mưa to")
    await armed(town, "hủy buổi do mưa")
    await armed(town, "đổi sang 8h")
    await town.write(HOA, "dung, bao di")
    assert await town.sql(STATE) == [("open",)]
    assert await says(town, MAI, "Mới: thứ Bảy, 21/11 8h00")


async def test_words_take_it_back_as_the_button_does(town: Town, day: int) -> None:
    for words in ("nham roi, thoi k huy nua, van to chuc", "hoan tac"):
        await armed(town)
        await town.write(HOA, "gửi")
        assert ("cancelled",) in await town.sql(STATE)
        await town.later(minutes=8)
        assert "trở lại như trước" in await town.write(HOA, words)
        assert await town.sql(STATE) == [("open",)]
        await town.later(minutes=11)
    await armed(town)
    await town.write(HOA, "gửi")
    await town.later(minutes=11)
    await town.write(HOA, "hoan tac")
    assert await town.sql(STATE) == [("cancelled",)]


async def test_what_is_said_of_a_day_that_must_be_chosen_is_kept(town: Town, day: int) -> None:
    await open_saturday(town, starts=clock(22, 7), title="Trồng cây")
    for words, told in (("doi gio sang 8h", "8h00"), ("hoãn, mưa to", "Lý do: mưa to")):
        await town.later(minutes=21)  # no day is in hand any more
        assert "của buổi nào" in await town.write(HOA, words)
        assert told in await town.tap(HOA, "22/11 Trồng cây"), words
        await town.write(HOA, "thôi")
    assert "8h30" in await town.write(HOA, "trong cay doi lai 8h30 vi mua")
    await town.write(HOA, "gửi")
    rows = await town.sql("SELECT starts_at FROM activity ORDER BY id")
    assert [row[0][11:16] for row in rows] == ["00:00", "01:30"]


async def test_of_several_points_the_place_is_kept_too(town: Town) -> None:
    await open_saturday(town, points=3)
    await town.write(HOA, "đổi ra NVH khu 2")
    assert "NVH khu 2" in await town.tap(HOA, "Bãi biển Trà Cổ")
    await town.write(HOA, "gửi")
    assert [p[0] for p in await points(town)][1] == "NVH khu 2"
    assert "NVH khu 5" in await town.write(HOA, "nha van hoa doi ra NVH khu 5")


async def test_whole_sentences_of_rain(town: Town, day: int) -> None:
    town.now = clock(20, 16)
    for words in (
        "thu 7 mua to thi hoan sang chu nhat nhe",
        "dọn bờ kênh hoãn sang chủ nhật",
        "mai mua to hoan sang chu nhat",
    ):
        assert "22/11 7h00" in await town.write(HOA, words), words
        await town.write(HOA, "thôi")
    assert "Lý do: mua" in await town.write(HOA, "huy buoi thu 7 mai vi mua")
    await town.write(HOA, "thôi")
    assert "8h00" in await town.write(HOA, "lui 1 tieng")
    assert "10h30" in await town.write(HOA, "doi gio thanh 7h30 den 10h30")
    await town.write(HOA, "gửi")
    assert "8h00" in await town.write(HOA, "mai mua, lui 1 tieng thanh 8h")
    await town.write(HOA, "gửi")
    assert await says(town, MAI, "Lý do: mua")
    assert "Đã đổi giờ" not in await town.write(HOA, "thoi tanh roi, giu 7h30 nhu cu")


async def test_a_question_of_yesterday_does_not_swallow_an_order(town: Town, day: int) -> None:
    await town.work(lambda work: wait_for_figures(work, town.person(HOA)))
    await town.later(hours=1)
    assert "CHƯA" in await town.write(HOA, "hoan sang chu nhat")


async def test_who_may_not_hears_who_decides(town: Town, day: int) -> None:
    for who in (CUONG, MAI):
        for words in ("huy buoi thu 7, mua to", "hoan sang chu nhat", "hoãn, mưa to"):
            assert "quyết định" in await town.write(who, words), (who, words)
    assert await town.sql(STATE) == [("open",)]


async def test_under_change_of_time_the_reason_goes_along(town: Town, day: int) -> None:
    await manage(town, day, "Đổi giờ")
    assert "Lý do: mưa to" in await town.write(HOA, "8h, mưa to")
    assert "7h30 – 10h30" in (await town.write(HOA, "7h30 den 10h30")).replace(" →", "")
    assert "Lý do" not in await town.screen(HOA)
    await town.write(HOA, "8h, vì mưa to")
    await town.write(HOA, "gửi")
    assert await says(town, MAI, "Lý do: mưa to")


async def test_after_ten_minutes_a_day_called_off_is_opened_again(town: Town, day: int) -> None:
    await armed(town)
    await town.write(HOA, "gửi")
    await town.later(minutes=30)
    assert "Vẫn làm" in await town.write(HOA, "thoi van lam nhe")
    await town.tap(HOA, "Gửi")
    assert await town.sql(STATE) == [("open",)]


async def test_it_is_on_where_several_are_ahead(town: Town, day: int) -> None:
    await open_saturday(town, starts=clock(22, 7), title="Trồng cây")
    assert "của buổi nào" in await town.write(HOA, "van lam nhe")
    assert "vẫn giữ" in await town.tap(HOA, "22/11 Trồng cây")


@pytest.mark.parametrize("words", ["thong bao moi nguoi doi gio 8h", "doi gio 8h nhe"])
async def test_another_hour_without_a_word_between(town: Town, day: int, words: str) -> None:
    assert "8h00" in await town.write(HOA, words)


async def test_undone_before_it_was_sent(town: Town, day: int) -> None:
    await armed(town)
    assert "CHƯA" not in await town.write(HOA, "hoan tac")
    await town.write(HOA, "gửi")
    assert await town.sql(STATE) == [("open",)]


PLANNED = "chu nhat nay don ve sinh bien Tra Co 7h, a Binh phu trach, 40 nguoi"


@pytest.mark.parametrize(
    ("order", "shown"),
    [
        ("hoan bo kenh vi mua", "Hoãn: Dọn bờ kênh"),
        ("huy bo kenh vi mua", "Không tổ chức: Dọn bờ kênh"),
        ("dời bo kenh sang chu nhat", "21/11 7h00 → Chủ nhật, 22/11"),
        ("bo kenh doi gio 8h", "→ thứ Bảy, 21/11 8h00"),
        ("hoan thu 7 vi mua", "Hoãn: Dọn bờ kênh"),
    ],
)
async def test_a_day_that_is_named_is_heard_above_every_open_question(
    town: Town, day: int, order: str, shown: str
) -> None:
    await town.write(HOA, PLANNED)
    assert shown in await town.write(HOA, order)
    await town.press(HOA, f"s.details:{day}")
    assert shown in await town.write(HOA, order)
    assert await town.sql("SELECT starts_at FROM activity WHERE state = 'draft'") == [
        ("2026-11-22T00:00:00+00:00",)
    ]


@pytest.mark.parametrize("order", ["hoãn, mưa to", "hủy buổi vì mưa"])
async def test_what_no_open_question_hears_is_asked_of_which_day(
    town: Town, day: int, order: str
) -> None:
    await town.write(HOA, PLANNED)
    asked = await town.write(HOA, order)
    assert "của buổi nào" in asked
    assert "Bản chưa gửi «Don ve sinh bien Tra Co» giữ nguyên" in asked
    assert await town.sql(STATE) == [("open",), ("draft",)]


@pytest.mark.parametrize("label", ["Hủy buổi", "Hoãn"])
async def test_an_order_on_a_day_is_no_reason(town: Town, day: int, label: str) -> None:
    await manage(town, day, label)
    for words in ("sửa nhà đổi giờ 8h", "hủy trồng cây khu 9"):
        assert "Lý do: " not in await town.write(HOA, words), words
    await town.write(HOA, "gửi")
    assert await town.sql(STATE) == [("open",)]


@pytest.mark.parametrize(
    "words",
    [
        "chet, nham roi, k huy nua, van to chuc",
        "thôi chết, em bấm nhầm, đừng hủy nữa",
        "tưởng mưa to mà tạnh, thôi không hủy nữa",
        "xin lỗi mọi người, vẫn làm nhé",
    ],
)
async def test_a_cancelling_taken_back_is_never_its_own_reason(
    town: Town, day: int, words: str
) -> None:
    await town.write(HOA, "hủy buổi")
    assert "Lý do" not in await town.write(HOA, words), "asked for the reason"
    await armed(town)
    assert "vẫn là" in await town.write(HOA, words), "read back"
    await town.write(HOA, "ok")
    assert await town.sql(STATE) == [("open",)]
    assert not await says(town, MAI, "Không tổ chức")


async def test_a_plain_reason_still_is_one(town: Town, day: int) -> None:
    await town.write(HOA, "hủy buổi")
    assert "Lý do: phường vẫn tổ chức họp dân" in await town.write(
        HOA, "phường vẫn tổ chức họp dân"
    )


async def test_the_last_of_several_orders_is_taken_back_and_named(town: Town, day: int) -> None:
    """Three buttons that read alike asked which."""
    for order in ("đổi sang 8h", "hủy buổi do mưa"):
        await armed(town, order)
        await town.write(HOA, "gửi")
    assert "8h00" in await town.write(HOA, "hoan tac")
    assert await town.sql(STATE) == [("open",)]
    assert "7h00" in await town.write(HOA, "hoan tac"), "then the one before"


async def test_not_to_call_off_takes_back_no_hour(town: Town, day: int) -> None:
    await armed(town, "hủy buổi do mưa")
    await town.write(HOA, "gửi")
    await town.later(minutes=1)
    await open_saturday(town, starts=clock(22, 7), title="Trồng cây")
    await armed(town, "trong cay doi sang 8h")
    await town.write(HOA, "gửi")
    assert "Dọn bờ kênh" in await town.write(HOA, "chết, em nhầm, không hủy nữa")
    assert await town.sql(STATE) == [("open",), ("open",)]
