"""Who answers for what: a section or one person, given by the office, carried beside the roles."""

from datetime import timedelta
from pathlib import Path

import pytest

from actions.office.duties import give_to_unit
from actions.office.offices import NewOffice, found_office
from domain.absences import Absence
from domain.access import OF_ONE_LEADER, Actor, Duty, Role, operator_of
from storage import Work
from storage.accounts import actor_by_telegram
from storage.bundled import presets
from tests.helpers.house import fresh
from tests.helpers.matters import TRAN, matter, move_in
from tests.town import (
    BINH,
    CUONG,
    DUNG,
    HANH,
    HOA,
    LAN,
    SINCE,
    THANG,
    THURSDAY,
    Neighbour,
    Town,
    clock,
    says,
)


async def actor(town: Town, who: Neighbour) -> Actor:
    found = await town.work(lambda w: actor_by_telegram(w.connection, who.id, w.now))
    assert isinstance(found, Actor)
    return found


async def section(town: Town, code: str) -> int:
    return int((await town.sql("SELECT id FROM unit WHERE code = :code", code=code))[0][0])


async def test_a_section_carries_its_duty_and_its_head_decides(town: Town) -> None:
    thang, binh = await actor(town, THANG), await actor(town, BINH)
    assert thang.duties == binh.duties == {Duty.MOVEMENTS, Duty.TRAINING}
    assert thang.leads == thang.duties
    assert binh.leads == frozenset()
    assert (await actor(town, CUONG)).duties == frozenset()


async def test_the_office_gives_a_duty_to_another_section(town: Town) -> None:
    await town.write(HANH, "Văn phòng")
    assert "Ý kiến nhân dân: Tiểu ban Dân chủ - Pháp luật" in await town.tap(
        HANH, "Phân công phụ trách"
    )
    await town.tap(HANH, "Tập huấn")
    said = await town.tap(HANH, "Dân chủ - Pháp…")
    assert "Tập huấn: Tiểu ban Dân chủ - Pháp luật" in said
    assert (await actor(town, DUNG)).duties == {Duty.OPINIONS, Duty.TRAINING}
    assert (await actor(town, BINH)).duties == {Duty.MOVEMENTS}
    told = await town.screen(THANG)
    assert told.startswith("Tập huấn: nay Tiểu ban Dân chủ - Pháp luật phụ trách,"), "he had it"


async def test_or_to_one_person_who_then_decides(town: Town) -> None:
    await town.write(HANH, "phân công phụ trách")
    await town.tap(HANH, "Kiểm tra, giám sát")
    await town.tap(HANH, "Một đồng chí")
    read = await town.write(HANH, "đ/c Dung")
    assert "Lý Thị Dung phụ trách Kiểm tra, giám sát" in read
    assert "Đang phụ trách: Tiểu ban Kiểm tra - Giám sát" in read
    assert (await actor(town, DUNG)).leads == frozenset()
    assert "Kiểm tra, giám sát: Lý Thị Dung" in await town.tap(HANH, "Gửi")
    assert "phụ trách: Kiểm tra, giám sát" in await town.screen(DUNG)
    assert (await actor(town, DUNG)).leads == {Duty.SUPERVISION}


async def test_a_duty_ends_with_the_membership(town: Town) -> None:
    dung = town.person(DUNG)
    await town.work(lambda w: w.duties.give(Duty.SUPERVISION, w.today, person_id=dung))
    await town.work(lambda w: w.people.leave(dung, w.today))
    assert await town.work(lambda w: w.duties.people(Duty.SUPERVISION, w.today)) == []


async def test_days_a_question_and_who_is_told(town: Town) -> None:
    """From the first day to the last; then whoever had it before has it again."""
    await move_in(town)
    await town.write(HANH, "giao đ/c Dung phụ trách giám sát từ 20/11 đến 30/11")
    assert "từ 20/11 đến hết 30/11" in await town.screen(HANH)
    await town.write(HANH, "gửi")
    assert "từ 20/11 đến hết 30/11" in await town.screen(DUNG)
    assert await says(town, TRAN, "thôi phụ trách")
    assert "Tiểu ban Kiểm tra - Giám sát – đ/c Lê Văn Trận" in await town.write(
        BINH, "ai phụ trách giám sát vậy em"
    )
    assert (await actor(town, DUNG)).leads == frozenset()
    town.now = clock(20, 9)
    assert (await actor(town, DUNG)).leads == {Duty.SUPERVISION}
    assert "Lý Thị Dung" in await town.write(CUONG, "ai lo giám sát")
    assert "đến hết 30/11" in await town.write(BINH, "phân công phụ trách")
    town.now = clock(30, 9) + timedelta(days=1)
    assert (await actor(town, TRAN)).leads == {Duty.SUPERVISION}
    assert "Văn phòng ghi" in await town.write(LAN, "Dung phụ trách giám sát")
    assert await town.sql("SELECT * FROM assignment") == []


