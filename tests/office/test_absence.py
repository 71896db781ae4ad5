"""«mai nghỉ, Hoa làm thay»: no reminders, the work to the stand-in, the decisions to the next in
rank; afterwards everything is theirs again, and why is nowhere."""

import pytest

from tests.helpers.assignments import give, number_from, report
from tests.helpers.begun import begun
from tests.helpers.matters import HA, move_in
from tests.town import BINH, CUONG, DUNG, HANH, HOA, LAN, MAI, THANG, Town, clock, says

AWAY = "mai em nghi om vi con sot, Hoa lam thay"
ROWS = "SELECT person_id, first, last, stand_in_id, decides_id FROM absence"


async def go(town: Town, who: object = BINH, words: str = AWAY) -> str:
    await town.write(who, words)  # type: ignore[arg-type]
    return await town.tap(who, "Đúng")  # type: ignore[arg-type]


@begun
async def given(town: Town) -> Town:
    await number_from(town, 147)
    await give(town, THANG, "bình", when="24/11")
    return town


async def test_it_is_read_back_and_why_is_kept_nowhere(town: Town) -> None:
    said = await town.write(BINH, AWAY)
    assert "thứ Sáu, 20/11" in said
    assert "Nguyễn Thị Hoa" in said
    assert "Lý do không lưu" in said
    assert await town.sql(ROWS) == []
    assert "Đã ghi" in await town.write(BINH, "đúng")
    ids = (town.person(BINH), "2026-11-20", "2026-11-20", town.person(HOA), None)
    assert await town.sql(ROWS) == [ids]
    assert await says(town, HOA, "đồng chí làm thay")
    assert await says(town, THANG, "Đ/c Nguyễn Văn Bình nghỉ")
    dump = await town.house.database.write(lambda c: "\n".join(c.iterdump()))
    stored = [line for line in dump.splitlines() if "con sot" in line]
    assert [line for line in stored if 'INTO "inbox"' not in line] == []


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("nghỉ từ thứ 4 đến thứ 6, Hoa làm thay", "2026-11-25", "2026-11-27"),
        ("em xin nghỉ thứ 2, nhờ chị Hoa làm thay ạ", "2026-11-23", "2026-11-23"),
        ("t2 nghi, Hoa lam thay", "2026-11-23", "2026-11-23"),
        ("nghỉ 23/11-27/11 Hoa làm thay", "2026-11-23", "2026-11-27"),
        ("mai nghi Hoa thay", "2026-11-20", "2026-11-20"),
        ("tuan sau em nghi t2 den t4, Hoa lam thay", "2026-11-23", "2026-11-25"),
        ("tuần sau em nghỉ thứ 2, Hoa làm thay", "2026-11-23", "2026-11-23"),
        ("mai nghi nhe chi, nho Hoa giup", "2026-11-20", "2026-11-20"),
        ("mai em đi học, Hoa làm thay", "2026-11-20", "2026-11-20"),
        ("t2 em vang, Hoa truc thay", "2026-11-23", "2026-11-23"),
    ],
)
async def test_as_people_say_it(town: Town, words: str, first: str, last: str) -> None:
    await go(town, BINH, words)
    assert [row[1:4] for row in await town.sql(ROWS)] == [(first, last, town.person(HOA))]


@pytest.mark.parametrize(
    ("again", "first"),
    [
        ("dung, mai nghi", "2026-11-20"),
        ("đúng, mai em nghỉ, Hoa làm thay", "2026-11-20"),
        ("ok, em nghi mai", "2026-11-20"),
        ("vang a, mai nghi Hoa thay", "2026-11-20"),
    ],
)
async def test_a_yes_that_says_it_again_is_the_yes(town: Town, again: str, first: str) -> None:
    await town.write(BINH, AWAY)
    assert "Đã ghi" in await town.write(BINH, again)
    assert [row[1:4] for row in await town.sql(ROWS)] == [(first, first, town.person(HOA))]
    assert await town.sql("SELECT 1 FROM assignment") == []


@pytest.mark.parametrize(
    "again",
    [
        "khong phai, nghi t2 thoi",
        "đúng, nghỉ thứ 2",
        "dung, nghi t2",
        "nghi t2",
        "à t2 em nghỉ",
        "ok, t2 nghi, Hoa lam thay",
    ],
)
async def test_what_differs_changes_what_was_read_back(town: Town, again: str) -> None:
    await town.write(BINH, AWAY)
    said = await town.write(BINH, again)
    assert "CHƯA GHI" in said
    assert "thứ Hai, 23/11" in said
    assert "Hoa" in said
    assert await town.sql(ROWS) == []
    await town.write(BINH, "đúng")
    assert [row[1:4] for row in await town.sql(ROWS)] == [
        ("2026-11-23", "2026-11-23", town.person(HOA))
    ]


