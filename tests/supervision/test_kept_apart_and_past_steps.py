"""A reason is not overwritten unseen; a paper that comes late is kept, and a refusal says who is
waited for."""

import pytest

from tests.helpers.supervision import LIEN, TRAN, office_of_visits, propose, visit
from tests.town import HANH, Town


@pytest.fixture
async def office(town: Town) -> Town:
    await office_of_visits(town)
    await propose(town, LIEN, when="tháng 12")
    return town


@pytest.mark.parametrize("yes", [True, False])
async def test_another_reason_is_read_back(office: Town, yes: bool) -> None:
    town = office
    await town.write(LIEN, "GS1 giữ riêng: đối tượng khác hẳn")
    said = await town.write(TRAN, "gs1 giu rieng vi la phuong khac")
    assert "đối tượng khác hẳn" in said
    assert await visit(town, "apart", 1) == ("đối tượng khác hẳn",)
    await town.tap(TRAN, "Thay" if yes else "Giữ lý do cũ")
    assert await visit(town, "apart", 1) == ("vi la phuong khac" if yes else "đối tượng khác hẳn",)


async def test_what_follows_a_reason_is_none_of_it(office: Town) -> None:
    said = await office.write(TRAN, "gs1 giu rieng vi la phuong khac; duyet luon; doan Lien")
    assert "Chưa làm, đề nghị nhắn riêng: «duyet luon; doan Lien»" in said
    assert await visit(office, "apart", 1) == ("vi la phuong khac",)


async def test_a_code_is_no_reason(office: Town) -> None:
    await propose(office, LIEN, "tiếp công dân", "UBND xã Hải Sơn")
    assert "vì sao giữ riêng" in await office.write(TRAN, "gs1 giu rieng gs2")
    assert await visit(office, "apart", 1) == ("",)


async def test_a_paper_of_a_step_that_is_past_is_kept(office: Town) -> None:
    town = office
    await town.sql("UPDATE visit SET stage = 'visited', version = version + 1")
    assert "đã ghi số 310" in await town.write(
        HANH, "gs1 đã gửi đơn vị số 310 ngày 18/11, Khải ký"
    )
    assert await visit(town, "stage", 1) == ("visited",)
    assert "số 310" in await town.write(LIEN, "GS1")
    said = await town.write(HANH, "gs1 đã gửi đơn vị số 311 ngày 18/11, Khải ký")
    assert "đã qua" in said


async def test_who_must_do_what_first_is_said(office: Town) -> None:
    said = await office.write(TRAN, "gs1 báo cáo kết quả số 130/BC ngày 18/11, Khải ký")
    assert "chưa tới bước «báo cáo kết quả»" in said
    assert "Trần Thị Lan" in said


async def test_arrived_twice_is_said_as_it_is(office: Town) -> None:
    town = office
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    await town.write(TRAN, "GS1 đã đến")
    assert "đã ghi «đã đến»" in await town.write(TRAN, "GS1 đã đến")


@pytest.mark.parametrize(
    ("signs", "signer"),
    [
        ("chị Lan ký", "Trần Thị Lan"),
        ("đ/c Lan ký", "Trần Thị Lan"),
        ("Lan ký", "Trần Thị Lan"),
        ("người ký: chị Lan", "Trần Thị Lan"),
        ("ông Bảy ký", "ông Bảy"),
    ],
)
@pytest.mark.parametrize("asked", [False, True])
async def test_who_signed_is_found_on_the_roster_and_said_back(
    office: Town, signs: str, signer: str, asked: bool
) -> None:
    """Somebody from elsewhere stands as typed."""
    town, paper = office, f"số 310 ngày 18/11, {signs}"
    await town.sql("UPDATE visit SET stage = 'advised', version = version + 1")
    if asked:
        await town.write(HANH, "gs1 ra kế hoạch")
    assert f"Người ký: {signer}" in await town.write(HANH, paper if asked else f"gs1 {paper}")
    assert await town.sql("SELECT signer FROM visit_paper") == [(signer,)]
