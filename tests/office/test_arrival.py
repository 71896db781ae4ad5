"""Coming in: an invite tapped or typed, one's own number, and what a stranger hears."""

import asyncio
import re

from domain.dialogue import Expectation
from tests.town import BINH, HANH, HOA, MAI, Town

NEW = 8901
"""Bình's new telephone, with another account."""


async def invited(town: Town, name: str = "Bình") -> tuple[str, str]:
    """Hạnh makes an invite; its typed code and its link."""
    await town.write(HANH, f"/nguoi {name}")
    said = await town.tap(HANH, "Mã mời mới")
    code, link = re.search(r"CB-\w{4}-\w{4}", said), re.search(r"start=(i-[\w-]+)", said)
    assert code
    assert link
    return code[0], link[1]


async def test_a_link_lets_one_person_in_once(town: Town) -> None:
    _, payload = await invited(town)
    await town.phone(NEW).start(payload)
    assert "Đã xác nhận đồng chí Nguyễn Văn Bình" in await town.screen(NEW)
    await town.phone(MAI).start(payload)
    assert "không đúng hoặc đã hết hạn" in await town.screen(MAI)


async def test_a_typed_code_lets_in_however_it_is_written(town: Town) -> None:
    code, _ = await invited(town)
    assert "Đã xác nhận" in await town.write(NEW, code.lower().replace("-", " "))


async def test_the_old_account_loses_access_at_once(town: Town) -> None:
    code, _ = await invited(town)
    await town.write(NEW, code)
    assert "Xin chào" in await town.write(BINH, "việc")
    ((linked,),) = await town.sql("SELECT telegram_id FROM person WHERE name = :n", n=BINH.name)
    assert linked == NEW


async def test_raced_by_two_it_is_used_once(town: Town) -> None:
    code, _ = await invited(town)
    await asyncio.gather(town.phone(NEW).write(code), town.phone(MAI).write(code))
    heard = [await town.screen(NEW), await town.screen(MAI)]
    assert sum("Đã xác nhận" in said for said in heard) == 1
    assert sum("không đúng hoặc đã hết hạn" in said for said in heard) == 1


async def test_after_three_days_it_is_over(town: Town) -> None:
    code, _ = await invited(town)
    await town.later(hours=72)
    assert "không đúng hoặc đã hết hạn" in await town.write(NEW, code)


async def test_a_new_invite_ends_the_earlier_one(town: Town) -> None:
    early, _ = await invited(town)
    late, _ = await invited(town)
    assert "không đúng hoặc đã hết hạn" in await town.write(NEW, early)
    assert "Đã xác nhận" in await town.write(NEW, late)


async def test_only_hashes_are_kept(town: Town) -> None:
    code, payload = await invited(town)
    bare = (code, code.replace("-", ""), payload.removeprefix("i-"))
    for table in ("invite", "letter", "inbox", "journal", "expectation"):
        for row in await town.sql(f"SELECT * FROM {table}"):
            assert not any(secret in str(value) for value in row for secret in bare)


async def test_five_wrong_tries_then_silence_for_an_hour(town: Town) -> None:
    code, _ = await invited(town)
    for number in range(5):
        assert "không đúng" in await town.write(NEW, f"CB-3333-333{number}")
    before = len(await town.heard(NEW))
    await town.write(NEW, code)
    assert len(await town.heard(NEW)) == before
    await town.later(hours=1)
    assert "Đã xác nhận" in await town.write(NEW, code)


