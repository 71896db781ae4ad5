"""A class from its plan to «Hiểu»: seats by hamlet, invitations, material, who came."""

import pytest

from domain.activities import Stage
from storage.database import MIGRATIONS
from tests.helpers.activities import open_saturday
from tests.helpers.assignments import give
from tests.helpers.begun import begun
from tests.helpers.registrations import join
from tests.town import BINH, CUONG, DUNG, HOA, LAN, MAI, SON, THANG, Neighbour, Town, clock, says

TITLE = "Công dân số, lớp 3"


@begun
async def lesson(town: Town) -> Town:
    """Hoa plans a class on Saturday morning at Ka Long, fifty seats."""
    await open_saturday(town, capacity=50, points=1, title=TITLE)
    await town.sql("UPDATE activity SET kind = 'training'")
    return town


async def page(town: Town) -> str:
    await town.press(HOA, "tr.see:1")
    return await town.screen(HOA)


async def test_it_is_planned_like_any_day(town: Town) -> None:
    await town.write(HOA, "/hoatdong")
    await town.tap(HOA, "Tạo hoạt động")
    await town.tap(HOA, "Tập huấn")
    await town.write(HOA, TITLE)
    await town.write(HOA, "27/11 8h")
    await town.write(HOA, "Nhà văn hóa Ka Long, Ka Long, 50")
    assert await town.sql("SELECT kind, code, state FROM activity") == [
        ("training", "TH-2711", Stage.DRAFT.value)
    ]
    assert TITLE in await town.tap(HOA, "Lớp học")


async def test_each_hamlet_has_its_seats(lesson: Town) -> None:
    town = lesson
    await page(town)
    await town.tap(HOA, "Chỗ theo khu")
    assert "ví dụ: Ka Long 10" in await town.write(HOA, "mỗi khu chục chỗ")
    assert "Ka Long 10, Hải Yên 8" in await town.write(HOA, "Ka Long 10, Hải Yên 8 chỗ")
    await town.press(CUONG, "s.group:1")
    assert "Ka Long có 10 chỗ" in await town.write(CUONG, "pn 8 dtn 7")
    await town.write(CUONG, "pn 6 dtn 4")
    await town.tap(CUONG, "Đúng")
    assert await town.sql("SELECT sum(number) FROM headcount") == [(10,)]


async def test_only_the_hamlet_that_is_named_has_other_seats(lesson: Town) -> None:
    town = lesson
    await page(town)
    await town.tap(HOA, "Chỗ theo khu")
    over = await town.write(HOA, "Ka Long 10, Trà Cổ 20, Hải Yên 25")
    assert "cộng lại 55 chỗ, lớp có 50. Chưa ghi" in over
    assert await town.sql("SELECT * FROM training_seat") == []
    assert "Ka Long 10, Trà Cổ 20, Hải Yên 20" in await town.write(HOA, "nham Hai Yen 20")
    await town.tap(HOA, "Chỗ theo khu")
    said = await town.write(HOA, "Trà Cổ 12")
    assert "Ka Long 10, Trà Cổ 12, Hải Yên 20; chưa chia 8 chỗ" in said
    await town.tap(HOA, "Chỗ theo khu")
    assert "Trà Cổ 12, Hải Yên 20; chưa chia 18 chỗ" in await town.write(HOA, "Ka Long 0")


async def invite(town: Town) -> None:
    await page(town)
    await town.tap(HOA, "Mời")
    await town.write(HOA, "Bình, Dung, Cường")


async def test_who_is_invited_goes_sends_somebody_or_declines(lesson: Town) -> None:
    town = lesson
    await invite(town)
    assert "Đã mời 3; chưa trả lời 3" in await town.screen(HOA)
    for who in (BINH, DUNG, CUONG):
        assert f"Mời đồng chí dự {TITLE}" in await town.screen(who)
    await town.tap(BINH, "Tôi đi")
    await town.tap(DUNG, "Không đi được")
    await town.tap(CUONG, "Cử người thay")
    assert "cử người khác" in await town.write(CUONG, "Bình")
    assert "Thắng đi thay" in await town.write(CUONG, "Thắng")
    assert await says(town, THANG, "cử đồng chí dự thay")
    assert await says(town, HOA, "Dung không đi được")
    assert "Đã mời 3; đi 1; cử thay 1; không đi 1" in await page(town)
    await town.press(LAN, "tr.going:1")
    await town.go_to(clock(21, 8))
    assert "đã bắt đầu" in await town.press(DUNG, "tr.going:1")
    assert "Đã mời 3; đi 1; cử thay 1; không đi 1" in await page(town)


