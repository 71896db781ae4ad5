"""What people say is raised, put right, put together and sent on in one line."""

import pytest

from tests.helpers.begun import begun
from tests.helpers.matters import HA, matter, move_in
from tests.town import BINH, CUONG, DUNG, MAI, Town

ALL = "SELECT code, weight, state FROM matter ORDER BY id"
SAID = "SELECT text FROM matter_words ORDER BY row_id"


@begun
async def office(town: Town) -> Town:
    await move_in(town)
    await town.work(lambda w: w.lookups.add("body", "Phòng Quản lý đô thị", w.today))
    await town.work(lambda w: w.lookups.add("body", "Điện lực Móng Cái", w.today))
    return town


@begun
async def heard(town: Town) -> Town:
    """One opinion is there, raised a moment ago."""
    await move_in(town)
    await town.work(lambda w: w.lookups.add("body", "Phòng Quản lý đô thị", w.today))
    await town.work(lambda w: w.lookups.add("body", "Điện lực Móng Cái", w.today))
    await town.write(CUONG, "ý kiến: rác đường Ka Long chưa thu gom, 5 hộ kêu")
    return town


@pytest.mark.parametrize(
    ("line", "weight", "words"),
    [
        (
            "ba con khu 4 phan anh cong thoat nuoc bi tac, mua la ngap, 12 ho noi",
            12,
            "ba con khu 4 phan anh cong thoat nuoc bi tac, mua la ngap, 12 ho noi",
        ),
        (
            "Nhân dân khu 3 kiến nghị sửa hệ thống thoát nước",
            1,
            "Nhân dân khu 3 kiến nghị sửa hệ thống thoát nước",
        ),
        ("người dân phản ánh rác ùn ở chợ", 1, "rác ùn ở chợ"),
        (
            "ý kiến bà con Hải Hòa: nhà văn hóa khu 6 dột, 3 hộ nói",
            3,
            "bà con Hải Hòa: nhà văn hóa khu 6 dột, 3 hộ nói",
        ),
        ("ý kiến của nhân dân khu 3: rác không ai thu", 1, "nhân dân khu 3: rác không ai thu"),
        ("phản ánh của bà con khu 2: đèn hỏng", 1, "bà con khu 2: đèn hỏng"),
        ("y kien khu 4: cong tac, 4 ho", 4, "khu 4: cong tac, 4 ho"),
        ("bà con khu 4 phản ánh: cống tắc", 1, "bà con khu 4 phản ánh: cống tắc"),
        ("y kien cua 1 ho khu 3: rac khong ai thu gom", 1, "1 ho khu 3: rac khong ai thu gom"),
    ],
)
async def test_what_people_say_is_raised_with_their_place(
    office: Town, line: str, weight: int, words: str
) -> None:
    assert "YK-001" in await office.write(CUONG, line)
    assert await office.sql(ALL) == [("YK-001", weight, "new")]
    assert await office.sql(SAID) == [(words,)]


@pytest.mark.parametrize(
    "line",
    [
        "y kien den duong ngo 5 khu 2 khong sang may hom nay ca xom keu",
        "ba con muon lam lai duong thon 3, nhieu nguoi noi",
        "bà con mong sớm sửa cống đầu khu",
        "đèn đường khu 2 hỏng",
        "bà con khu 2 phản ánh đèn hỏng",
    ],
)
async def test_what_only_sounds_so_is_offered_by_one_button(office: Town, line: str) -> None:
    said = await office.write(CUONG, line)
    assert "Ghi dòng này: «ý kiến: " in said
    assert await office.sql(ALL) == []
    assert "YK-001" in await office.tap(CUONG, "Ghi dòng này")
    assert await office.sql(ALL) == [("YK-001", 1, "new")]


@pytest.mark.parametrize(
    "line",
    [
        "bà con khu 4 chưa phản ánh gì",
        "bà con khu 4 có phản ánh gì không",
        "bà con phản ánh thế nào rồi?",
        "nếu bà con phản ánh thì báo em nhé",
        "ý kiến anh Lực: nhất trí",
        "ý kiến quá hạn",
        "ý kiến",
    ],
)
async def test_what_nobody_said_is_no_opinion(office: Town, line: str) -> None:
    await office.write(CUONG, line)
    await office.write(BINH, line)
    assert await office.sql(ALL) == []


