"""A leader answers what the report asks in words: yes, no, later, at the briefing, not yet."""

import pytest

from domain.access import Duty
from language.line.fold import bare
from sandbox.things import Message
from tests.helpers.activities import plan_saturday
from tests.helpers.begun import begun
from tests.helpers.matters import matter
from tests.helpers.reports import in_full
from tests.town import HANH, LAN, SINCE, THANG, Town, clock


@begun(autouse=True)
async def monday(town: Town) -> None:
    """The report of Monday asks two things."""
    await plan_saturday(town)
    await in_full(town, LAN)
    await town.go_to(clock(22, 19, 1))
    await town.tap(HANH, "Việc xin ý kiến")
    await town.write(HANH, "Gia hạn việc 144 đến 30/11\nKinh phí quý IV")
    await town.go_to(clock(23, 8))


async def kinds(town: Town) -> list[str]:
    return [kind for (kind,) in await town.sql("SELECT DISTINCT kind FROM matter")]


@pytest.mark.parametrize("marks", [True, False])
@pytest.mark.parametrize(
    ("item", "words", "code", "state"),
    [
        ("ý kiến số 1 ", "lùi sang tuần sau", "XK-001", "put_off"),
        ("ý 2 ", "để tuần sau", "XK-002", "put_off"),
        ("mục 2 thì ", "hỏi a Diên đã", "XK-002", "asked"),
    ],
)
async def test_it_is_read_back_and_kept(
    town: Town, item: str, words: str, code: str, state: str, marks: bool
) -> None:
    words = words if marks else bare(words)
    said = await town.write(LAN, (item if marks else bare(item)) + words)
    assert "CHƯA GHI" in said
    assert code in said
    assert f"«{words}»" in said
    assert await matter(town, "state", code) == ("asked",)
    assert code in await town.write(LAN, "gửi")
    assert await matter(town, "state", code) == (state,)
    assert await kinds(town) == ["decision"], "it is no directive and nobody's opinion"
    assert any(words in text for text in await town.heard(HANH))


@pytest.mark.parametrize("marks", [True, False])
@pytest.mark.parametrize(
    ("item", "words", "code", "becomes"),
    [
        ("mục 1", "đồng ý", "XK-001", ""),
        ("số 1", "đồng ý", "XK-001", ""),
        ("mục 2", "không đồng ý", "XK-002", ""),
        ("câu 2", "duyệt", "XK-002", ""),
        (
            "mục 1:",
            "đồng ý gia hạn, Thắng báo cáo trước 5/12",
            "XK-001",
            "→ Giao đ/c Lê Văn Thắng",
        ),
    ],
)
async def test_whoever_presides_concludes_with_it(
    town: Town, item: str, words: str, code: str, becomes: str, marks: bool
) -> None:
    words, item = (words, item) if marks else (bare(words), bare(item))
    said = await town.write(LAN, f"{item} {words}")
    assert f"Kết luận {code}" in said
    assert f"«{words}»" in said
    assert becomes in said
    assert await matter(town, "state", code) == ("asked",)
    await town.write(LAN, "gửi")
    assert await matter(town, "state", code) == ("decided",)
    assert await kinds(town) == ["conclusion", "decision"], "no directive, nobody's opinion"


@pytest.mark.parametrize(("words", "event"), [("đồng ý", "agree"), ("không đồng ý", "differ")])
async def test_beside_a_chair_it_is_an_opinion(town: Town, words: str, event: str) -> None:
    await town.work(lambda w: w.duties.give(Duty.CHAIR, SINCE, person_id=town.person(THANG)))
    await town.write(LAN, f"mục 1 {words}")
    await town.tap(LAN, "Gửi")
    assert await matter(town, "state", "XK-001") == ("asked",)
    last = "SELECT event FROM journal WHERE kind = 'matter' ORDER BY id DESC LIMIT 1"
    assert await town.sql(last) == [(event,)]


@pytest.mark.parametrize(
    ("words", "rings"),
    [
        ("mục 2 để giao ban bàn", 1),
        ("mục 2 khoan đã", 0),
        ("so 2 de toi xem", 0),
        ("muc 2 chua", 0),
    ],
)
async def test_what_decides_nothing_is_kept_at_once(town: Town, words: str, rings: int) -> None:
    """The office hears of what is to be put on the briefing's table."""
    before = len(await town.heard(HANH))
    assert "XK-002" in await town.write(LAN, words)
    assert await matter(town, "state", "XK-002") == ("asked",)
    assert len(await town.heard(HANH)) == before + rings
    assert await kinds(town) == ["decision"]