async def test_without_a_name_it_is_asked_who(town: Town) -> None:
    said = await town.write(BINH, "nghỉ từ thứ 4 đến thứ 6")
    assert "Ai làm thay" in said
    assert "Hoa" in await town.tap(BINH, "Hoa")
    await town.tap(BINH, "Đúng")
    assert (await town.sql(ROWS))[0][3] == town.person(HOA)
    await town.write(HOA, "mai em xin nghỉ")
    await town.tap(HOA, "Không cần")
    await town.tap(HOA, "Đúng")
    assert (await town.sql(ROWS))[1][3] is None


async def test_due_work_is_the_stand_ins_and_comes_back(given: Town) -> None:
    town = given
    await town.write(BINH, "nhận")
    await go(town, BINH, "nghỉ thứ 2 đến thứ 3, Hoa làm thay")
    before = len(await town.heard(BINH))
    await town.go_to(clock(24, 9))
    assert len(await town.heard(BINH)) == before
    assert await says(town, HOA, "(thay đ/c Bình)")
    assert "147" in await town.write(HOA, "việc của tôi")
    await town.write(HOA, "xong 147, đã vận động 6 hộ")
    await town.tap(HOA, "Gửi")
    assert await town.sql("SELECT state, lead_id FROM assignment WHERE number = 147") == [
        ("review", town.person(BINH))
    ]
    await town.go_to(clock(25, 9))
    assert await town.sql(ROWS) == []
    assert "không" in (await town.write(HOA, "xong 147, thêm")).lower()


async def test_new_work_rings_at_the_stand_ins(town: Town) -> None:
    await go(town, BINH, "hôm nay em nghỉ, Hoa làm thay")
    before = len(await town.heard(BINH))
    said = await give(town, THANG, "bình", when="24/11")
    assert "nghỉ đến thứ Năm, 19/11; đ/c Nguyễn Thị Hoa nhận thay" in said
    assert await says(town, HOA, "Việc mới")
    assert len(await town.heard(BINH)) == before
    await town.go_to(clock(20, 9))
    assert await says(town, BINH, "Việc mới")


async def test_reports_go_to_the_next_in_rank_and_not_to_the_stand_in(given: Town) -> None:
    town = given
    await go(town, THANG, "hôm nay em nghỉ, Bình làm thay")
    assert (await town.sql(ROWS))[0][4] == town.person(LAN)
    await report(town)
    assert await says(town, LAN, "đã vận động 6 hộ")
    assert not await says(town, THANG, "đã vận động 6 hộ")
    await town.press(BINH, "c.pass:1")
    assert await town.sql("SELECT state FROM assignment WHERE number = 147") == [("review",)]
    await town.tap(LAN, "Đạt")
    assert await town.sql("SELECT state FROM assignment WHERE number = 147") == [("done",)]


async def test_a_stand_in_never_judges_what_they_did(given: Town) -> None:
    """Bình is away and Thắng, who gave the work, does it: a leader decides."""
    town = given
    await go(town, BINH, "hôm nay em nghỉ, Thắng làm thay")
    await town.write(THANG, "xong 147, đã vận động 6 hộ")
    await town.tap(THANG, "Gửi")
    await town.press(THANG, "c.pass:1")
    assert await town.sql("SELECT state FROM assignment WHERE number = 147") == [("review",)]


@pytest.mark.parametrize("line", ["t5 nghi, Hoa làm thay", "nghỉ thứ 5, nhờ chị Hoa làm thay"])
async def test_on_a_thursday_it_is_asked_which_one(town: Town, line: str) -> None:
    """It was not understood at all."""
    said = await town.write(BINH, line)
    assert "nghỉ hôm nay hay thứ Năm, 26/11" in said
    assert await town.sql(ROWS) == []
    assert "thứ Năm, 26/11" in await town.write(BINH, "nghỉ 26/11, Hoa làm thay")


async def test_who_is_away_stands_in_for_nobody(town: Town) -> None:
    await go(town, HOA, "mai nghỉ, Bình làm thay")
    said = await town.write(BINH, "nghỉ mai, Hoa làm thay")
    assert "đang làm thay" in said
    assert "cũng nghỉ" in await town.write(THANG, "nghỉ mai, Hoa làm thay")
    assert "không tự làm thay" in await town.write(THANG, "nghỉ mai, Thắng làm thay")
    assert "đã qua" in await town.write(THANG, "nghỉ hôm qua, Bình làm thay")
    assert "Không có ai tên" in await town.write(THANG, "mai nghỉ, Quỳnh làm thay")
    assert len(await town.sql(ROWS)) == 1