async def test_nobody_else_is_offered_it_and_no_name_is_said_back(office: Town) -> None:
    town = office
    assert "Ghi dòng này" not in await town.write(MAI, "bà con muốn làm lại đường thôn 3")
    said = await town.write(CUONG, "y kien ba Hoa noi duong ngap may hom nay")
    assert "Hoa" not in said
    assert await town.sql(ALL) == []


@pytest.mark.parametrize(
    ("line", "weight", "words"),
    [
        ("nham 7 ho noi", 7, "7 hộ kêu"),
        ("nhầm, 7 hộ", 7, "7 hộ kêu"),
        ("sửa lại 7 hộ nhé", 7, "7 hộ kêu"),
        ("YK-001 sua thanh 7 ho", 7, "7 hộ kêu"),
        ("yk1 7 hộ chứ không phải 5", 7, "7 hộ kêu"),
        ("yk1 7 hộ chứ không phải 5 hộ", 7, "7 hộ kêu"),
        ("yk1 đúng ra là 12 hộ", 12, "12 hộ kêu"),
        ("YK1 thêm 2 hộ nữa nói", 7, "5 hộ kêu"),
        ("thêm 2 hộ nữa kêu", 7, "5 hộ kêu"),
    ],
)
async def test_how_many_say_so_is_put_right(
    heard: Town, line: str, weight: int, words: str
) -> None:
    said = await heard.write(CUONG, line)
    assert "YK-001" in said
    assert str(weight) in said
    assert await heard.sql(ALL) == [("YK-001", weight, "new")]
    [(kept,)] = await heard.sql(SAID)
    assert kept.endswith(words)


@pytest.mark.parametrize(
    "line",
    ["yk1 không phải 7 hộ", "yk1 sửa thành 7 hộ à?", "yk1 sửa thành 0 hộ", "nếu nhầm thì 7 hộ"],
)
async def test_what_is_denied_or_asked_changes_no_number(heard: Town, line: str) -> None:
    await heard.write(CUONG, line)
    assert await heard.sql(ALL) == [("YK-001", 5, "new")]


async def test_only_who_may_sort_it_puts_its_number_right(heard: Town) -> None:
    town = heard
    await town.write(BINH, "YK-001 sua thanh 7 ho")
    await town.write(BINH, "nham 7 ho noi")
    await town.write(MAI, "YK-001 sua thanh 7 ho")
    assert await town.sql(ALL) == [("YK-001", 5, "new")]
    assert "7" in await town.write(HA, "YK-001 sua thanh 7 ho")
    assert await matter(town, "weight", "YK-001") == (7,)


@pytest.mark.parametrize(
    "line",
    [
        "YK-002 trung y kien YK-001",
        "yk2 trùng yk1",
        "gộp YK-002 vào YK-001",
        "yk2 giống yk1, gộp lại",
        "YK-001 và YK-002 trùng nhau",
    ],
)
async def test_one_is_joined_to_the_one_that_is_named(heard: Town, line: str) -> None:
    town = heard
    await town.write(DUNG, "ý kiến: xe rác bỏ ngõ 3, 3 hộ nói")
    said = await town.write(HA, line)
    assert "YK-002" in said
    assert "YK-001" in said
    assert await town.sql(ALL) == [("YK-001", 8, "new"), ("YK-002", 3, "duplicate")]


@pytest.mark.parametrize(
    ("who", "line"),
    [
        (HA, "YK-002 không trùng YK-001"),
        (HA, "YK-002 có trùng YK-001 không?"),
        (HA, "YK-002 trùng YK-009"),
        (HA, "YK-002 trùng YK-002"),
        (BINH, "YK-002 trùng YK-001"),
        (MAI, "YK-002 trùng YK-001"),
    ],
)
async def test_what_is_not_said_or_not_theirs_joins_nothing(
    heard: Town, who: object, line: str
) -> None:
    town = heard
    await town.write(DUNG, "ý kiến: xe rác bỏ ngõ 3, 3 hộ nói")
    await town.write(who, line)  # type: ignore[arg-type]
    assert await town.sql(ALL) == [("YK-001", 5, "new"), ("YK-002", 3, "new")]