async def test_who_leaves_carries_it_no_longer_and_a_successor_is_asked_for(town: Town) -> None:
    await town.write(HANH, "Dung phụ trách tập huấn")
    await town.tap(HANH, "Gửi")
    assert "phụ trách: Tập huấn" in await town.write(HANH, "/nghi Dung")
    await town.tap(HANH, "Cho nghỉ")
    assert "Tập huấn: chưa giao" in await town.write(HANH, "phân công phụ trách")
    assert town.phone(HANH).can_tap("Tập huấn")


async def test_a_coming_holder_stands_in_the_table_and_hears_of_the_day(town: Town) -> None:
    await move_in(town)
    await town.write(HANH, "Dung phụ trách giám sát từ 24/11 đến 26/11")
    await town.write(HANH, "gửi")
    line = "(đến hết 23/11); từ 24/11 đến hết 26/11: Lý Thị Dung; từ 27/11: Tiểu ban Kiểm tra"
    assert line in await town.write(BINH, "phân công phụ trách")
    assert "từ 24/11 đến hết 26/11: Lý Thị Dung" in await town.write(BINH, "ai lo giám sát")
    assert "phụ trách: Kiểm tra, giám sát" in await town.write(HANH, "/nghi Dung")
    await town.go_to(clock(24, 9))
    assert await says(
        town, DUNG, "Từ hôm nay đồng chí phụ trách: Kiểm tra, giám sát, đến hết 26/11"
    )
    assert await says(town, TRAN, "từ hôm nay đồng chí thôi phụ trách; nay Lý Thị Dung phụ trách")
    await town.go_to(clock(27, 9))
    assert await says(town, DUNG, "từ hôm nay đồng chí thôi phụ trách")
    assert await says(town, TRAN, "Từ hôm nay đồng chí phụ trách: Kiểm tra, giám sát.")
    assert not await says(town, HANH, "Chưa có ai phụ trách")


async def test_what_is_planned_for_later_survives_a_shorter_change(town: Town) -> None:
    await move_in(town)
    await town.write(HANH, "Dung phụ trách giám sát từ 1/12 đến 31/12")
    await town.write(HANH, "gửi")
    await town.write(HANH, "Hoa phụ trách giám sát từ 23/11 đến 25/11")
    await town.write(HANH, "gửi")
    said = await town.write(BINH, "phân công phụ trách")
    assert "từ 23/11 đến hết 25/11: Nguyễn Thị Hoa; từ 26/11 đến hết 30/11: Tiểu ban" in said
    assert "từ 1/12 đến hết 31/12: Lý Thị Dung; từ 1/01/2027: Tiểu ban" in said


async def test_who_leaves_in_the_middle_is_followed_at_once_or_the_office_hears(
    town: Town,
) -> None:
    """Who was to have it again has it now; of what nobody has the whole office hears."""
    await move_in(town)
    await town.write(HANH, "Dung phụ trách giám sát từ 19/11 đến 30/11")
    await town.write(HANH, "gửi")
    await town.write(HANH, "Dung phụ trách tập huấn")
    await town.write(HANH, "gửi")
    office = town.person(HOA)
    await town.sql("UPDATE role_grant SET role = 'office_admin' WHERE person_id = :p", p=office)
    await town.write(HANH, "/nghi Dung")
    await town.tap(HANH, "Cho nghỉ")
    assert (await actor(town, TRAN)).leads == {Duty.SUPERVISION}
    assert await says(town, HOA, "Chưa có ai phụ trách: Tập huấn")
    assert not await says(town, HOA, "Chưa có ai phụ trách: Kiểm tra")
    await town.tap(HOA, "Tập huấn")


