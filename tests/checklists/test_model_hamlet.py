"""A model hamlet from its founding to its recognition; a house stands under its code alone."""

from datetime import timedelta

from actions.own_data.retention import ERASED
from domain.retention import DAYS
from tests.helpers.begun import begun
from tests.helpers.matters import move_in
from tests.helpers.reports import in_full
from tests.town import BINH, CUONG, HOA, LAN, THANG, Town, clock, says


@begun
async def hamlet(town: Town) -> Town:
    """Thắng, who decides in movements, founds it in Cường's ward."""
    await move_in(town)
    await town.write(THANG, "tiêu chí")
    await town.tap(THANG, "Lập thôn mẫu")
    await town.write(THANG, "Thôn Đông, Ka Long")
    return town


async def claim(town: Town, number: int) -> str:
    await town.press(CUONG, f"ck.mark:1:{number}.claimed")
    await town.phone(CUONG).photo()
    return await town.screen(CUONG)


async def test_it_begins_with_the_sample_of_ten(hamlet: Town) -> None:
    card = await hamlet.screen(THANG)
    assert "TM-01 – Thôn mẫu – Thôn Đông, Ka Long: 0/10" in card
    assert "▫️ 10. Từ 90% hộ dự Ngày hội Đại đoàn kết" in card


async def test_the_base_claims_with_a_photo_and_the_section_verifies(hamlet: Town) -> None:
    town = hamlet
    assert "Thôn Đông" in await town.write(CUONG, "TM1")
    await town.tap(CUONG, "2")
    assert "gửi một ảnh" in await town.tap(CUONG, "Báo đạt (1 ảnh)")
    assert "đề nghị gửi một ảnh" in await town.write(CUONG, "đã có điện sáng")
    await town.phone(CUONG).photo()
    assert "chờ thẩm định" in await town.screen(CUONG)
    assert await town.sql("SELECT about FROM attachment") == [("checking:1.2",)]
    assert any("mục 2: đã báo đạt" in text for text in await town.heard(THANG))
    assert "tự thẩm định" not in await town.press(THANG, "ck.mark:1:2.verified")
    assert any("mục 2: đã thẩm định đạt (1/10)" in text for text in await town.heard(CUONG))


async def test_what_is_returned_says_why(hamlet: Town) -> None:
    town = hamlet
    await claim(town, 1)
    assert "lý do" in await town.press(THANG, "ck.mark:1:1.returned")
    await town.write(THANG, "ảnh mờ")
    assert any("trả lại – ảnh mờ" in text for text in await town.heard(CUONG))
    assert "↩️ 1. Quy ước thôn – ảnh mờ" in await town.write(CUONG, "TM1")


async def test_a_returned_item_is_claimed_again_under_its_photo(hamlet: Town) -> None:
    """Its screen is a photo: what the press asks stands under that, in the photo's own words."""
    town = hamlet
    await claim(town, 1)
    await town.press(THANG, "ck.mark:1:1.returned")
    await town.write(THANG, "ảnh mờ")
    await town.write(CUONG, "TM1")
    await town.tap(CUONG, "1")
    assert town.phone(CUONG).last.kind == "photo"
    assert "gửi một ảnh" in await town.tap(CUONG, "Báo đạt (1 ảnh)")
    await town.phone(CUONG).photo()
    assert "chờ thẩm định" in await town.screen(CUONG)


async def test_why_it_was_returned_is_not_kept_for_ever(hamlet: Town) -> None:
    town = hamlet
    await claim(town, 1)
    await town.press(THANG, "ck.mark:1:1.returned")
    await town.write(THANG, "ảnh mờ")
    town.now += timedelta(days=DAYS["reasons"] + 1)
    await town.work(ERASED["reasons"])
    assert await town.sql("SELECT status, why FROM checklist_mark") == [("returned", "")]


async def test_nobody_verifies_their_own_nor_the_last_one_alone(hamlet: Town) -> None:
    town = hamlet
    await town.press(BINH, "ck.mark:1:1.claimed")
    await town.phone(BINH).photo()
    assert "không tự thẩm định" in await town.press(BINH, "ck.mark:1:1.verified")
    await town.press(HOA, "ck.mark:1:1.verified")
    for number in range(2, 11):
        await claim(town, number)
        await town.press(HOA, f"ck.mark:1:{number}.verified")
    assert "chờ người thứ hai" in await town.write(HOA, "TM1") or "🔶" in await town.screen(HOA)
    assert "còn thiếu mục 10" in await town.press(LAN, "ck.close:1")
    assert "hai người" in await town.press(HOA, "ck.mark:1:10.verified")
    await town.press(THANG, "ck.mark:1:10.verified")
    assert "10/10" in await town.write(LAN, "TM1")
    await town.tap(LAN, "Công nhận")
    assert await town.sql("SELECT closed_at IS NOT NULL FROM checking") == [(1,)]