ANSWERED = "SELECT answer FROM training_guest WHERE person_id = :id"


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("em di a", "going"),
        ("vâng em đi được", "going"),
        ("bận r ko di dc", "declined"),
        ("hom do em ban roi, xin phep vang", "declined"),
        ("nho chi Thang di thay", "substitute"),
    ],
)
async def test_an_invitation_is_answered_in_words(lesson: Town, words: str, answer: str) -> None:
    town = lesson
    await invite(town)
    await town.write(DUNG, words)
    assert await town.sql(ANSWERED, id=town.person(DUNG)) == [(answer,)]
    await town.write(DUNG, "cảm ơn em")
    assert await town.sql(ANSWERED, id=town.person(DUNG)) == [(answer,)]


@pytest.mark.parametrize(
    "words", ["mấy giờ học ạ", "có tài liệu chưa", "để em xem đã", "xong 147"]
)
async def test_what_is_no_answer_leaves_the_invitation_open(lesson: Town, words: str) -> None:
    town = lesson
    await invite(town)
    await town.write(DUNG, words)
    assert await town.sql(ANSWERED, id=town.person(DUNG)) == [("invited",)]
    await town.write(DUNG, "em đi")
    assert await town.sql(ANSWERED, id=town.person(DUNG)) == [("going",)]


async def test_nobody_unknown_is_invited_and_nobody_twice(lesson: Town) -> None:
    town = lesson
    await page(town)
    await town.tap(HOA, "Mời")
    assert "Quỳnh" in await town.write(HOA, "Bình, Quỳnh")
    assert await town.sql("SELECT * FROM training_guest") == []
    await town.write(HOA, "Bình")
    await invite(town)
    assert len([text for text in await town.heard(BINH) if "Mời đồng chí" in text]) == 1


async def test_whoever_is_on_no_roster_is_counted_and_not_named(lesson: Town) -> None:
    town = lesson
    await page(town)
    await town.tap(HOA, "Mời")
    said = await town.write(HOA, "Bình, Quỳnh, bà Tư Lành")
    assert "Quỳnh, bà Tư Lành" in said
    assert "sẽ mời: Nguyễn Văn Bình" in said
    assert "Đã mời 1; chưa trả lời 1; ngoài danh sách 2" in await town.tap(
        HOA, "Đúng, khách ngoài"
    )
    assert await says(town, BINH, "Mời đồng chí dự")
    await town.tap(HOA, "Mời")
    assert "ngoài danh sách 3" in await town.write(HOA, "Dung, 3 người ngoài danh sách")
    dump = await town.house.database.write(lambda c: "\n".join(c.iterdump()))
    stored = [line for line in dump.splitlines() if "Quỳnh" in line and "inbox" not in line]
    assert stored == []


@pytest.mark.parametrize(
    "line", ["ngoài danh sách 12 người", "12 khách ngoài", "them 12 nguoi ngoai danh sach a"]
)
async def test_so_many_from_outside(lesson: Town, line: str) -> None:
    town = lesson
    await page(town)
    await town.tap(HOA, "Mời")
    assert "ngoài danh sách 12" in await town.write(HOA, line)


async def test_the_list_says_who_goes_instead_of_whom(lesson: Town) -> None:
    town = lesson
    await invite(town)
    await town.tap(BINH, "Tôi đi")
    await town.tap(CUONG, "Cử người thay")
    await town.write(CUONG, "Thắng")
    await page(town)
    said = await town.tap(HOA, "Danh sách")
    assert "Đi: Nguyễn Văn Bình" in said
    assert "Lê Văn Thắng (thay Vũ Văn Cường)" in said
    assert "Chưa trả lời: Lý Thị Dung" in said
    await town.press(CUONG, "tr.list:1")
    assert not await says(town, CUONG, "Chưa trả lời: Lý Thị Dung")


