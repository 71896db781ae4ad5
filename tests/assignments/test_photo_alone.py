"""A photo without words is kept, and asked of which work it is and whether that is done."""

from tests.helpers.assignments import give, number_from
from tests.town import BINH, THANG, Town

ABOUT = "SELECT about FROM attachment"


async def working(town: Town, *, more: bool = False, sent: bool = True) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await town.write(BINH, "147 80%")
    if more:
        await give(town, THANG, "Bình", "Danh sách hộ nghèo", "27/11")
    if sent:
        await town.phone(BINH).photo()
        await town.settle()


async def test_of_the_one_work_it_is_asked_what_it_says(town: Town) -> None:
    await working(town)
    assert town.phone(BINH).can_tap("Báo xong")
    assert "CHƯA GỬI" not in await town.write(BINH, "ok")
    assert "đã giữ 1" in await town.write(BINH, "147 cả 2 ảnh")
    await town.write(BINH, "90%")
    assert await town.sql(ABOUT) == [("work:2",)]


async def test_words_that_say_it_is_done_take_it_along(town: Town) -> None:
    await working(town)
    said = await town.write(BINH, "147 phat het roi, 120 to")
    assert "Kết quả: phat het roi, 120 to" in said
    assert "1 ảnh" in said


async def test_words_without_a_number_stay_with_it(town: Town) -> None:
    await working(town)
    assert "hoa don do day c" in await town.write(BINH, "hoa don do day c")
    await town.tap(BINH, "Báo xong")
    assert "1 ảnh" in town.phone(BINH).last.text
    assert "hoa don do day c" in town.phone(BINH).last.text


async def test_of_several_the_number_says_which(town: Town) -> None:
    await working(town, more=True)
    assert "muốn nói gì" in await town.write(BINH, "anh cua 147 do")
    await town.tap(BINH, "Báo xong")
    assert "1 ảnh" in await town.screen(BINH)


async def test_chatter_is_no_note(town: Town) -> None:
    await working(town, sent=False)
    before = await town.sql("SELECT count(*) FROM journal WHERE kind = 'assignment'")
    assert "chưa ghi gì" in await town.write(BINH, "e dang di duong ti e goi lai")
    assert "Vận động 6 hộ" in await town.write(BINH, "147 nhe")
    assert await town.sql("SELECT count(*) FROM journal WHERE kind = 'assignment'") == before


async def test_what_is_sent_again_is_a_report(town: Town) -> None:
    await working(town)
    said = await town.write(BINH, "147 xong, đã bổ sung hóa đơn đỏ")
    assert "Kết quả: đã bổ sung hóa đơn đỏ" in said


async def test_a_question_of_own_work_goes_to_its_giver(town: Town) -> None:
    await working(town, sent=False)
    for words in ("c cho e hoi 147 lay mau cu hay mau moi", "147 bao nhieu to"):
        said = await town.write(BINH, words)
        assert "Chuyển tới đ/c Lê Văn Thắng" in said
        assert words in said
    assert "đã nhận việc" in await town.write(BINH, "147 em nhan roi nhe")