async def test_a_day_that_is_not_named_is_asked(town: Town) -> None:
    assert "ngày" in await town.write(LAN, "mục 1 lùi lại")
    await town.write(LAN, "30/11")
    assert await matter(town, "state, returns_on", "XK-001") == ("put_off", "2026-11-30")


async def test_several_in_one_line(town: Town) -> None:
    said = await town.write(LAN, "mục 1 đồng ý, mục 2 để tuần sau")
    assert "XK-001" in said
    assert "XK-002" in said
    await town.tap(LAN, "Gửi")
    assert await matter(town, "state", "XK-001") == ("decided",)
    assert await matter(town, "state", "XK-002") == ("put_off",)


async def test_all_of_them_and_what_is_left_alone(town: Town) -> None:
    await town.write(LAN, "đồng ý cả 2")
    await town.write(LAN, "thôi")
    assert await matter(town, "state", "XK-001") == ("asked",)
    await town.write(LAN, "dong y ca 2")
    await town.tap(LAN, "Gửi")
    assert await matter(town, "state", "XK-001") == ("decided",)
    assert await matter(town, "state", "XK-002") == ("decided",)


async def test_a_plain_yes_under_the_report_is_asked_of_which(town: Town) -> None:
    letters = town.phone(LAN).messages
    report = next(m for m in letters if "BÁO CÁO TUẦN" in m.text)
    said = await town.write(LAN, "đồng ý", reply_to=report)
    assert "1. Gia hạn việc 144" in said
    assert "2. Kinh phí quý IV" in said
    await town.write(LAN, "đồng ý mục 2")
    await town.tap(LAN, "Gửi")
    assert "XK-001" in await town.write(LAN, "đồng ý", reply_to=report)
    await town.tap(LAN, "Gửi")
    assert await matter(town, "state", "XK-001") == ("decided",)
    assert await kinds(town) == ["conclusion", "decision"]


async def test_by_its_code_it_is_answered_too(town: Town) -> None:
    assert "Kết luận XK-001" in await town.write(LAN, "xk-001 dong y")
    await town.write(LAN, "thôi")
    before = await town.sql("SELECT count(*) FROM journal")
    assert "XK-001" in await town.write(LAN, "XK-001 sao rồi")
    assert await town.sql("SELECT count(*) FROM journal") == before, "a question writes nothing"


async def test_an_old_send_does_nothing_newer(town: Town) -> None:
    await town.write(LAN, "đồng ý mục 1")
    old = town.held(LAN, "Gửi")
    await town.write(LAN, "mục 1 không đồng ý")
    await town.press(LAN, *old)
    assert await matter(town, "state", "XK-001") == ("asked",)


async def test_what_is_not_there_and_who_may_not(town: Town) -> None:
    assert "không có mục 5" in await town.write(LAN, "đồng ý mục 5")
    assert "Kinh phí quý IV" in await town.write(LAN, "mục 2 là gì")
    await town.write(THANG, "đồng ý mục 1")
    assert await matter(town, "state", "XK-001") == ("asked",)
    assert await kinds(town) == ["decision"]


async def test_a_whole_message_of_decisions_is_one_card(town: Town) -> None:
    """Each item has its own answer, with what it becomes; what is not clear is named."""
    said = await town.write(
        LAN, "muc 1 dong y giao Thang lo, bao cao thu 6; muc 2 de sau; kinh phi do xa lo"
    )
    assert "XK-001: Gia hạn việc 144 đến 30/11" in said
    assert "→ Giao đ/c Lê Văn Thắng: Gia hạn việc 144 đến 30/11, hạn thứ Sáu, 27/11" in said
    assert "Chưa rõ:" in said
    assert "đến ngày nào?" in said
    assert await matter(town, "state", "XK-001") == ("asked",)
    await town.tap(LAN, "Gửi")
    assert await matter(town, "state", "XK-001") == ("decided",)
    assert await matter(town, "state", "XK-002") == ("asked",)
    assert await town.sql("SELECT title, lead_id FROM assignment") == [
        ("Gia hạn việc 144 đến 30/11", town.person(THANG))
    ]


