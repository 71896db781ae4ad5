"""Behind a code: its topic, that it is taken back, words that name somebody, what is asked."""

import pytest

from tests.helpers.begun import begun
from tests.helpers.matters import HA, LIEN, TRAN, matter, move_in
from tests.town import BINH, CUONG, HANH, LAN, Town, says
from texts import load


@begun
async def office(town: Town) -> Town:
    return await move_in(town)


async def words(town: Town) -> list[str]:
    return [row[0] for row in await town.sql("SELECT text FROM matter_words ORDER BY row_id")]


# what it is about


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        ("yk1 lĩnh vực rác thải", "waste"),
        ("yk-001 linh vuc thoat nuoc", "drainage"),
        ("YK1 đổi lĩnh vực sang đất đai", "land"),
        ("yk1 chuyen sang linh vuc an ninh nhe", "security"),
        ("yk1 lĩnh vực khác", "other"),
    ],
)
async def test_the_topic_is_put_right_by_words(office: Town, line: str, topic: str) -> None:
    """It was written down as a note, and the opinion stayed where it was guessed."""
    town = office
    await town.write(CUONG, "ý kiến: đèn đường khu 2 hỏng, 12 hộ")
    await town.write(HA, line)
    assert await matter(town, "topic", "YK-001") == (topic,)
    assert await words(town) == ["đèn đường khu 2 hỏng, 12 hộ"]


async def test_every_topics_name_is_read(office: Town) -> None:
    town = office
    await town.write(CUONG, "ý kiến: đèn đường khu 2 hỏng, 12 hộ")
    for locale in ("vi", "en"):
        named = {
            k.removeprefix("topic_of."): v for k, v in load(locale).items() if "topic_of." in k
        }
        for topic, name in named.items():
            await town.write(HA, f"yk1 lĩnh vực {name}")
            assert await matter(town, "topic", "YK-001") == (topic,)


async def test_a_topic_that_is_none_is_asked(office: Town) -> None:
    town = office
    await town.write(CUONG, "ý kiến: đèn đường khu 2 hỏng, 12 hộ")
    await town.write(HA, "yk1 lĩnh vực cây xanh")
    assert "Rác thải" in town.phone(HA).last.labels
    assert await matter(town, "topic", "YK-001") == ("lighting",)
    await town.write(CUONG, "khó khăn: cầu hỏng")
    await town.write(CUONG, "kk1 lĩnh vực cầu")
    assert await says(town, CUONG, "không có lĩnh vực")
    assert await words(town) == ["đèn đường khu 2 hỏng, 12 hộ", "cầu hỏng"]


async def test_who_may_not_sort_changes_no_topic(office: Town) -> None:
    town = office
    await town.write(CUONG, "ý kiến: đèn đường khu 2 hỏng, 12 hộ")
    assert "không thuộc phần việc" in await town.write(LAN, "yk1 lĩnh vực rác")
    assert await matter(town, "topic", "YK-001") == ("lighting",)


# taken back


@pytest.mark.parametrize(
    ("who", "raised", "code"),
    [
        (CUONG, "khó khăn: đường vào thôn sạt lở", "KK-001"),
        (CUONG, "ý kiến: đèn đường khu 2 hỏng, 12 hộ", "YK-001"),
        (HANH, "công văn đến: 312 rà soát hộ nghèo", "CV-001"),
        (HANH, "xin ý kiến: mua 20 ghế", "XK-001"),
    ],
)
@pytest.mark.parametrize("said", ["rút lại", "xin rút", "em rut lai nhe"])
async def test_who_raised_it_takes_it_back(
    office: Town, who: object, raised: str, code: str, said: str
) -> None:
    """While nobody has it in hand; others do not."""
    town = office
    await town.write(who, raised)
    await town.write(BINH, f"{code} {said}")
    assert await matter(town, "closed_at", code) == (None,)
    await town.write(who, f"{code.lower()} {said}")
    assert await matter(town, "state", code) == ("withdrawn",)
    people_said = code in ("KK-001", "YK-001")
    assert len(await words(town)) == (0 if people_said else 1)


@pytest.mark.parametrize(
    ("who", "raised", "code"),
    [(TRAN, "kiến nghị: niêm yết phí", "KN-001"), (LAN, "kết luận: rà hộ nghèo", "KL-001")],
)
async def test_what_needs_a_reason_asks_it(
    office: Town, who: object, raised: str, code: str
) -> None:
    town = office
    await town.write(who, raised)
    if who == LAN:
        await town.write(LAN, "gửi")
    assert "nhắn nội dung" in await town.write(who, f"{code} rút lại")
    await town.write(who, "đã làm rồi")
    assert await matter(town, "state", code) == ("dropped",)


