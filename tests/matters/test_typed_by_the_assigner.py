"""Whoever may tap [Đồng ý] on what the leaders are asked may type it: a head of their own work."""

import pytest

from domain.access import Duty
from storage import Work
from tests.helpers.begun import begun
from tests.helpers.matters import matter
from tests.helpers.reports import overdue
from tests.town import BINH, DUNG, LAN, THANG, Neighbour, Town, clock


@begun
async def asked(town: Town) -> Town:
    """Bình is stuck with work that Thắng gave; Lan presides."""

    def prepare(work: Work) -> None:
        work.duties.give(Duty.CHAIR, work.today, person_id=town.person(LAN))
        overdue(work, town, "Vận động Hải Yên", giver=THANG, stuck="giá bồi thường")

    await town.work(prepare)
    await town.go_to(clock(22, 19, 1))
    await town.go_to(clock(23, 8, 30))
    return town


YES = [
    "xk1 dong y",
    "XK1 ok",
    "xk1 đồng ý nhé",
    "XK-001 đồng ý",
    "xk1 nhat tri",
    "xk1 dong y gia han den 27/11",
]


@pytest.mark.parametrize("words", YES)
async def test_it_is_read_back_and_concluded(asked: Town, words: str) -> None:
    await asked.write(THANG, "XK1")
    assert asked.phone(THANG).can_tap("Đồng ý")
    assert "Kết luận XK-001" in await asked.write(THANG, words)
    assert await matter(asked, "state", "XK-001") == ("asked",)
    await asked.write(THANG, "gửi")
    assert await matter(asked, "state", "XK-001") != ("asked",)


@pytest.mark.parametrize("who", [DUNG, BINH])
async def test_nobody_else_concludes_by_it(asked: Town, who: Neighbour) -> None:
    assert "Kết luận XK-001" not in await asked.write(who, "xk1 đồng ý")
    await asked.write(who, "gửi")
    assert await matter(asked, "state", "XK-001") == ("asked",)