async def test_a_claim_that_waits_for_a_week_is_told_to_who_may_verify(hamlet: Town) -> None:
    """Once, when its week is over; not to whoever claimed it."""
    town = hamlet
    await claim(town, 2)
    await town.go_to(clock(26, 9))
    assert not await says(town, THANG, "chưa thẩm định")
    await town.go_to(clock(27, 9))
    for who in (THANG, BINH, HOA):
        assert await says(town, who, "TM-01 Thôn mẫu Thôn Đông, Ka Long: mục 2, từ 19/11")
    assert not await says(town, CUONG, "quá 7 ngày")
    await town.go_to(clock(30, 9))
    assert len([one for one in await town.heard(THANG) if "quá 7 ngày" in one]) == 1


async def test_the_base_of_elsewhere_neither_sees_nor_claims(hamlet: Town) -> None:
    town = hamlet
    await town.sql(
        "UPDATE checking SET locality_id = (SELECT id FROM locality WHERE code='TRACO')"
    )
    assert "Thôn Đông" not in await town.write(CUONG, "TM1")
    await claim(town, 1)
    assert await town.sql("SELECT * FROM checklist_mark") == []


async def test_new_criteria_change_nothing_in_what_was_begun(hamlet: Town) -> None:
    town = hamlet
    await town.write(THANG, "tiêu chí")
    await town.tap(THANG, "Tiêu chí thôn mẫu")
    assert "Gửi" in await town.write(THANG, "Sạch\n! Sáng")
    assert "2 mục" in await town.write(THANG, "gửi")
    assert "0/10" in await town.write(THANG, "TM1")
    await town.write(THANG, "tiêu chí")
    await town.tap(THANG, "Lập thôn mẫu")
    assert "0/2" in await town.write(THANG, "Thôn 3, Trà Cổ")


async def test_a_pasted_list_is_read_back_cleaned_and_taken_back(hamlet: Town) -> None:
    town = hamlet
    old = await town.sql("SELECT count(*) FROM checklist WHERE kind = 'hamlet'")
    await town.press(THANG, "ck.list:0:hamlet")
    said = await town.write(
        THANG,
        "Dạ bảng mới đây ạ:\n1. Không đói nghèo\n3. ! Không bạo lực gia đình\n- Sạch nhà"
        "\n5) Sạch bếp",
    )
    assert "(4 mục):\nKhông đói nghèo\n! Không bạo lực gia đình\nSạch nhà\nSạch bếp" in said
    assert await town.sql("SELECT count(*) FROM checklist WHERE kind = 'hamlet'") == old
    await town.tap(THANG, "Gửi")
    await town.tap(THANG, "Lấy lại bảng cũ")
    await town.write(THANG, "tiêu chí")
    await town.tap(THANG, "Lập thôn mẫu")
    assert "0/10" in await town.write(THANG, "Thôn 3, Trà Cổ")


async def test_criteria_changed_while_half_are_met(hamlet: Town) -> None:
    """What was verified by the old ones stays so; the new ones are of the next hamlet."""
    town = hamlet
    for number in range(1, 6):
        await claim(town, number)
        await town.press(THANG, f"ck.mark:1:{number}.verified")
    await town.write(THANG, "tiêu chí")
    await town.tap(THANG, "Tiêu chí thôn mẫu")
    await town.write(THANG, "Sạch\nSáng\nAn toàn")
    await town.tap(THANG, "Gửi")
    assert "5/10" in await town.write(THANG, "TM1")
    await claim(town, 6)
    assert "(6/10)" in await town.press(THANG, "ck.mark:1:6.verified")


async def test_a_house_by_its_code_only(hamlet: Town) -> None:
    town = hamlet
    await town.write(THANG, "tiêu chí")
    await town.tap(THANG, "Lập nhà mẫu")
    assert "không ghi hộ nào" in await town.write(THANG, "nhà ông Ba")
    assert "NM-VN-017: 0/8" in await town.write(THANG, "NM-VN-017")