async def test_a_stand_in_who_falls_ill_has_one_of_their_own(given: Town) -> None:
    town = given
    await go(town, BINH, "hôm nay em nghỉ, Hoa làm thay")
    await go(town, HOA, "hôm nay em nghỉ, Thắng làm thay")
    assert "147" in await town.write(THANG, "việc của tôi")


async def test_back_earlier_by_a_tap(given: Town) -> None:
    town = given
    await go(town, BINH, "nghỉ hôm nay đến thứ 6, Hoa làm thay")
    assert "đi làm" in await town.tap(BINH, "Đi làm lại")
    assert await town.sql(ROWS) == []
    assert await says(town, HOA, "đã đi làm")
    assert "không có ngày nghỉ" in await town.write(BINH, "đi làm lại")


async def test_who_has_no_stand_in_is_not_reminded(given: Town) -> None:
    town = given
    await town.write(BINH, "hôm nay em xin nghỉ")
    await town.tap(BINH, "Không cần")
    await town.tap(BINH, "Đúng")
    await town.write(THANG, "nhắc 147")
    assert await says(town, THANG, "chưa có người làm thay")
    assert not await says(town, BINH, "đề nghị báo tiến độ")


async def test_a_days_off_of_volunteers_is_none_of_this(town: Town) -> None:
    for who in (MAI, CUONG):
        await town.write(who, "t7 này em nghỉ ạ")
    assert await town.sql(ROWS) == []


async def test_forged_buttons_are_answered(town: Town) -> None:
    for data in ("away.yes", "away.in:999", "away.back"):
        for who in (HANH, MAI):
            assert await town.press(who, data)
    await town.write(BINH, AWAY)
    for data in ("away.in:999", f"away.in:{town.person(BINH)}"):
        assert await town.press(BINH, data)
    assert await town.sql(ROWS) == []


async def test_a_day_off_of_somebody_else_is_no_work(town: Town) -> None:
    """«binh nghi t5» from who gives him work is read back and told to him; from anybody else it
    is said who may."""
    said = await town.write(HANH, "binh nghi t6, Hoa lam thay")
    assert "Đ/c Nguyễn Văn Bình nghỉ: thứ Sáu, 20/11" in said
    assert await town.sql(ROWS) == []
    assert "Đã ghi: đ/c Nguyễn Văn Bình" in await town.write(HANH, "đúng")
    ids = (town.person(BINH), "2026-11-20", "2026-11-20", town.person(HOA), None)
    assert await town.sql(ROWS) == [ids]
    assert await says(town, BINH, "Đ/c Đỗ Thị Hạnh đã ghi")
    assert "Ngày nghỉ của đ/c Lý Thị Dung" in await town.write(HOA, "Dung nghỉ thứ 3")
    assert "Ai làm thay" in await town.write(HANH, "chị Dung thứ 3 nghỉ")
    await town.tap(HANH, "Không cần")
    await town.tap(HANH, "Đúng")
    assert len(await town.sql(ROWS)) == 2
    await town.tap(BINH, "Đi làm lại")
    assert len(await town.sql(ROWS)) == 1
    assert await town.sql("SELECT count(*) FROM assignment") == [(0,)]


async def test_a_yes_names_nobody(town: Town) -> None:
    """«Ai làm thay?» is asked once more; «không cần» is an answer."""
    await town.write(BINH, "t6 e nghi")
    assert "Ai làm thay?" in await town.write(BINH, "ok")
    assert await town.sql(ROWS) == []
    assert "Đã ghi" in await town.write(BINH, "không cần")
    assert len(await town.sql(ROWS)) == 1


@pytest.mark.parametrize("line", ["mai ai nghỉ", "ngay mai co ai nghi khong", "t6 ai nghi"])
async def test_who_is_away_is_told(town: Town, line: str) -> None:
    assert "không có ai" in await town.write(HANH, "hôm nay ai nghỉ")
    await go(town)
    said = await town.write(HANH, line)
    assert "Nguyễn Văn Bình: thứ Sáu, 20/11; làm thay: Nguyễn Thị Hoa" in said
    assert "con sot" not in said


@pytest.mark.parametrize("line", ["Bình nghỉ ngày mai à?", "Binh mai nghi a?"])
async def test_whether_somebody_is_away_is_answered(town: Town, line: str) -> None:
    """It began work for him, or was passed on to his head as a word about something else."""
    assert "không có ai" in await town.write(THANG, line)
    assert "không có ai" in await town.write(HOA, line)
    await go(town)
    assert "Nguyễn Văn Bình: thứ Sáu, 20/11; làm thay" in await town.write(THANG, line)