async def test_material_is_a_file_or_a_link_for_those_who_are_taught(lesson: Town) -> None:
    town = lesson
    await page(town)
    await town.tap(HOA, "Thêm tài liệu")
    assert "https://" in await town.write(HOA, "tài liệu em gửi sau")
    assert "Tài liệu: 1" in await town.write(HOA, "https://congdanso.example/bai-1")
    await town.tap(HOA, "Thêm tài liệu")
    await town.phone(HOA).photo()
    assert "Tài liệu: 2" in await town.screen(HOA)
    await invite(town)
    await town.tap(BINH, "Xem tài liệu")
    assert await says(town, BINH, "https://congdanso.example/bai-1")
    for who in (LAN, MAI):
        await town.press(who, "tr.read:1")
        assert not await says(town, who, "congdanso.example")


async def test_afterwards_understood_or_not_is_counted_and_names_nobody(lesson: Town) -> None:
    town = lesson
    await invite(town)
    await town.tap(BINH, "Tôi đi")
    await town.tap(DUNG, "Tôi đi")
    await town.press(BINH, "tr.clear:1")
    assert await town.sql("SELECT * FROM training_echo") == []
    await town.go_to(clock(21, 10, 31))
    await town.tap(BINH, "Hiểu")
    await town.tap(DUNG, "Chưa rõ")
    for who in (LAN, MAI):
        await town.press(who, "tr.clear:1")
    said = await page(town)
    assert "Hiểu 1" in said
    assert "Chưa rõ 1" in said
    assert "Dung" not in said
    await town.write(CUONG, "pn 12 dtn 8")
    await town.tap(CUONG, "Đúng")
    await town.go_to(clock(23, 7, 1))
    await town.write(LAN, "bản đầy đủ")
    assert await says(
        town, LAN, f"• {TITLE} (21/11): 20 lượt người (PN 12, ĐTN 8); hiểu 1; chưa rõ 1."
    )


async def test_a_reply_to_an_invitation_answers_it_and_takes_no_work(lesson: Town) -> None:
    town = lesson
    await give(town, THANG, "Bình", when="24/11")
    await page(town)
    await town.tap(HOA, "Mời")
    await town.write(HOA, "Bình, Dung")
    asked = town.phone(BINH).last
    assert "Mời" in asked.text
    await town.write(BINH, "nhan", reply_to=asked)
    assert await town.sql("SELECT state FROM assignment") == [("assigned",)]
    assert await answers(town) == ["going", "invited"]
    await town.write(BINH, "khong di duoc, ban roi", reply_to=asked)
    assert await answers(town) == ["declined", "invited"]
    assert "Chưa ghi gì" in await town.write(BINH, "gia hạn đến thứ 6", reply_to=asked)
    await town.write(DUNG, "toi ban, cu anh Thắng di thay", reply_to=town.phone(DUNG).last)
    assert await answers(town) == ["declined", "substitute"]


async def answers(town: Town) -> list[str]:
    return [a for (a,) in await town.sql("SELECT answer FROM training_guest ORDER BY person_id")]


async def test_a_class_of_fifty_from_its_seats_to_its_certificate(lesson: Town) -> None:
    """Three hamlets fill it, nobody more comes in; who came by their own name has the paper."""
    town = lesson
    await join(town, MAI, 1)
    await page(town)
    await town.tap(HOA, "Chỗ theo khu")
    await town.write(HOA, "Ka Long 49, Hải Yên 1")
    await town.press(CUONG, "s.group:1")
    await town.write(CUONG, "pn 30 dtn 19")
    await town.tap(CUONG, "Đúng")
    assert await town.sql("SELECT sum(number) FROM headcount") == [(49,)]
    await join(town, SON, 1)
    standing = "SELECT standing FROM registration ORDER BY id"
    assert await town.sql(standing) == [("registered",), ("waitlisted",)]
    await town.go_to(clock(21, 8))
    for label in ("Điểm danh", "Đủ cả", "Chốt"):
        await town.tap(CUONG, label)
    await town.go_to(clock(21, 12))
    assert TITLE in await town.write(MAI, "/sotay")
    await town.tap(MAI, "Giấy chứng nhận")
    assert await town.sql("SELECT days FROM certificate") == [(1,)]