async def test_the_report_counts_what_was_verified(hamlet: Town) -> None:
    town = hamlet
    await in_full(town, LAN)
    await claim(town, 1)
    await town.press(THANG, "ck.mark:1:1.verified")
    await town.go_to(clock(23, 7, 1))
    said = next(text for text in await town.heard(LAN) if "BÁO CÁO TUẦN" in text)
    assert "THÔN MẪU, NHÀ MẪU\n• Thôn mẫu Thôn Đông, Ka Long: 1/10 tiêu chí (▲1)" in said


async def report_of_the_week(town: Town) -> str:
    await in_full(town, LAN)
    await town.go_to(clock(23, 7, 1))
    return next(text for text in await town.heard(LAN) if "BÁO CÁO TUẦN" in text)


async def test_houses_are_counted_by_place_and_never_named(hamlet: Town) -> None:
    town = hamlet
    for code in ("NM-KL-001", "NM-KL-002"):
        await town.write(THANG, "tiêu chí")
        await town.tap(THANG, "Lập nhà mẫu")
        await town.write(THANG, code)
    ward = "(SELECT id FROM locality WHERE code = 'KALONG')"
    await town.sql(f"UPDATE checking SET locality_id = {ward} WHERE kind = 'house'")
    await town.sql("UPDATE checking SET closed_at = unixepoch('2026-11-20 02:00') WHERE id = 3")
    said = await report_of_the_week(town)
    assert "• Nhà mẫu Ka Long: 1/2 nhà (▲1)" in said
    assert "NM-KL" not in said


async def test_a_claim_that_nobody_looked_at_for_a_week_is_named(hamlet: Town) -> None:
    town = hamlet
    await claim(town, 1)
    await claim(town, 2)
    await town.sql("UPDATE checklist_mark SET at = unixepoch('2026-11-15 02:00') WHERE item = 1")
    said = await report_of_the_week(town)
    assert "• Báo đạt quá 7 ngày chưa thẩm định: 1 (Thôn Đông, Ka Long 1)." in said


async def test_what_lapsed_after_a_year_is_claimed_and_verified_anew(hamlet: Town) -> None:
    """Also where it was recognised: it is open again until it holds once more."""
    town = hamlet
    for number in range(1, 11):
        await claim(town, number)
        await town.press(HOA, f"ck.mark:1:{number}.verified")
    await town.press(THANG, "ck.mark:1:10.verified")
    await town.press(LAN, "ck.close:1")
    assert "đã kết thúc" in await town.press(CUONG, "ck.mark:1:3.claimed")
    await town.sql("UPDATE checklist_mark SET at = unixepoch('2025-11-01 02:00') WHERE item = 3")
    assert "⌛ 3." in await town.write(CUONG, "TM1")
    await claim(town, 3)
    assert "chờ người thứ hai" in await town.press(HOA, "ck.mark:1:3.verified")
    await town.press(THANG, "ck.mark:1:3.verified")
    assert "10/10" in await town.write(LAN, "TM1")


async def test_rows_of_a_sheet_are_a_list(hamlet: Town) -> None:
    """Copied cell by cell, the number in a column of its own; a tab is no part of an item."""
    town = hamlet
    await town.press(THANG, "ck.list:0:hamlet")
    said = await town.write(
        THANG,
        "STT\tTiêu chí\n1\tKhông đói nghèo\n2\t! Không bạo lực gia đình\t\n3\t5 sạch: sạch nhà\n"
        '4\t"Sạch bếp"',
    )
    assert (
        "(4 mục):\nKhông đói nghèo\n! Không bạo lực gia đình\n5 sạch: sạch nhà\nSạch bếp" in said
    )


async def test_a_hamlet_that_was_recognised_is_good_news_of_its_week(hamlet: Town) -> None:
    town = hamlet
    await in_full(town, LAN)
    for number in range(1, 11):
        await claim(town, number)
        await town.press(HOA, f"ck.mark:1:{number}.verified")
    await town.press(THANG, "ck.mark:1:10.verified")
    await town.write(LAN, "TM1")
    await town.tap(LAN, "Công nhận")
    await town.go_to(clock(23, 7, 1))
    said = next(t for t in reversed(await town.heard(LAN)) if "BÁO CÁO TUẦN 47" in t)
    good = said.partition("KẾT QUẢ TỐT")[2]
    assert "• Công nhận Thôn mẫu Thôn Đông, Ka Long (10/10 tiêu chí)." in good


