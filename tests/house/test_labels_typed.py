"""Whoever may tap may type: a button's label, as a reply to the message under which it stands."""

import pytest

from tests.helpers.assignments import give
from tests.helpers.matters import matter, move_in
from tests.town import BINH, CUONG, HANH, THANG, Town


@pytest.mark.parametrize("label", ["chi tiet", "trao doi lai"])
async def test_a_label_under_a_card_is_its_button(town: Town, label: str) -> None:
    """«trao đổi lại» was read as more words about the work."""
    await give(town, THANG, "Bình")
    card = next(m for m in town.phone(BINH).messages if "Nhận việc" in m.labels)
    typed = await town.write(BINH, label, reply_to=card)
    again = next(text for text in card.labels if text.lower().startswith(label[:2]))
    assert typed == await town.tap(BINH, again, message=card)


@pytest.mark.parametrize("label", ["chi tiet", "trao doi lai", "Nhận việc"])
async def test_a_label_of_the_newest_card_is_its_button(town: Town, label: str) -> None:
    await give(town, THANG, "Bình")
    card = next(m for m in town.phone(BINH).messages if "Nhận việc" in m.labels)
    again = next(text for text in card.labels if text.lower().startswith(label[:2].lower()))
    typed = await town.write(BINH, label)
    if label == "Nhận việc":
        assert await town.sql("SELECT state FROM assignment") == [("doing",)]
    else:
        assert typed == await town.tap(BINH, again, message=card)


async def test_a_label_under_a_question_is_its_button(town: Town) -> None:
    await move_in(town)
    await town.write(CUONG, "khó khăn: đường vào thôn sạt lở")
    await town.sql("UPDATE matter SET state = 'answered'")
    await town.write(CUONG, "KK1")
    card = town.phone(CUONG).last
    await town.write(CUONG, "van con vuong", reply_to=card)
    await town.write(CUONG, "nước vẫn ngập")
    assert await matter(town, "state", "KK-001") == ("doing",)


@pytest.mark.parametrize("words", ["ghi them", "Ghi thêm."])
async def test_the_label_of_a_choice_chooses_it(town: Town, words: str) -> None:
    await move_in(town)
    await town.write(CUONG, "khó khăn: đường vào thôn sạt lở")
    await town.sql("UPDATE matter SET state = 'answered'")
    await town.write(CUONG, "kk1 nuoc rut roi, da on")
    assert "ghi thêm – đã ghi" in await town.write(CUONG, words)
    assert await matter(town, "state", "KK-001") == ("answered",)


async def test_a_label_of_another_message_is_nothing_here(town: Town) -> None:
    await give(town, THANG, "Bình")
    await town.write(HANH, "/trogiup")
    help_page = town.phone(HANH).last
    await town.write(HANH, "nhan viec", reply_to=help_page)
    assert await town.sql("SELECT state FROM assignment") == [("assigned",)]