async def test_the_hamlets_together_have_no_more_than_the_class(lesson: Town) -> None:
    town = lesson
    await page(town)
    await town.tap(HOA, "Chỗ theo khu")
    assert "lớp có 50" in await town.write(HOA, "Ka Long 30, Trà Cổ 40")
    assert await town.sql("SELECT * FROM training_seat") == []


async def test_whoever_is_invited_sits_on_the_same_seats(lesson: Town) -> None:
    """Up to ninety-eight people were asked to fifty seats."""
    town = lesson
    await page(town)
    await town.tap(HOA, "Mời")
    assert "không đủ" in await town.write(HOA, "Bình, 50 người ngoài danh sách")
    assert await town.sql("SELECT * FROM training_guest") == []
    assert "Vừa mời: Nguyễn Văn Bình" in await town.write(HOA, "Bình, 40 người ngoài danh sách")


async def test_a_middle_name_invites_nobody(lesson: Town) -> None:
    town = lesson
    await page(town)
    await town.tap(HOA, "Mời")
    assert "Không có trong danh sách" in await town.write(HOA, "Văn")
    assert await town.sql("SELECT * FROM training_guest") == []


async def test_whoever_declined_is_nobody_s_substitute_and_material_is_told(lesson: Town) -> None:
    town = lesson
    await invite(town)
    await town.press(DUNG, "tr.no:1")
    await town.press(BINH, "tr.instead:1")
    assert "không đi được" in await town.write(BINH, "Dung")
    await town.press(BINH, "tr.going:1")
    await page(town)
    await town.tap(HOA, "Tài liệu")
    await town.write(HOA, "https://vd.vn/bai-1")
    await town.later(hours=1)
    assert await says(town, BINH, "đã có tài liệu")
    assert not await says(town, DUNG, "đã có tài liệu")


async def small(town: Town, seats: int = 4) -> None:
    """The same class with a few seats."""
    await town.sql(f"UPDATE point SET capacity = {seats}")


async def test_who_says_yes_takes_a_seat_that_everybody_sees_taken(lesson: Town) -> None:
    """«còn 4/4 chỗ» was read by everybody while four had said yes."""
    town = lesson
    await small(town)
    await page(town)
    await town.tap(HOA, "Mời")
    await town.write(HOA, "Bình, Cường, 1 người ngoài danh sách")
    await town.tap(BINH, "Tôi đi")
    await town.tap(CUONG, "Cử người thay")
    await town.write(CUONG, "Thắng")
    await town.press(LAN, "s.see:1")
    assert "Còn 1/4 chỗ" in await town.screen(LAN)
    await join(town, MAI, 1)
    await join(town, SON, 1)
    of_all = "SELECT standing FROM registration ORDER BY id"
    yes = ("registered",)
    assert await town.sql(of_all) == [yes, yes, yes, ("waitlisted",)]
    await town.press(BINH, "tr.no:1")
    assert await town.sql(of_all) == [("cancelled",), yes, yes, ("offered",)]
    assert "; đi 1" not in await page(town)


async def standing(town: Town, who: Neighbour) -> str:
    rows = await town.sql(
        f"SELECT standing FROM registration WHERE person_id = {town.person(who)} ORDER BY id DESC"
    )
    return str(rows[0][0])


async def test_a_full_class_takes_no_yes(lesson: Town) -> None:
    town = lesson
    await invite(town)
    await small(town, 1)
    await town.tap(BINH, "Tôi đi")
    assert "hết chỗ" in await town.tap(DUNG, "Tôi đi")
    assert await answers(town) == ["going", "invited", "invited"]


async def test_whoever_is_sent_no_longer_hears_it(lesson: Town) -> None:
    town = lesson
    await invite(town)
    await town.tap(CUONG, "Cử người thay")
    await town.write(CUONG, "Thắng")
    await town.press(CUONG, "tr.going:1")
    await town.later(hours=1)
    assert await says(town, THANG, "không phải dự thay")
    assert await standing(town, CUONG) == "registered"
    assert await standing(town, THANG) == "cancelled"


