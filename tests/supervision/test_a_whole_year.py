"""A whole year's programme of four organisations, played by chance from their phones: whatever is
proposed, merged, shared or refused, nothing is counted twice and nothing is lost."""

import random
from collections import Counter
from datetime import datetime

import pytest

from domain.access import Role
from domain.programmes import YearChange, count
from tests.helpers.matters import LIEN, TRAN, move_in
from tests.helpers.supervision import FUND, KALONG, TRACO, call_off, office_of_visits, propose
from tests.town import BINH, HANH, ICT, LAN, Neighbour, Town

ANH = Neighbour("Đặng Ngọc Ánh", 8214, "TTVD", "DTN", (Role.STAFF,))
FOUR = (TRAN, LIEN, BINH, ANH)
THEMES = (FUND, "tiếp công dân", "niêm yết thủ tục")
BODIES = (KALONG, TRACO, "UBND phường Hải Yên")
PROPOSED, JANUARY = 28, datetime(2027, 1, 5, 9, tzinfo=ICT)
JOINS = ("Gộp đoàn", "Đi chung chuyến", "Gộp chuyên đề")


async def what_the_radar_offers(town: Town, who: Neighbour, chance: random.Random) -> None:
    """They join, keep it apart, or leave it; the other lead says yes or no."""
    labels = {button.text for button in town.phone(who).messages[-1].buttons}
    offered = [label for label in JOINS if label in labels]
    if not offered:
        return
    if chance.random() < 0.3:
        await town.tap(who, "Giữ riêng – lý do")
        await town.write(who, "đợt cao điểm của tổ chức")
        return
    way = chance.choice(offered)
    said = await town.tap(who, way)
    if "được báo và tách ra được" in said:
        said = await town.tap(who, way)
    if "Đã hỏi" in said:
        wish = (await town.sql("SELECT max(id) FROM visit_wish"))[0][0]
        verb = "v.agree" if chance.random() < 0.7 else "v.refuse"
        await town.press(TRAN, f"{verb}:{wish}")


@pytest.mark.parametrize("seed", [2027])
async def test_the_counters_balance(town: Town, seed: int) -> None:
    chance = random.Random(seed)
    await office_of_visits(town)
    await move_in(town, (ANH,), first=40)
    for _ in range(PROPOSED):
        who, kind = chance.choice(FOUR), chance.choice(("gs", "gs", "gs", "gs", "kt"))
        month = f"tháng {chance.randint(1, 12)}/2027"
        said = await propose(town, who, chance.choice(THEMES), chance.choice(BODIES), month, kind)
        assert "GS-" in said
        await what_the_radar_offers(town, who, chance)
    await some_are_not_held(town, chance)
    town.now = JANUARY
    await they_balance(town)


async def some_are_not_held(town: Town, chance: random.Random) -> None:
    still = await town.sql("SELECT number FROM visit WHERE stage = 'proposed'")
    for (number,) in chance.sample(still, 3):
        await call_off(town, TRAN, f"GS{number} hủy: thanh tra đã làm")


async def they_balance(town: Town) -> None:
    rows = await town.sql("SELECT stage, trip_id IS NOT NULL FROM visit WHERE year = 2027")
    stood = Counter("shared" if s == "proposed" and trip else s for s, trip in rows)
    assert sum(stood.values()) == PROPOSED
    assert min(stood[s] for s in ("proposed", "merged", "shared", "dropped")) > 0, "each is tried"
    programme = await town.work(lambda work: count(work.visits.of_year(2027), work.now))
    whole = programme.whole
    assert whole.proposed == whole.kept + whole.saved + stood["dropped"]
    assert (whole.kept, whole.saved, whole.trips) == (
        stood["proposed"] + stood["shared"], stood["merged"], stood["shared"],
    )  # fmt: skip
    for name in ("proposed", "kept", "saved", "trips"):
        own = programme.by_organisation.values()
        assert sum(getattr(tally, name) for tally in own) == getattr(whole, name)
    chains = "SELECT 1 FROM visit a JOIN visit b ON b.id = a.kept_id WHERE b.kept_id IS NOT NULL"
    assert await town.sql(chains) == []
    await it_is_said_so(town, whole.kept, whole.saved)


async def it_is_said_so(town: Town, kept: int, saved: int) -> None:
    for who in (HANH, LAN, BINH):
        line = f"Chương trình 2027: {kept} cuộc (đề xuất {PROPOSED}, gộp giảm {saved}"
        assert line in await town.write(who, "giám sát")
    said = await town.write(TRAN, "gs năm 2026: 40 cuộc")
    change = YearChange(40, kept)
    assert f"Năm trước 40 cuộc: −{-change.by}" in said
    assert (YearChange(580, 374).by, YearChange(580, 374).percent) == (-206, -35.5)