@pytest.mark.parametrize(
    "line",
    [
        "YK-001 chuyển Phòng Quản lý đô thị, cv 215/MTTQ ngày 18/11",
        "yk1 da chuyen phong quan ly do thi, so 215/MTTQ ngay 18/11",
        "yk-001 phan loai xong, chuyen phong quan ly do thi so 215/MTTQ ngay 18/11",
        "yk1 gửi Phòng Quản lý đô thị theo công văn số 215/MTTQ ngày 18/11",
        "yk1 số 215/MTTQ ngày 18/11 chuyển phòng quản lý đô thị",
    ],
)
async def test_where_it_goes_with_its_paper_in_one_line(heard: Town, line: str) -> None:
    said = await heard.write(HA, line)
    assert "Chuyển cơ quan" in said
    assert await matter(heard, "state, paper, paper_day", "YK-001") == (
        "forwarded",
        "215/MTTQ",
        "2026-11-18",
    )
    assert "Gửi: Phòng Quản lý đô thị" in await heard.write(HA, "YK1")


async def test_what_is_not_named_whole_is_asked_and_the_paper_kept(heard: Town) -> None:
    town = heard
    said = await town.write(HA, "yk1 chuyen dien luc so 216 ngay 18/11")
    assert "dien luc" in said
    assert await matter(town, "paper", "YK-001") == ("",)
    await town.tap(HA, "Điện lực Móng Cái")
    assert await matter(town, "state, paper", "YK-001") == ("forwarded", "216")


async def test_a_body_that_is_new_is_written_down_by_a_tap(heard: Town) -> None:
    town = heard
    assert "Xí nghiệp môi trường" in await town.write(
        HA, "yk1 chuyển Xí nghiệp môi trường, số 217 ngày 18/11"
    )
    await town.tap(HA, "Ghi đơn vị mới")
    assert await matter(town, "state, paper", "YK-001") == ("forwarded", "217")
    assert "Gửi: Xí nghiệp môi trường" in await town.write(HA, "YK1")


async def test_without_a_paper_it_is_asked_for(heard: Town) -> None:
    town = heard
    assert "số và ngày" in await town.write(HA, "yk1 chuyển Điện lực Móng Cái")
    await town.write(HA, "số 218 ngày 18/11")
    assert await matter(town, "state, paper", "YK-001") == ("forwarded", "218")


async def test_the_question_where_to_takes_the_paper_too(heard: Town) -> None:
    town = heard
    await town.write(HA, "yk1 phân loại xong")
    await town.tap(HA, "Chuyển cơ quan")
    await town.write(HA, "Phòng Quản lý đô thị, số 215/MTTQ-DCPL ngày 18/11")
    assert await matter(town, "state, paper", "YK-001") == ("forwarded", "215/MTTQ-DCPL")


async def test_a_colleague_is_no_body_and_a_denial_no_step(heard: Town) -> None:
    town = heard
    for line in (
        "yk1 chưa chuyển phòng quản lý đô thị",
        "yk1 chuyển Dung xử lý",
        "yk1 chuyển phòng quản lý đô thị số 215 chưa?",
    ):
        await town.write(HA, line)
        assert await matter(town, "body_id, paper, state", "YK-001") == (None, "", "new"), line
    await town.write(BINH, "yk1 chuyển phòng quản lý đô thị số 215 ngày 18/11")
    await town.write(CUONG, "yk1 chuyển phòng quản lý đô thị số 215 ngày 18/11")
    assert await matter(town, "body_id, state", "YK-001") == (None, "new")


async def test_what_was_put_aside_by_mistake_is_opened_again(heard: Town) -> None:
    town = heard
    await town.write(HA, "YK1")
    await town.tap(HA, "Ngoài thẩm quyền")
    await town.write(HA, "bấm nhầm")
    assert await matter(town, "state", "YK-001") == ("out_of_scope",)
    await town.write(CUONG, "yk1 mở lại")
    assert await matter(town, "state", "YK-001") == ("out_of_scope",)
    await town.write(HA, "YK-001 mở lại, tôi bấm nhầm")
    assert await matter(town, "state, closed_at", "YK-001") == ("new", None)


async def test_the_list_of_opinions_says_what_they_are_about(heard: Town) -> None:
    said = await heard.write(HA, "ý kiến")
    assert said.startswith("Việc theo dõi: Ý kiến nhân dân (1)")
    assert "Rác thải" in said