@pytest.mark.parametrize(
    "line", ["mai dc nghi k a", "mai em được nghỉ không chị", "mai đc nghỉ ko"]
)
async def test_leave_asked_as_a_question_is_read_back(town: Town, line: str) -> None:
    said = await town.write(BINH, line)
    assert "thứ Sáu, 20/11" in said
    assert "Ai làm thay?" in said
    assert await town.sql(ROWS) == []


async def test_what_waits_for_somebody_away_is_chased_at_who_decides(town: Town) -> None:
    """Hà decides in people's opinions, with Dung at her side; both are away: the office hears."""
    await move_in(town)
    await town.write(CUONG, "ý kiến: đèn đường Trà Cổ hỏng, 5 hộ nói")
    for who in (HA, DUNG):
        await town.write(who, "nghỉ từ mai đến thứ 6 tuần sau")
        await town.tap(who, "Không cần")
        await town.tap(who, "Đúng")
    await town.go_to(clock(25, 9))
    assert await says(town, HANH, "YK-001") or await says(town, LAN, "YK-001")
    assert not await says(town, DUNG, "đến hạn")


# as staff type it, beside whatever else is asked


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("mai e nghi", "2026-11-20", "2026-11-20"),
        ("t6 e nghi a", "2026-11-20", "2026-11-20"),
        ("c oi mai e xin nghi 1 ngay", "2026-11-20", "2026-11-20"),
        ("mai e nghi nhe c", "2026-11-20", "2026-11-20"),
        ("cho e nghi t2 voi", "2026-11-23", "2026-11-23"),
        ("e xin phep nghi t2 t3", "2026-11-23", "2026-11-24"),
        ("e om mai xin nghi", "2026-11-20", "2026-11-20"),
        ("nha co viec mai e xin nghi", "2026-11-20", "2026-11-20"),
        ("mai e di kham benh xin nghi a", "2026-11-20", "2026-11-20"),
        ("em nghi tu t4 den t6", "2026-11-25", "2026-11-27"),
        ("mai e khong di lam duoc", "2026-11-20", "2026-11-20"),
        ("mai em vang mat a", "2026-11-20", "2026-11-20"),
        ("t6 nay e di hoc, nghi ca ngay", "2026-11-20", "2026-11-20"),
        ("xin phep c t6 nay e nghi", "2026-11-20", "2026-11-20"),
        ("e dk nghi phep t4 den t6 tuan sau", "2026-11-25", "2026-11-27"),
    ],
)
async def test_every_wording_is_read_back(town: Town, words: str, first: str, last: str) -> None:
    assert "Ai làm thay?" in await town.write(BINH, words)
    assert "Đã ghi" in await town.write(BINH, "ko can dau chi")
    assert [row[1:] for row in await town.sql(ROWS)] == [(first, last, None, None)]


@pytest.mark.parametrize(
    "words", ["e xin nghi sang t4", "chieu t4 e nghi", "mai e nghi buoi sang"]
)
async def test_half_a_day_is_said_to_be_a_whole_one(town: Town, words: str) -> None:
    assert "chỉ ghi nghỉ cả ngày" in await town.write(BINH, words)
    assert await town.sql(ROWS) == []
    await town.write(BINH, "thôi")
    assert await town.sql(ROWS) == []


@pytest.mark.parametrize(
    "no_need",
    ["ko can dau chi", "k can ai thay dau", "không cần đâu ạ", "khong can a", "thoi k can"],
)
async def test_nobody_is_needed_and_the_days_stay(town: Town, no_need: str) -> None:
    await town.write(BINH, "mai e nghi")
    assert "Đã ghi" in await town.write(BINH, no_need)
    assert len(await town.sql(ROWS)) == 1


async def test_an_aside_loses_nothing(town: Town) -> None:
    """Thanks, a word to somebody, «không cần đâu» under the whole: the yes is still heard."""
    for aside in ("ko can dau chi", "cam on c", "vang de e xem"):
        await town.write(BINH, "mai e nghi, Hoa lam thay")
        await town.write(BINH, aside)
        said = await town.write(BINH, "dung roi c")
        if "Đã ghi" not in said:
            said = await town.tap(BINH, "Nghỉ")
        assert "Đã ghi" in said, aside
        await town.tap(BINH, "Đi làm lại")


async def test_it_is_no_answer_to_what_is_asked(given: Town) -> None:
    """«mai e nghi» under a question of work: both are kept."""
    town = given
    await town.write(BINH, "nhận")
    await town.tap(BINH, "Tiến độ") if town.phone(BINH).can_tap("Tiến độ") else None
    assert "Ai làm thay?" in await town.write(BINH, "mai e nghi a")
    assert await town.sql("SELECT 1 FROM journal WHERE event = 'note'") == []