DROPPED = (
    "thôi không giao Dung phụ trách giám sát nữa",
    "bo phu trach giam sat cua Dung",
    "Dung thôi phụ trách giám sát",
)


@pytest.mark.parametrize("line", DROPPED)
async def test_it_is_taken_back_in_words(town: Town, line: str) -> None:
    await move_in(town)
    await town.write(HANH, "Dung phụ trách giám sát từ 19/11 đến 30/11")
    await town.write(HANH, "gửi")
    assert "Lý Thị Dung" in await town.write(BINH, "ai phụ trách giám sát thứ 6 này")
    assert "Tiểu ban Kiểm tra" in await town.write(BINH, "ai lo giám sát ngày 2/12 vậy em")
    assert "(đến hết 30/11)?" in await town.write(HANH, line)
    assert (await actor(town, TRAN)).leads == frozenset()
    assert "giám sát: Tiểu ban Kiểm tra" in await town.tap(HANH, "Thôi giao")
    assert (await actor(town, TRAN)).leads == {Duty.SUPERVISION}
    assert await says(town, DUNG, "từ hôm nay đồng chí thôi phụ trách")
    assert "chưa được giao" in await town.write(HANH, line)


async def test_who_is_away_and_alone_has_it_said(town: Town) -> None:
    await town.write(HANH, "Dung phụ trách tập huấn từ 23/11 đến 30/11")
    await town.write(HANH, "gửi")
    assert "Một mình phụ trách" not in await town.write(DUNG, "mai nghỉ, Hoa làm thay")
    said = await town.write(DUNG, "nghỉ từ 24/11 đến 25/11, Hoa làm thay")
    assert "Một mình phụ trách: Tập huấn" in said
    await town.write(DUNG, "đúng")
    assert await says(town, HANH, "đang một mình phụ trách: Tập huấn")


async def test_of_two_who_are_called_so_it_is_asked_which(town: Town) -> None:
    await town.sql("UPDATE person SET name = 'Bình Thị Hoa' WHERE name = :n", n=HOA.name)
    for line in ("/nghi Bình", "/suanguoi Bình"):
        said = await town.write(HANH, line)
        assert "Nguyễn Văn Bình" in said
        assert "Bình Thị Hoa" in said


async def test_the_office_section_registers_what_comes_in(town: Town) -> None:
    """A clerk of it, who has no other right there."""
    clerk = Neighbour("Đinh Thị Lụa", 8310, "VP", "HPN", (Role.STAFF,))
    await move_in(town, (clerk,), first=30)
    await town.write(clerk, "công văn đến: 415 của Tỉnh ủy, trả lời trước 5/12")
    assert await town.sql("SELECT code, state FROM matter") == [("CV-001", "received")]
    assert "Văn bản đến: Văn phòng" in await town.write(clerk, "ai phụ trách công văn đến")


@pytest.mark.parametrize("who", [LAN, THANG, BINH, CUONG])
async def test_nobody_else_says_who_answers(town: Town, who: Neighbour) -> None:
    for data in ("duty_unit:1:training", "duty:0:training", "duty_person:0:training"):
        assert "chưa được phân quyền" in await town.press(who, data)
    assert (await actor(town, BINH)).duties == {Duty.MOVEMENTS, Duty.TRAINING}


async def test_what_no_button_says_is_refused(town: Town) -> None:
    assert "không còn dùng" in await town.press(HANH, "duty:0:cooking")
    assert "Không tìm thấy" in await town.press(HANH, "duty_unit:999:training")


async def test_the_operator_may_and_other_offices_have_their_own(town: Town) -> None:
    await town.elsewhere("Người bên cạnh")
    theirs = await town.sql("SELECT count(*) FROM duty WHERE office_id <> :o", o=town.office_id)
    assert theirs == [(5,)]
    operator = operator_of(town.office_id)
    await town.house.desk.do(give_to_unit, operator, "training", await section(town, "VP"))
    assert (await actor(town, BINH)).duties == {Duty.MOVEMENTS}
    assert await town.sql(
        "SELECT count(*) FROM duty WHERE office_id <> :o AND valid_to IS NULL", o=town.office_id
    ) == [(5,)]