async def test_what_somebody_has_in_hand_is_not_taken_back(office: Town) -> None:
    town = office
    await town.write(CUONG, "ý kiến: đèn đường khu 2 hỏng, 12 hộ")
    await town.write(HA, "yk1 phân loại xong")
    assert "không có bước" in await town.write(CUONG, "yk1 rút lại")
    assert await matter(town, "state", "YK-001") == ("sorted",)


# words that name somebody


async def test_words_that_name_somebody_are_taken_out(office: Town) -> None:
    """They were kept, and the line that asked for it stood below them."""
    town = office
    await town.write(CUONG, "khó khăn: cầu hỏng, bà con chê anh Sáu xây dối")
    await town.write(CUONG, "kk1 đã báo thôn")
    await town.write(CUONG, "kk1 xóa đi, có tên người")
    assert town.phone(CUONG).last.labels[:2] == ["1", "2"]
    assert len(await words(town)) == 2
    await town.tap(CUONG, "1")
    assert await words(town) == ["đã báo thôn"]
    assert "anh Sáu" not in await town.write(CUONG, "KK1")
    await town.write(CUONG, "kk-001 xoa loi nay di")
    await town.write(CUONG, "thôi")
    assert await words(town) == ["đã báo thôn"]


async def test_only_who_keeps_it_takes_words_out(office: Town) -> None:
    town = office
    await town.write(CUONG, "ý kiến: đèn đường khu 2 hỏng, 12 hộ")
    for other in (LAN, LIEN, HANH, BINH):
        await town.write(other, "yk1 xóa đi, có tên người")
        assert "1" not in town.phone(other).last.labels
    await town.write(HA, "yk1 xóa đi, có tên người")
    button = next(b for b in town.phone(HA).last.buttons if b.text == "1")
    for other in (LAN, BINH):
        await town.press(other, button.data)
    assert len(await words(town)) == 1
    await town.tap(HA, "1")
    assert await words(town) == []


async def test_what_only_speaks_of_taking_out_is_a_note(office: Town) -> None:
    town = office
    await town.write(CUONG, "khó khăn: điểm rác khu 2")
    await town.write(CUONG, "kk1 xóa điểm rác cũ rồi")
    assert await words(town) == ["điểm rác khu 2", "xóa điểm rác cũ rồi"]


# what is asked


@pytest.mark.parametrize(
    "said", ["so may", "số mấy vậy", "công văn số bao nhiêu", "cv so may nhi"]
)
async def test_its_number_is_asked(office: Town, said: str) -> None:
    town = office
    await town.work(lambda w: w.lookups.add("body", "UBND phường Ka Long", w.today))
    await town.write(TRAN, "kiến nghị: UBND phường Ka Long niêm yết phí")
    await town.write(TRAN, "KN1 số 120 ngày 18/11")
    assert "Văn bản số 120" in await town.write(TRAN, f"kn1 {said}")
    assert len(await words(town)) == 1


# until when, with what sends it


@pytest.mark.parametrize(
    "line",
    [
        "kn1 số 120 ngày 18/11 hạn 15/12",
        "kn1 gui so 120 ngay 18/11 han 15/12",
        "KN1 gửi đi số 120 ngày 18/11, hạn trả lời 15/12",
        "kn1 số 120, 18/11, han 15/12",
    ],
)
async def test_a_limit_behind_the_paper_stands(office: Town, line: str) -> None:
    town = office
    await town.work(lambda w: w.lookups.add("body", "UBND phường Ka Long", w.today))
    await town.write(TRAN, "kiến nghị: UBND phường Ka Long niêm yết phí")
    await town.write(TRAN, line)
    assert await matter(town, "state, paper, date(due_at, 'unixepoch')", "KN-001") == (
        "sent",
        "120",
        "2026-12-15",
    )


@pytest.mark.parametrize("line", ["kn1 gửi đi hạn 15/12", "kn1 gui di, han 15/12"])
async def test_a_limit_said_before_the_paper_stands(office: Town, line: str) -> None:
    """The number was asked, and the limit was gone."""
    town = office
    await town.work(lambda w: w.lookups.add("body", "UBND phường Ka Long", w.today))
    await town.write(TRAN, "kiến nghị: UBND phường Ka Long niêm yết phí")
    await town.write(TRAN, line)
    await town.write(TRAN, "số 120 ngày 18/11")
    assert await matter(town, "state, date(due_at, 'unixepoch')", "KN-001") == (
        "sent",
        "2026-12-15",
    )
    assert await words(town) == ["UBND phường Ka Long niêm yết phí"]
