"""«gộp đoàn», «đồng ý», typed just after the card that asks it, do what its buttons do."""

import pytest

from tests.helpers.supervision import KALONG, LIEN, TRACO, TRAN, office_of_visits, propose, visit
from tests.town import BINH, Town, says


@pytest.fixture
async def met(town: Town) -> Town:
    """Bình proposed GS-01; Liên has just been shown that GS-02 meets it."""
    await office_of_visits(town)
    await propose(town, BINH)
    assert "Với GS-01" in await propose(town, LIEN)
    return town


@pytest.mark.parametrize(
    ("line", "how"),
    [("gộp đoàn", "team"), ("gộp đoàn đi", "team"), ("đi chung chuyến nhé", "trip")],
)
async def test_the_other_is_asked_and_says_yes(met: Town, line: str, how: str) -> None:
    town = met
    assert "Đã hỏi đ/c Nguyễn Văn Bình" in await town.write(LIEN, line)
    assert await town.sql("SELECT how FROM visit_wish") == [(how,)]
    assert await says(town, BINH, "GS-02")
    await town.write(BINH, "đồng ý")
    stage, trip = await visit(town, "stage, trip_id", 2)
    assert (stage == "merged") is (how == "team")
    assert (trip == 1) is (how == "trip")


async def test_who_may_at_once_reads_it_back_first(met: Town) -> None:
    town = met
    await town.write(TRAN, "gs2 trùng")
    assert "Gộp đoàn?" in await town.write(TRAN, "gộp đoàn")
    assert await visit(town, "stage", 2) == ("proposed",)
    await town.write(TRAN, "gộp đoàn")
    assert await visit(town, "stage, kept_id", 2) == ("merged", 1)


async def test_of_several_it_is_asked_with_which(met: Town) -> None:
    town = met
    await propose(town, BINH, "tiếp công dân", KALONG)
    assert "Với cuộc nào?" in await town.write(BINH, "gộp đoàn")
    assert await town.sql("SELECT * FROM visit_wish") == []


async def test_where_nothing_was_shown_nothing_is_joined(met: Town) -> None:
    town = met
    await propose(town, LIEN, "niêm yết", TRACO, "tháng 6/2027")
    await town.write(LIEN, "việc")
    await town.later(hours=3)
    await town.write(LIEN, "gộp đoàn")
    assert await town.sql("SELECT * FROM visit_wish") == []