async def marks(town: Town) -> dict[int, str]:
    return dict(await town.sql("SELECT item, status FROM checklist_mark ORDER BY item"))


async def test_the_photo_is_of_what_was_said_last(hamlet: Town) -> None:
    """Claims stood in a line behind the open one: four photos went to wrong criteria."""
    town = hamlet
    assert "mục 4" in await town.write(CUONG, "tm-01 muc 4 dat")
    assert "mục 3" in await town.write(CUONG, "tm-01 3 dat")
    await town.write(CUONG, "TM1")
    await town.tap(CUONG, "1")
    await town.tap(CUONG, "Báo đạt (1 ảnh)")
    await town.phone(CUONG).photo()
    await town.settle()
    assert await marks(town) == {1: "claimed"}
    await town.phone(CUONG).photo()
    await town.settle()
    assert await marks(town) == {1: "claimed", 3: "claimed"}


async def test_several_of_a_line_are_asked_as_they_were_said(hamlet: Town) -> None:
    town = hamlet
    await town.write(CUONG, "tm-01 muc 4 dat")
    assert "mục 5" in await town.write(CUONG, "tm-01 5 dat, 6 dat")
    for _ in range(3):
        await town.phone(CUONG).photo()
        await town.settle()
    assert list(await marks(town)) == [4, 5, 6]
    assert "mục 5 đã báo đạt" in await town.write(CUONG, "tm-01 5 dat")
    assert "mục 7" in await town.write(CUONG, "tm-01 5 dat, 7 dat")


async def test_a_photo_under_an_item_that_was_opened_claims_it(hamlet: Town) -> None:
    """It was taken for a photo of nothing, and offered to a Saturday."""
    town = hamlet
    await town.write(CUONG, "TM1")
    await town.tap(CUONG, "2")
    await town.phone(CUONG).photo()
    await town.settle()
    assert await marks(town) == {2: "claimed"}


async def test_words_for_another_item_are_of_that_one(hamlet: Town) -> None:
    """«thon mau muc 5 dat roi» was kept as a note of item 4, for which a photo was waited."""
    town = hamlet
    await town.write(CUONG, "tm-01 muc 4 dat")
    assert "mục 5" in await town.write(CUONG, "thon mau muc 5 dat roi")
    await town.phone(CUONG).photo(caption="quy ước thôn")
    await town.settle()
    assert await marks(town) == {1: "claimed"}
    await town.phone(CUONG).photo()
    await town.settle()
    assert await marks(town) == {1: "claimed", 5: "claimed"}


async def test_an_album_is_of_one_item(hamlet: Town) -> None:
    town = hamlet
    await town.write(CUONG, "tm-01 1 dat, 2 dat")
    await town.phone(CUONG).photo(album=3)
    await town.settle()
    assert await marks(town) == {1: "claimed"}
    assert await town.sql("SELECT DISTINCT about FROM attachment") == [("checking:1.1",)]


async def test_each_hears_what_waits_for_them_and_the_recognised_one_stays(hamlet: Town) -> None:
    """The chairman did not hear that one waits for him, the second verifier that the last item
    does, the hamlet that it was recognised; and it vanished from the board."""
    town = hamlet
    for number in range(1, 11):
        await claim(town, number)
        await town.press(HOA, f"ck.mark:1:{number}.verified")
    assert await says(town, THANG, "mục 10: đã thẩm định, chờ người thứ hai")
    assert not await says(town, LAN, "chờ công nhận")
    await town.press(THANG, "ck.mark:1:10.verified")
    assert await says(town, LAN, "đủ 10/10 tiêu chí, chờ công nhận")
    await town.tap(LAN, "TM-01")
    assert "đã công nhận (10/10)" in await town.tap(LAN, "Công nhận")
    assert await says(town, CUONG, "đã được công nhận (10/10 tiêu chí)")
    assert "10/10 ✅ đã công nhận" in await town.write(THANG, "thôn mẫu")
    await in_full(town, LAN)
    await town.go_to(clock(23, 7, 1))
    said = next(t for t in reversed(await town.heard(LAN)) if "BÁO CÁO TUẦN 47" in t)
    assert "Thôn Đông, Ka Long: 10/10 tiêu chí, đã công nhận (▲10)" in said
    await town.go_to(clock(30, 7, 1))
    said = next(t for t in reversed(await town.heard(LAN)) if "BÁO CÁO TUẦN 48" in t)
    assert "Thôn mẫu đã công nhận: 1 (Thôn Đông, Ka Long)" in said