async def test_fifty_wrong_tries_close_typing_and_tell_the_admins(town: Town) -> None:
    code, payload = await invited(town)
    for number in range(50):
        await town.write(7000 + number // 4, f"CB-4444-{number:04}")
    assert "thử nhiều mã mời sai" in (await town.heard(HANH))[-1]
    assert not any("mã mời sai" in said for said in await town.heard(HOA))
    assert "không nhận mã gõ tay" in await town.write(NEW, code)
    await town.phone(NEW).start(payload)
    assert "Đã xác nhận" in await town.screen(NEW)


async def test_ones_own_number_links_a_waiting_row(town: Town) -> None:
    await town.sql("UPDATE person SET telegram_id = NULL WHERE name = :n", n=BINH.name)
    await town.write(NEW, "chào")
    phone = town.phone(NEW)
    await phone.contact(own=False, phone_number="+84900000104", user_id=BINH.id)
    assert "Chỉ nhận số của chính" in await town.screen(NEW)
    await phone.contact(phone_number="+84900000104")
    assert "Đã xác nhận" in await town.screen(NEW)
    assert phone.keyboard[0][0].text == "Việc của tôi"


async def test_a_forwarded_contact_is_not_ones_own(town: Town) -> None:
    phone = town.phone(NEW)
    shared = await phone.contact(phone_number="+84900000104")
    await town.settle()
    await town.sql("UPDATE person SET telegram_id = NULL WHERE name = :n", n=BINH.name)
    await phone.forward(shared)
    assert "Chỉ nhận số của chính" in await town.screen(NEW)


async def test_a_new_account_takes_the_row_over_by_ones_own_number(town: Town) -> None:
    """The old one loses it at once, and the office hears of it."""
    await town.phone(NEW).contact(phone_number="+84900000104")
    assert "Đã xác nhận đồng chí Nguyễn Văn Bình" in await town.screen(NEW)
    assert "Xin chào" in await town.write(BINH, "việc")
    assert any("tài khoản Telegram khác" in said for said in await town.heard(HANH))
    await town.phone(NEW).contact(phone_number="+84900000104")
    assert "đúng tài khoản này" in await town.screen(NEW)


async def test_a_number_that_is_on_no_list(town: Town) -> None:
    await town.phone(NEW).contact(phone_number="+84900000999")
    assert "chưa có trong danh sách" in await town.screen(NEW)


async def test_a_colleague_takes_nobodys_row_by_a_number(town: Town) -> None:
    await town.phone(HOA).contact(phone_number="+84900000104")
    assert "Bình" not in await town.screen(HOA)
    ((linked,),) = await town.sql("SELECT telegram_id FROM person WHERE name = :n", n=BINH.name)
    assert linked == BINH.id


async def test_a_colleague_cannot_use_anothers_invite(town: Town) -> None:
    code, _ = await invited(town)
    assert "Mã mời này dành cho người khác" in await town.write(HOA, code)
    assert "Đã xác nhận" in await town.write(NEW, code)


async def test_a_stranger_hears_what_they_can_do_then_a_short_word(town: Town) -> None:
    first = await town.write(MAI, "chào")
    assert "Gửi số của tôi" in first
    assert "Uông Bí" not in first
    second = await town.write(MAI, "alo")
    assert second != first
    assert "Chưa có tên trong danh sách" in second
    assert await town.sql("SELECT count(*) FROM person WHERE telegram_id = :t", t=MAI) == [(0,)]


async def test_a_volunteer_who_joins_the_office_stays_one_person(town: Town) -> None:
    """What the office has given the roster's row meanwhile comes along."""
    volunteer = await town.work(lambda w: w.people.add("Mai", w.now, telegram_id=MAI))
    waiting = Expectation("given")
    await town.work(lambda w: w.expectations.expect(town.person(BINH), waiting, w.now))
    code, _ = await invited(town)
    assert "Đã xác nhận đồng chí Nguyễn Văn Bình" in await town.write(MAI, code)
    person = await town.work(lambda w: w.people.by_code("CB04", w.today))
    assert (person.id, person.telegram_id, person.name) == (volunteer, MAI, "Nguyễn Văn Bình")
    assert await town.work(lambda w: w.expectations.find(volunteer, "given", 0, w.now))
    assert "Xin chào" in await town.write(BINH, "việc")