@pytest.mark.parametrize("preset", ["commune_2026", "district_2017"])
def test_a_preset_says_who_answers_for_everything(preset: str, tmp_path: Path) -> None:
    new = NewOffice(presets()[preset], "UB", "Cơ quan")
    work: Work = found_office(fresh(), new, SINCE, THURSDAY)
    assert {row.duty for row in work.duties.given(work.today)} == set(Duty) - OF_ONE_LEADER


@pytest.mark.parametrize(
    "line",
    [
        "tuan sau Dung truc y kien dan",
        "Dung trực ý kiến của dân tuần sau nhé",
        "giao Dung trực ý kiến bà con tuần sau",
    ],
)
async def test_whoever_is_on_call_for_a_week_has_the_duty_then(town: Town, line: str) -> None:
    assert "Lý Thị Dung" in await town.write(HANH, line)
    await town.tap(HANH, "Gửi")
    kept = "SELECT person_id, valid_from, valid_to FROM duty WHERE person_id IS NOT NULL"
    assert await town.sql(kept) == [(town.person(DUNG), "2026-11-23", "2026-11-30")]


async def away(town: Town, stand_in: Neighbour | None, decides: Neighbour | None) -> None:
    """Dung, who alone answers for opinions."""

    def tell(work: Work) -> None:
        work.duties.give(Duty.OPINIONS, work.today, person_id=town.person(DUNG))
        stands, rules = (town.person(one) if one else None for one in (stand_in, decides))
        last = work.today + timedelta(days=3)
        work.absences.add(Absence(town.person(DUNG), work.today, last, stands, rules))

    await town.work(tell)


async def test_who_stands_in_does_the_work_of_the_duty_and_decides_nothing(town: Town) -> None:
    await away(town, HOA, THANG)
    hoa, thang = await actor(town, HOA), await actor(town, THANG)
    assert Duty.OPINIONS in hoa.duties - hoa.leads
    assert Duty.OPINIONS in thang.duties & thang.leads
    await town.write(CUONG, "ý kiến: đèn đường khu 2 hỏng, 12 hộ")
    await town.write(BINH, "yk1 phân loại xong")
    assert await matter(town, "state", "YK-001") == ("new",)
    await town.write(HOA, "yk1 phân loại xong")
    assert await matter(town, "state", "YK-001") == ("sorted",)
    await town.work(lambda w: w.lookups.add("body", "UBND phường Ka Long", w.today))
    await town.sql("UPDATE matter SET body_id = (SELECT max(id) FROM lookup)")
    await town.write(HOA, "yk1 số 142 ngày 18/11")
    assert await matter(town, "state", "YK-001") == ("sorted",)
    await town.write(THANG, "yk1 số 142 ngày 18/11")
    assert await matter(town, "state", "YK-001") == ("forwarded",)
    await town.go_to(clock(24, 8))
    later = await actor(town, HOA)
    assert Duty.OPINIONS not in later.duties


async def test_what_is_due_of_a_duty_rings_who_stands_in(town: Town) -> None:
    await away(town, HOA, None)
    await town.write(CUONG, "ý kiến: đèn đường khu 2 hỏng, 12 hộ")
    await town.sql("UPDATE matter SET state = 'forwarded', due_at = unixepoch('2026-11-20 02:00')")
    await town.go_to(clock(20, 8, 30))
    assert await says(town, HOA, "việc đến hạn, quá hạn")
    assert not await says(town, HANH, "việc đến hạn, quá hạn")


async def test_a_stand_in_for_a_head_has_the_sections_duty(town: Town) -> None:
    def tell(work: Work) -> None:
        last = work.today + timedelta(days=3)
        work.absences.add(
            Absence(town.person(THANG), work.today, last, town.person(DUNG), town.person(HOA))
        )

    await town.work(tell)
    dung, hoa = await actor(town, DUNG), await actor(town, HOA)
    assert Duty.MOVEMENTS in dung.duties - dung.leads
    assert Duty.MOVEMENTS in hoa.leads


@pytest.mark.parametrize(
    "line", ["tuần này ai trực", "t7 ai trực", "ai truc thu 7 nay a", "mai ai trực cơ quan"]
)
async def test_who_is_on_duty_is_asked_of_each(town: Town, line: str) -> None:
    """No duty is named; it is no question to whoever gave the one open task."""
    await move_in(town)
    assert "Phân công phụ trách" in await town.write(TRAN, line)
