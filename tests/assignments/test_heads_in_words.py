"""What a head says of several pieces of work, and gives a reason for in one breath."""

import pytest

from tests.helpers.assignments import give, number_from, row
from tests.town import BINH, HOA, THANG, Town, says


@pytest.fixture(autouse=True)
async def two(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await give(town, THANG, "Bình", "Danh sách hộ nghèo", "27/11")
    await town.write(BINH, "nhận 147")


async def test_a_hand_over_with_its_reason_is_no_message(town: Town) -> None:
    said = await town.write(THANG, "147 giao cho Hoa luon di, Binh ban qua")
    assert "Giao lại NV-2026-0147" in said
    assert "Lý do: Binh ban qua" in said
    await town.write(THANG, "ok")
    assert await row(town, "lead_id") == (town.person(HOA),)


@pytest.mark.parametrize("words", ["147 148 dat", "147 dat, 148 chua dat thieu hoa don do"])
async def test_a_verdict_on_what_nobody_reported_goes_to_nobody(town: Town, words: str) -> None:
    assert "Chưa làm gì" in await town.write(THANG, words)
    await town.write(THANG, "ok")
    await town.later(minutes=1)
    assert not await says(town, BINH, words)


async def test_what_waits_is_listed_first(town: Town) -> None:
    await town.write(BINH, "xong 147, 6 hộ")
    await town.write(BINH, "gửi")
    seen = {}
    for words in ("cho toi xem may viec cho toi duyet", "ca 2 dat", "dat het"):
        seen[words] = (await town.write(THANG, words))[:20]
    assert all(said.startswith(("Chờ đồng chí (1)", "CHƯA LÀM")) for said in seen.values()), seen
    assert await row(town, "state") == ("review",)


async def test_called_off_reminded_and_refused_in_a_breath(town: Town) -> None:
    await town.write(BINH, "147 xin den 30/11, chờ phường")
    await town.write(THANG, "147 k dc, t6 phai xong")
    assert await says(town, BINH, "t6 phai xong")
    assert "nhắc đ/c" in await town.write(THANG, "nhac Binh 147 xem the nao roi")
    assert "Đã hủy NV-2026-0147" in await town.write(THANG, "huy 147, trung voi 148")
