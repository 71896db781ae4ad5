"""Behind a recommendation's code its body, its words and its paper's number are put right and said
back, as they were and are; a paper of a day that has not come is asked of."""

import pytest

from tests.helpers.begun import begun
from tests.helpers.supervision import LIEN, TRACO, TRAN, names_known, office_of_visits, propose
from tests.town import Town


@begun
async def recommended(town: Town) -> Town:
    """KN-001, a draft, out of GS-03."""
    await names_known(await office_of_visits(town))
    await propose(town, LIEN, when="tuần này")
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1 WHERE number = 3")
    await town.write(TRAN, "GS3 đoàn: Trận trưởng đoàn, Liên thư ký")
    await town.write(TRAN, "GS3 đã đến")
    await town.write(TRAN, "GS3 kiến nghị: thay 2 bảng phí")
    return town


@pytest.mark.parametrize(
    ("line", "now"),
    [
        ("kn1 đổi nội dung thành thay bảng giá", "thay bảng giá"),
        ("kn1 nội dung: thay bảng giá", "thay bảng giá"),
        ("kn1 3 bảng chứ k phải 2", "thay 3 bảng phí"),
    ],
)
async def test_its_words_while_it_is_a_draft(recommended: Town, line: str, now: str) -> None:
    said = await recommended.write(TRAN, line)
    assert f"«thay 2 bảng phí» → «{now}»" in said
    assert now in await recommended.write(TRAN, "KN1")
    assert await recommended.sql("SELECT text FROM matter_words") == [(now,)]


@pytest.mark.parametrize(
    "line",
    [f"kn1 nơi nhận là {TRACO}", f"kn1 đổi nơi nhận thành {TRACO} nhé", f"KN1 nơi nhận {TRACO}"],
)
async def test_where_it_goes(recommended: Town, line: str) -> None:
    town = recommended
    await town.write(TRAN, line)
    assert TRACO in await town.write(TRAN, "KN1")


@pytest.mark.parametrize("line", ["kn1 văn bản số 33 chứ k phải 32", "kn1 số 33 k phải 32"])
async def test_the_number_of_its_paper(recommended: Town, line: str) -> None:
    town = recommended
    await town.write(TRAN, "KN1 số 32/KN ngày 18/11")
    assert "«32/KN» → «33/KN»" in await town.write(TRAN, line)
    assert await town.sql("SELECT paper, state FROM matter") == [("33/KN", "sent")]
    assert "theo văn bản ấy" in await town.write(TRAN, "kn1 nội dung: thay bảng giá")
    assert "không thấy «7»" in await town.write(TRAN, "kn1 số 8 chứ k phải 7")


async def test_a_day_that_has_not_come(recommended: Town) -> None:
    town = recommended
    assert "chưa tới" in await town.write(TRAN, "KN1 số 32/KN ngày 25/11")
    assert await town.sql("SELECT state FROM matter") == [("draft",)]
    await town.sql("UPDATE visit SET stage = 'sent', version = version + 1 WHERE number = 3")
    assert "chưa tới" in await town.write(TRAN, "GS3 đơn vị đã báo cáo, số 9 ngày 30/11, Mai ký")
    said = await town.write(LIEN, "GS3 đơn vị đã báo cáo, số 9 ngày 18/11, Mai ký")
    assert "Người ký: Mai" in said
    assert await town.sql("SELECT stage, number, signer FROM visit_paper") == [
        ("answered", "9", "Mai")
    ]
    assert "đã sửa số 9 → 8" in await town.write(LIEN, "GS3 số 8 chứ k phải 9")
