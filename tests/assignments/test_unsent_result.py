"""Under a result that was read back and not sent, only what belongs to it goes into it."""

import pytest

from language.line.fold import bare
from tests.helpers.assignments import give, notes, number_from
from tests.helpers.begun import begun
from tests.town import BINH, THANG, Town

DRAFT = "SELECT text FROM completion"
READ_BACK = "đã vận động 6 hộ"


@begun(autouse=True)
async def read_back(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await town.write(BINH, "nhận")
    await town.write(BINH, f"xong 147, {READ_BACK}")
    assert await town.sql(DRAFT) == [(READ_BACK,)]


@pytest.mark.parametrize("marks", [True, False])
@pytest.mark.parametrize(
    "chat",
    [
        "trưa nay cả phòng đi ăn bún nhé",
        "hôm nay mưa to quá chị ơi",
        "em đang ở dưới cơ sở",
        "chị xem giúp em nhé",
        "chị Hoa gọi cho em với",
        "alo chị ơi",
        "mấy giờ họp vậy ạ",
        "t7 mấy giờ ra quân ạ",
        "em đi được, đăng ký cho em",
        "cho em đăng ký thứ 7",
    ],
)
async def test_chat_does_not_go_into_it(town: Town, chat: str, marks: bool) -> None:
    await town.write(BINH, chat if marks else bare(chat))
    assert await town.sql(DRAFT) == [(READ_BACK,)]
    assert await town.sql("SELECT state FROM completion") == [("draft",)]
    assert not await notes(town)


@pytest.mark.parametrize("marks", [True, False])
@pytest.mark.parametrize(
    "more",
    [
        "thêm 2 hộ khu 3",
        "kèm biên bản",
        "có danh sách gửi phòng",
        "bà con nhất trí cao",
        "đã gửi phường",
    ],
)
async def test_what_adds_to_it_does(town: Town, more: str, marks: bool) -> None:
    more = more if marks else bare(more)
    assert f"{READ_BACK}\n{more}" in await town.write(BINH, more), "read back as the newest"
    assert await town.sql(DRAFT) == [(f"{READ_BACK}\n{more}",)]


async def test_what_may_be_either_is_asked(town: Town) -> None:
    assert "Chưa ghi gì" in await town.write(BINH, "trời nắng, đường khô ráo")
    await town.tap(BINH, "Ghi vào kết quả")
    assert await town.sql(DRAFT) == [(f"{READ_BACK}\ntrời nắng, đường khô ráo",)]
    await town.tap(BINH, "Gửi")
    assert await town.sql("SELECT state FROM completion") == [("sent",)]


DROPS = (
    "hủy báo cáo này, gửi lại",
    "huy bao cao nay, gui lai",
    "bỏ báo cáo này đi ạ",
    "báo cáo sai rồi, hủy",
    "hủy cái này, em làm lại",
    "thôi xóa báo cáo 147 đi",
)


@pytest.mark.parametrize("words", DROPS)
async def test_it_is_dropped_in_words(town: Town, words: str) -> None:
    assert "Đã bỏ báo cáo NV-2026-0147" in await town.write(BINH, words)
    assert await town.sql("SELECT state FROM completion") == [("dropped",)]


async def test_a_share_takes_the_place_of_another(town: Town) -> None:
    for words, right in (
        ("à nhầm 5/6 thôi, 1 hộ còn chờ con trai", "đã vận động 5/6 hộ, 1 hộ còn chờ con trai"),
        ("sửa lại 4/6", "đã vận động 4/6 hộ, 1 hộ còn chờ con trai"),
        ("3/6 chứ không phải 4/6", "đã vận động 3/6 hộ, 1 hộ còn chờ con trai"),
    ):
        assert right in await town.write(BINH, words)
        assert await town.sql(DRAFT) == [(right,)]


@pytest.mark.parametrize("words", ["đúng rồi gửi đi", "dung r gui di", "chuẩn rồi, chốt luôn ạ"])
async def test_a_yes_with_its_order_sends_it(town: Town, words: str) -> None:
    assert "Đã gửi báo cáo NV-2026-0147" in await town.write(BINH, words)


@pytest.mark.parametrize("words", ["thôi khoan gửi", "chưa gửi vội", "để em xem lại đã"])
async def test_what_waits_is_said_to_be_kept(town: Town, words: str) -> None:
    said = await town.write(BINH, words)
    assert "vẫn giữ" in said
    assert READ_BACK in said
    assert "Đã gửi" not in await town.write(BINH, "ok"), "which only says that it was heard"
    assert "Đã gửi báo cáo" in await town.write(BINH, "gửi")