@pytest.mark.parametrize("replied", [True, False])
async def test_bare_numbers_are_items_of_the_report(town: Town, replied: bool) -> None:
    letters = town.phone(LAN).messages
    under = next(m for m in letters if "BÁO CÁO TUẦN" in m.text) if replied else None
    said = await town.write(LAN, "1 dong y, 2 de giao ban ban", reply_to=under)
    assert "XK-001" in said
    assert "XK-002" in said
    await town.tap(LAN, "Gửi")
    assert await matter(town, "state", "XK-001") == ("decided",)
    assert any("Đưa ra giao ban" in text for text in await town.heard(HANH))
    assert "Kinh phí quý IV" in await town.write(LAN, "2 la viec gi", reply_to=report(town))
    assert "XK-002" in await town.write(LAN, "2 de giao ban ban", reply_to=under)
    assert "remark" not in await kinds(town), "nothing became a directive"


def report(town: Town) -> Message:
    return next(m for m in town.phone(LAN).messages if "BÁO CÁO TUẦN" in m.text)


async def test_an_order_in_one_item_is_its_conclusion(town: Town) -> None:
    assert "cần một hạn" in await town.write(LAN, "mục 1 giao đ/c Thắng xem")
    said = await town.write(LAN, "mục 1: yêu cầu Thắng bổ sung chứng từ, báo cáo thứ 5")
    assert "→ Giao đ/c Lê Văn Thắng: Gia hạn việc 144 đến 30/11: bổ sung chứng từ" in said


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("dong y", "Kết luận XK-002"),
        ("đồng ý, giao Thắng lo, báo cáo thứ 6", "→ Giao đ/c Lê Văn Thắng: Kinh phí quý IV"),
        ("de sau tet, khoang 20/2", "Để lại sau 20/02"),
        ("để giao ban bàn", "XK-002"),
    ],
)
async def test_words_under_its_card_are_of_that_item(town: Town, words: str, answer: str) -> None:
    await town.write(LAN, "XK-002")
    card = next(m for m in reversed(town.phone(LAN).messages) if "XK-002" in m.text)
    assert answer in await town.write(LAN, words, reply_to=card)
    assert await matter(town, "state", "XK-001") == ("asked",)


async def test_a_pending_day_swallows_no_order(town: Town) -> None:
    """«bỏ» leaves it; another order is another thing."""
    await town.write(LAN, "mục 2 để sau")
    said = await town.write(LAN, "Thang: chuan bi de an giao luu, bao cao thu 5")
    assert "Chưa rõ ngày" not in said
    assert "Lê Văn Thắng" in said
    await town.write(LAN, "thôi")
    await town.write(LAN, "mục 2 để sau")
    await town.write(LAN, "bỏ")
    assert await matter(town, "state", "XK-002") == ("asked",)
    await town.write(LAN, "mục 2 để sau")
    await town.write(LAN, "sau tet, khoang 20/2")
    assert await matter(town, "state, returns_on", "XK-002") == ("put_off", "2027-02-20")


@pytest.mark.parametrize("first", ["mục 1 đồng ý", "mục 1 đồng ý, mục 2 để lại"])
async def test_what_is_said_later_stands_on_the_same_card(town: Town, first: str) -> None:
    """The first decision fell away with the second line."""
    await town.write(LAN, first)
    said = await town.write(LAN, "muc 2 de den 20/12")
    assert "XK-001" in said
    assert "XK-002" in said
    await town.tap(LAN, "Gửi")
    assert await matter(town, "state", "XK-001") == ("decided",)
    assert await matter(town, "state, returns_on", "XK-002") == ("put_off", "2026-12-20")


async def test_what_is_said_anew_takes_the_place_of_what_was_said(town: Town) -> None:
    await town.write(LAN, "mục 1 đồng ý, mục 2 đồng ý")
    said = await town.write(LAN, "mục 2 không đồng ý")
    assert "Kết luận: «không đồng ý»" in said
    assert said.count("XK-002") == 1
    await town.write(LAN, "gửi")
    assert await matter(town, "state", "XK-001") == ("decided",)
    kept = await town.sql("SELECT text FROM matter_words")
    assert ("không đồng ý",) in kept
