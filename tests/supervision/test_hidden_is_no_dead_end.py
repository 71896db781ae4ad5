"""Where one of two that meet is hidden and the other announced, whoever knows both has a way to
join them; nobody else hears that there is anything to join."""

from domain.access import Role
from tests.helpers.begun import begun
from tests.helpers.matters import move_in
from tests.helpers.supervision import FUND, LIEN, TRAN, office_of_visits, propose, visit
from tests.town import BINH, DUNG, LAN, Neighbour, Town

SON = Neighbour("Mạc Văn Sơn", 8222, "KTGS", "LDLD", (Role.LEADER,))


@begun(autouse=True)
async def met(town: Town) -> None:
    """Bình announced GS-01; Liên's GS-02 at the same body is hidden."""
    await office_of_visits(town)
    await propose(town, BINH)
    await propose(town, LIEN, f"không báo trước {FUND}")


def labels(town: Town, who: Neighbour) -> list[str]:
    return [button.text for button in town.phone(who).messages[-1].buttons or ()]


async def test_who_decides_hides_the_other_and_joins_them(town: Town) -> None:
    said = await town.write(TRAN, "GS2 trùng")
    assert "cho cả hai không báo trước, hoặc cả hai công khai" in said
    assert "làm được" not in said
    assert {"Không báo trước", "Báo trước lại"} <= {*labels(town, TRAN)}
    await town.tap(TRAN, "Không báo trước")
    await town.tap(TRAN, "Giữ kín")
    assert await visit(town, "unannounced", 1) == (1,)
    await town.write(TRAN, "GS2 trùng")
    await town.tap(TRAN, "Gộp đoàn")
    await town.tap(TRAN, "Gộp đoàn")
    assert await visit(town, "stage, kept_id", 2) == ("merged", 1)


async def test_or_announces_it_again(town: Town) -> None:
    said = await town.write(LIEN, "GS2 gộp GS1")
    assert "đ/c Lê Văn Trận làm được" in said, "GS-01 is not hers to hide"
    assert "Không báo trước" not in labels(town, LIEN)
    await town.tap(LIEN, "Báo trước lại")
    await town.tap(LIEN, "Cho thấy")
    assert "Với GS-01" in await town.tap(LIEN, "Xem trùng")


async def test_in_words_too(town: Town) -> None:
    await town.write(LIEN, "GS2 trùng")
    assert "cả hai công khai" in await town.write(LIEN, "gop voi cua hnd nhe")
    assert await visit(town, "stage", 2) == ("proposed",)


async def test_nobody_else_hears_of_any(town: Town) -> None:
    for who in (BINH, DUNG):
        for line in ("GS1 gộp GS9", "GS1 trùng", "GS9"):
            unknown = await town.write(who, line)
            assert unknown == await town.write(who, line.replace("9", "2"))
            assert "GS-02" not in unknown


async def test_of_two_hidden_ones_who_knows_both_is_asked(town: Town) -> None:
    """Bình's is hidden too; the one who approves Liên's asks, and Bình would learn of it."""
    await move_in(town, (SON,), first=40)
    await town.write(TRAN, "GS1 không báo trước")
    await town.sql("UPDATE visit SET approver_id = :p", p=town.person(LAN))
    await town.write(LAN, "GS2 gộp GS1")
    said = await town.tap(LAN, "Gộp đoàn")
    assert "Lê Văn Trận" in said
    assert not [text for text in await town.heard(BINH) if "GS-02" in text]