async def test_the_seat_that_is_given_up_on_the_card_is_no_yes(lesson: Town) -> None:
    town = lesson
    await invite(town)
    await town.tap(BINH, "Tôi đi")
    await town.press(BINH, "s.offyes:1")
    assert "không đi 1" in await page(town)


async def test_of_a_seat_what_was_said_last_counts_whoever_has_it(lesson: Town) -> None:
    town = lesson
    await invite(town)
    await town.tap(BINH, "Tôi đi")
    await town.tap(CUONG, "Cử người thay")
    await town.write(CUONG, "Thắng")
    await town.press(THANG, "s.offyes:2")
    assert "Đã mời 3; đi 1; không đi 1; chưa trả lời 1" in await page(town)
    await town.press(BINH, "s.offyes:1")
    assert "Đã mời 3; không đi 2; chưa trả lời 1" in await page(town)
    await town.press(BINH, "tr.going:1")
    assert "Đã mời 3; đi 1; không đi 1; chưa trả lời 1" in await page(town)


async def test_the_roll_is_of_all_who_come_and_those_present_are_asked(lesson: Town) -> None:
    """Invited people stood on no roll, and were asked whether they understood though nobody had
    marked them."""
    town = lesson
    await join(town, MAI, 1)
    await invite(town)
    await page(town)
    await town.tap(HOA, "Mời")
    await town.write(HOA, "12 người ngoài danh sách")
    await town.tap(BINH, "Tôi đi")
    await town.tap(DUNG, "Tôi đi")
    await town.go_to(clock(21, 7, 50))
    roll = await town.write(HOA, "điểm danh")
    assert "12" in roll
    await town.press(HOA, "s.roll:1")
    for name in ("Mai", "Bình"):
        await town.tap(HOA, name)
    await town.tap(HOA, "Chốt")
    await town.press(HOA, "s.close:1:sure")
    await town.go_to(clock(21, 10, 31))
    for who, asked in ((MAI, True), (BINH, True), (DUNG, False)):
        assert bool(await says(town, who, "đã hiểu bài chưa")) is asked
    await town.tap(BINH, "Hiểu")
    await town.tap(BINH, "Chưa rõ")
    await town.tap(MAI, "Hiểu")
    assert await town.sql("SELECT sum(clear), count(*) FROM training_echo") == [(1, 2)]
    await town.go_to(clock(23, 8))
    assert await says(town, HOA, "hiểu 1, chưa rõ 1")
    assert "Hiểu 1" in await town.tap(HOA, "Lớp học")


async def test_a_class_that_is_over_takes_nobody(lesson: Town) -> None:
    town = lesson
    await invite(town)
    await town.go_to(clock(22, 8))
    assert "đã bắt đầu" in await town.press(HOA, "tr.guests:1")
    assert "đã bắt đầu" in await town.press(HOA, "tr.seats:1")
    assert await town.sql("SELECT count(*) FROM training_guest") == [(3,)]


async def test_the_classes_are_listed_by_one_word(lesson: Town) -> None:
    town = lesson
    assert "Công dân số, lớp 3" in await town.write(HOA, "tap huan")
    await town.tap(HOA, "21/11 Công dân số, lớp 3")
    assert "Mời" in str(town.phone(HOA).last.buttons)
    assert "Hệ thống chưa hiểu" not in await town.write(LAN, "tap huan")


async def test_a_yes_of_before_this_version_has_its_seat_too(lesson: Town) -> None:
    town = lesson
    await invite(town)
    await town.sql("UPDATE training_guest SET answer = 'going' WHERE person_id <> 0")
    starts = "UPDATE activity SET starts_at = starts_at + 10000000000"
    await town.sql(starts)
    migration = (MIGRATIONS / "0071_classes_and_places.sql").read_text("utf-8")
    await town.sql(migration.partition(";")[2].strip().removesuffix(";"))
    await town.sql(starts.replace("+", "-"))
    assert "đi 3" in await page(town)
    assert await town.sql("SELECT count(*) FROM registration") == [(3,)]
