"""Behind a matter's code an order or a question is no mere note: it is asked, and reaches whom it
is for."""

import pytest

from tests.helpers.begun import begun
from tests.helpers.matters import LIEN, TRAN, matter, move_in
from tests.town import BINH, DUNG, HANH, LAN, THANG, Town, says


@begun
async def office(town: Town) -> Town:
    await move_in(town)
    await town.work(lambda w: w.lookups.add("body", "Trường Hải Yên", w.today))
    return town


async def words_of(town: Town) -> list[str]:
    return [text for (text,) in await town.sql("SELECT text FROM matter_words")]


async def test_a_paper_among_other_words_is_the_step(office: Town) -> None:
    town = office
    await town.write(TRAN, "kiến nghị: Trường Hải Yên lưu mẫu")
    said = await town.write(TRAN, "kn1 gui truong hai yen so 120 ngay 18/11")
    assert "Chưa ghi gì" in said
    assert await matter(town, "state", "KN-001") == ("draft",)
    await town.tap(TRAN, "Gửi kiến nghị")
    assert await matter(town, "state, paper, paper_day", "KN-001") == ("sent", "120", "2026-11-18")


@pytest.mark.parametrize(
    "line",
    [
        "kn1 tach lam 2: 1 cho truong, 1 cho ubnd phuong",
        "kn1 hỏi ở chỗ nào thế",
        "kn1 gộp với kn2",
    ],
)
@pytest.mark.parametrize("noted", [True, False])
async def test_an_order_or_a_question_is_asked(office: Town, line: str, noted: bool) -> None:
    town = office
    await town.write(LIEN, "kiến nghị: Trường Hải Yên lưu mẫu")
    assert "Chưa ghi gì" in await town.write(LIEN, line)
    assert await words_of(town) == ["Trường Hải Yên lưu mẫu"]
    await town.tap(LIEN, "ghi thêm" if noted else "Không phải")
    assert len(await words_of(town)) == (2 if noted else 1)


async def test_a_question_reaches_who_has_it(office: Town) -> None:
    town = office
    await town.write(BINH, "khó khăn: cầu hỏng")
    said = await town.write(LAN, "kk1 o cho nao the")
    assert "Gửi tới:" in said
    names = said.partition("Gửi tới: ")[2].partition(".")[0]
    assert "đã ghi và gửi" in await town.tap(LAN, "Gửi người phụ trách")
    told = [who for who in (BINH, HANH, THANG) if await says(town, who, "nhắn: «o cho nao the»")]
    assert [who.name for who in told if who.name in names]


async def test_who_is_named_in_an_order_hears_it(office: Town) -> None:
    town = office
    await town.write(LAN, "kết luận: giao Bình họp hộ dân, 20/11")
    await town.write(LAN, "gửi")
    said = await town.write(LAN, "kl1 sao qua han, Dung giai trinh")
    assert "Gửi tới: Lý Thị Dung" in said
    await town.tap(LAN, "Gửi người phụ trách")
    assert await says(town, DUNG, "nhắn: «sao qua han, Dung giai trinh»")


async def test_what_only_tells_is_a_note_as_before(office: Town) -> None:
    town = office
    await town.write(LIEN, "kiến nghị: Trường Hải Yên lưu mẫu")
    assert "đã ghi" in await town.write(LIEN, "kn1 tủ lưu mẫu mới mua hôm qua")
    assert len(await words_of(town)) == 2


@pytest.mark.parametrize("yes", [True, False])
async def test_a_leader_s_word_goes_to_whom_it_names(office: Town, yes: bool) -> None:
    town = office
    said = await town.write(
        LAN, "y kien chi dao: KTGS phai xong 149 trong thu 4, chi Lien bao cao lai"
    )
    assert "CHƯA GỬI" in said
    assert "Gửi đ/c Lê Văn Trận, Hoàng Thị Liên?" in said
    assert await town.sql("SELECT code FROM matter") == []
    await town.tap(LAN, "Gửi" if yes else "Thôi")
    for who in (TRAN, LIEN):
        assert await says(town, who, "KTGS phai xong 149") is yes
    assert not await says(town, HANH, "KTGS phai xong 149")
