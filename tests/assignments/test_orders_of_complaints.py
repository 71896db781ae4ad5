"""An order to a colleague by name is work, whatever it is about; who is accused is no order."""

import pytest

from tests.town import BINH, LAN, THANG, Neighbour, Town

ORDERS = [
    "hoa: lập ds hộ chưa nhận tiền đền bù khu 3, t5",
    "binh: ra soat ho khieu nai to 3",
    "Bình: rà soát các hộ khiếu nại tổ 3, thứ 4",
    "giao Hoa rà soát hộ khiếu nại tổ 3, t5",
    "hoa: tra loi kien nghi den khu 2, xong trong tuan",
    "Bình: trả lời kiến nghị đèn đường khu 2, t6",
]
ACCUSES = [
    "tố cáo ông Nam bí thư khu 2 nhận tiền của dân",
    "Bình nhận hối lộ của dân khu 2, đề nghị xử lý",
    "Bình: ăn chặn tiền đền bù của dân khu 2",
    "dân tố cáo Bình nhận tiền khu 3",
]


@pytest.mark.parametrize("who", [THANG, LAN])
@pytest.mark.parametrize("words", ORDERS)
async def test_a_line_to_a_colleague_is_work(town: Town, who: Neighbour, words: str) -> None:
    said = await town.write(who, words)
    assert "Hạn đến khi nào" in said or town.phone(who).can_tap("Giao việc"), said
    assert "đ/c Nguyễn" in said


@pytest.mark.parametrize("words", ACCUSES)
async def test_who_is_accused_is_no_order(town: Town, words: str) -> None:
    said = await town.write(THANG, words)
    assert "tố cáo" in said, said
    assert not town.phone(THANG).can_tap("Giao việc")


@pytest.mark.parametrize("words", ORDERS)
async def test_without_the_right_nothing_is_given(town: Town, words: str) -> None:
    await town.write(BINH, words)
    assert not town.phone(BINH).can_tap("Giao việc")
