"""What was read back is said yes to by the word of its own button, also after something else that
was understood; after words that nobody understood it is shown again whole."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.assignments import give, number_from
from tests.helpers.begun import begun
from tests.helpers.registrations import join, standings
from tests.town import BINH, LAN, MAI, THANG, Town, says

NUDGED = "SELECT count(*) FROM journal WHERE event = 'nudged'"


@begun
async def read_back(town: Town) -> None:
    """Lan is about to praise Bình, who is about to report."""
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await town.write(BINH, "nhận")
    await town.write(BINH, "xong 147, đã vận động 6 hộ")
    assert "Gửi?" in await town.write(LAN, "khen Bình: dẫn đoàn rất khéo")


ANOTHER = ("việc nào quá hạn", "tuần này có gì", "xem 147")


@pytest.mark.parametrize("word", ["gửi", "gui di", "ok gửi luôn", "đúng rồi gửi đi"])
async def test_its_own_word_does_it_after_a_list(town: Town, read_back: None, word: str) -> None:
    for words in ANOTHER:
        await town.write(LAN, words)
    said = await town.write(LAN, word)
    assert "câu nào" not in said
    await town.later(minutes=2)
    assert await says(town, BINH, "rất khéo")


async def test_a_mere_yes_does_not(town: Town, read_back: None) -> None:
    await town.write(LAN, "việc nào quá hạn")
    assert "câu nào" in await town.write(LAN, "ok")
    await town.later(minutes=2)
    assert not await says(town, BINH, "rất khéo")


async def test_after_words_that_nobody_understood_it_is_shown_again(
    town: Town, read_back: None
) -> None:
    await town.write(LAN, "hoa lá cành thế nhở")
    said = await town.write(LAN, "gửi")
    assert "rất khéo" in said
    assert "Gửi" in town.phone(LAN).last.labels
    await town.later(minutes=2)
    assert not await says(town, BINH, "rất khéo")
    await town.write(LAN, "gửi")
    await town.later(minutes=2)
    assert await says(town, BINH, "rất khéo")


async def test_a_report_that_was_read_back(town: Town, read_back: None) -> None:
    await town.write(BINH, "tuần này có gì")
    await town.write(BINH, "việc của tôi")
    assert "Đã gửi báo cáo" in await town.write(BINH, "gửi")


async def test_a_report_is_shown_again_later(town: Town, read_back: None) -> None:
    await town.later(hours=2)
    await town.write(BINH, "việc của tôi")
    assert "đã vận động 6 hộ" in await town.write(BINH, "gửi")
    assert "Đã gửi báo cáo" in await town.write(BINH, "gửi")


async def test_what_asks_whether_to_give_up_is_no_sending(town: Town) -> None:
    day = await open_saturday(town, capacity=9)
    await join(town, MAI, day)
    await town.write(MAI, "huy giup e")
    await town.write(MAI, "may gio the a")
    for words in ("đúng rồi", "gửi", "ok"):
        await town.write(MAI, words)
        assert await standings(town) == ["registered"], words


async def test_a_form_that_asks_something_else_is_repeated(town: Town, read_back: None) -> None:
    """What was read back before it is not sent instead."""
    await town.write(LAN, "giao Bình: rà soát hộ nghèo")
    for word in ("ok", "gửi", "được rồi"):
        assert "Hạn đến khi nào" in await town.write(LAN, word)
    await town.later(minutes=2)
    assert not await says(town, BINH, "rất khéo")
    assert "rà soát hộ nghèo" in await town.write(LAN, "thứ 6")
