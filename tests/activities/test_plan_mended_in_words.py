"""A plan that was read back is put right in whatever words: hour, name, host, limit, points; what
is not understood stays with it and is asked about before it is sent."""

from tests.helpers.activities import points
from tests.helpers.begun import begun
from tests.helpers.scenes import move_in
from tests.town import HOA, Town

WHOLE = "thu 7 28/11 don ve sinh bai bien Tra Co 7h, tap trung o cong den, anh Binh phu trach"


@begun
async def drafted(town: Town) -> Town:
    await town.work(move_in(town))
    assert "CHƯA GỬI" in await town.write(HOA, WHOLE)
    return town


HOURS = (
    ("nham, 6h30 moi dung", "6h30"),
    ("gio la 7h15", "7h15"),
    ("giờ tập trung là 6h45", "6h45"),
    ("6h30 nhe khong phai 7h", "6h30"),
    ("cả hai điểm 7h30", "7h30"),
    ("ca hai diem 6h30 nhe khong phai 7h30", "6h30"),
)
NAMES = (
    ("sửa tên: Dọn biển Trà Cổ", "Dọn biển Trà Cổ"),
    ("doi ten: Dọn rác", "Dọn rác"),
    ("tên hoạt động là Dọn bờ biển thôi", "Dọn bờ biển"),
    ("đổi tên thành Biển sạch", "Biển sạch"),
)
NO_CHANGE = (
    "6h30 moi nguoi tap trung, 7h30 lam",
    "hôm nọ 6h30 mà không ai đến",
    "không phải 7h",
    "tên Bình thì hay",
)


async def test_hour_and_name_in_other_words(drafted: Town) -> None:
    for words, hour in HOURS:
        assert f"28/11 {hour}" in await drafted.write(HOA, words), words
    for words, title in NAMES:
        assert f": {title} (T7-2811)" in await drafted.write(HOA, words), words
    assert "Chưa ghi" not in await drafted.screen(HOA)


async def test_what_says_no_other_hour_changes_none(drafted: Town) -> None:
    for words in NO_CHANGE:
        said = await drafted.write(HOA, words)
        assert "28/11 7h00" in said, words
        assert "❗ Chưa ghi" in said, words


async def test_host_and_limit(drafted: Town) -> None:
    assert "đã đúng như vậy" in await drafted.write(HOA, "chu tri hoi phu nu nhe")
    assert "do Văn phòng" in await drafted.write(HOA, "chu tri doan thanh nien nhe")
    assert "Hạn đăng ký: thứ Năm, 26/11" in await drafted.write(HOA, "han dk het 26/11")


async def test_points_with_what_is_said_of_them(drafted: Town) -> None:
    await drafted.write(HOA, "them diem Binh Ngoc, 30 cho, chi Hoa phu trach")
    await drafted.write(HOA, "them diem Ka Long nua, 40 ng, tap trung nha van hoa khu 5")
    assert [name for name, _, _ in await points(drafted)][1:] == [
        "Binh Ngoc",
        "nha van hoa khu 5",
    ]
    await drafted.write(HOA, "Bình Ngọc thì tập trung ở nhà văn hóa khu 3")
    await drafted.write(HOA, "đổi điểm Ka Long sang sân vận động")
    await drafted.write(HOA, "diem: Nha van hoa thon 2, Hai Yen, Binh, 50")
    assert [(name, seats) for name, _, seats in await points(drafted)][1:] == [
        ("nhà văn hóa khu 3", 30),
        ("sân vận động", 40),
        ("Nha van hoa thon 2", 50),
    ]


async def test_what_is_not_understood_stays_and_is_asked_about(drafted: Town) -> None:
    await drafted.write(HOA, "xanh đỏ tím vàng")
    assert "❗ Chưa ghi: xanh đỏ" in await drafted.write(HOA, "cần 50 người")
    assert "Còn 1 dòng chưa ghi" in await drafted.write(HOA, "gửi đi")
    assert await drafted.sql("SELECT state FROM activity") == [("draft",)]
    await drafted.tap(HOA, "Gửi")
    assert await drafted.sql("SELECT state FROM activity") == [("open",)]


async def test_what_is_said_anew_stands_no_more_as_unclear(drafted: Town) -> None:
    await drafted.write(HOA, "chắc là tầm 6h30 gì đó")
    assert "Chưa ghi" in await drafted.screen(HOA)
    assert "Chưa ghi" not in await drafted.write(HOA, "6h30")
    await drafted.write(HOA, "gửi")
    assert await drafted.sql("SELECT state FROM activity") == [("open",)]


async def test_it_is_dropped_in_words(drafted: Town) -> None:
    await drafted.write(HOA, "thôi bỏ cái này đi, làm lại")
    assert await drafted.sql("SELECT state FROM activity") != [("draft",)]
