"""«ý kiến: đèn đường khu 2 hỏng, 5 hộ nói»: by topic and place, with its weight; never by whom."""

import pytest

from papers.figures import SMALLEST, fitting
from papers.opinions import FIGURE
from papers.sheet import sayings
from tests.helpers.begun import begun
from tests.helpers.matters import BESIDE, HA, matter, move_in
from tests.helpers.reports import in_full
from tests.helpers.reports import report_of as report
from tests.town import BINH, CUONG, DUNG, HANH, LAN, MAI, Town, clock, says
from texts import Catalogue

LIGHTS = "ý kiến: đèn đường khu 2 hỏng, 5 hộ nói"
ALL = f"SELECT code, topic, weight, state FROM (SELECT m.*, {BESIDE} FROM matter m) ORDER BY id"


@begun
async def office(town: Town) -> Town:
    return await move_in(town)


@pytest.mark.parametrize(
    ("words", "topic", "weight"),
    [
        ("đèn đường khu 2 hỏng, 5 hộ nói", "lighting", 5),
        ("den duong khu 2 hong, 12 ho phan anh", "lighting", 12),
        ("xe rác 3 ngày không vào ngõ, bà con kêu", "waste", 1),
        ("mưa là ngập đầu ngõ, 3 hộ bị ngập", "drainage", 1),
        ("làm thủ tục ở một cửa phải đợi lâu", "procedure", 1),
        ("chợ họp lấn ra lòng đường", "other", 1),
        ("den duong khu 2 hong, 3 ho nua noi", "lighting", 3),
        ("12 hộ khu 3 kêu rác không thu gom", "waste", 12),
        ("rac ngo 5 hoi thoi, khoang 20 ho", "waste", 20),
        ("co nguoi noi duong ngap", "drainage", 1),
    ],
)
async def test_topic_and_weight_are_read(
    office: Town, words: str, topic: str, weight: int
) -> None:
    await office.write(CUONG, f"ý kiến: {words}")
    assert await matter(office, "topic, weight", "YK-001") == (topic, weight)


async def test_the_guess_is_shown_and_put_right_by_a_tap(office: Town) -> None:
    town = office
    assert "Lĩnh vực: Chiếu sáng" in await town.write(CUONG, LIGHTS)
    assert "5 lượt nêu" in await town.screen(CUONG)
    await town.tap(CUONG, "Lĩnh vực")
    await town.tap(CUONG, "An ninh")
    assert await matter(town, "topic", "YK-001") == ("security",)
    for data in ("m.is_topic:1:flying", "m.topic:99"):
        assert await town.press(CUONG, data)
    assert await town.press(BINH, "m.is_topic:1:waste")
    assert await matter(town, "topic", "YK-001") == ("security",)


async def test_a_week_without_new_ones_says_none(office: Town) -> None:
    town = office
    await in_full(town, LAN)
    await town.write(CUONG, LIGHTS)
    await town.go_to(clock(30, 7, 1))
    assert "Ý kiến nhân dân: mới 0; đang mở 1" in await report(town, 48)


async def test_the_same_again_is_offered_as_weight(office: Town) -> None:
    town = office
    await town.write(CUONG, LIGHTS)
    said = await town.write(CUONG, "ý kiến: đèn khu 2 vẫn hỏng, 3 hộ phản ánh")
    assert "Có thể trùng YK-001" in said
    assert "đã ghi" in await town.tap(CUONG, "Trùng ý kiến trước")
    assert await town.sql(ALL) == [
        ("YK-001", "lighting", 8, "new"),
        ("YK-002", "lighting", 3, "duplicate"),
    ]
    assert "8 lượt nêu" in await town.write(CUONG, "YK1")
    assert "(YK-001)" in await town.write(CUONG, "YK2")
    await town.write(DUNG, "ý kiến: rác ngõ 3 chưa thu gom")
    assert "Có thể trùng" not in await town.screen(DUNG)
    assert not town.phone(DUNG).can_tap("Trùng ý kiến trước")


@pytest.mark.parametrize(
    "words",
    [
        "ông Hùng khu 2 nói đèn hỏng",
        "bac lan noi den duong hong",
        "ba Hoa noi duong ngap",
        "co Lan phan anh rac nhieu",
        "đèn hỏng, gọi 0912345678 gặp chủ nhà",
        "mấy nhà người Dao ở khu 3 hay uống rượu",
        "khu 4 có người theo đạo lạ",
        "chủ nhà số 5 ngoại tình",
        "nhà ông bảy đổ rác ra đường",
        "nha ong bay do rac ra duong",
        "số nhà 15 đường Hòa Bình kêu cống tắc",
        "rác nhiều, nha so 8 to 3 phan anh",
        "tố cáo cán bộ địa chính nhận tiền",
        "can bo dia chinh Tuan nhan 5 trieu moi lam so do",
        "cán bộ địa chính lấy của dân 2 triệu rồi mới ký",
        "khiếu nại việc đền bù đất nhà tôi",
    ],
)
async def test_who_spoke_and_whom_it_accuses_are_kept_nowhere(office: Town, words: str) -> None:
    town = office
    said = await town.write(CUONG, f"ý kiến: {words}")
    assert "không lưu" in said or "không được lưu" in said
    assert await town.sql(ALL) == []
    dump = await town.house.database.write(lambda c: "\n".join(c.iterdump()))
    assert [
        line for line in dump.splitlines() if words in line and 'INTO "inbox"' not in line
    ] == []


async def test_harmless_words_are_taken(office: Town) -> None:
    town = office
    for words in (
        "bà con đề nghị sớm tổ chức ngày hội đại đoàn kết dân tộc",
        "chị em đề nghị mở lớp tập huấn",
        "lãnh đạo phường cần xuống kiểm tra cống",
        "ống nước cũ vỡ, có người nói hỏng cả tuần, ba nhà kêu",
        "đường Bà Triệu ngập, 3 hộ nói",
        "nhà cô giáo dột, trường Bà Triệu xin sửa",
        "trước số nhà 15 đường Hòa Bình vỡ ống, 5 hộ nói",
        "các hộ bà con khu 4 đề nghị công tác dân tộc cụ thể hơn",
    ):
        await town.write(CUONG, f"ý kiến: {words}")
    assert len(await town.sql(ALL)) == 8


async def test_what_there_is_none_of_any_more_takes_no_weight(office: Town) -> None:
    town = office
    await town.write(CUONG, LIGHTS)
    await town.write(CUONG, "ý kiến: đèn khu 2 vẫn hỏng, 3 hộ phản ánh")
    assert town.phone(CUONG).can_tap("Trùng ý kiến trước")
    await town.write(CUONG, "YK1")
    await town.tap(CUONG, "Rút lại")
    assert not town.phone(CUONG).can_tap("Trùng ý kiến trước")
    assert "chưa ghi gì" in await town.press(CUONG, "m.step:2:1.joins")
    assert await town.sql(ALL) == [
        ("YK-001", "lighting", 5, "withdrawn"),
        ("YK-002", "lighting", 3, "new"),
    ]


async def test_a_month_of_what_people_said(office: Town) -> None:
    town = office
    await town.write(CUONG, LIGHTS)
    await town.write(CUONG, "ý kiến: rác đường Hải Yên chưa thu gom, 4 hộ kêu")
    said = await town.write(LAN, "nghe dân nói")
    assert "tháng 11/2026" in said
    assert "2 ý kiến" in said
    assert "Chiếu sáng – Ka Long: 1 ý kiến, 5 lượt nêu" in said
    assert "Rác thải – Hải Yên" in said
    assert "khu 2" not in said
    assert "phân quyền" in await town.write(BINH, "nghe dân nói")
    await town.go_to(clock(30, 20))
    assert "2 ý kiến" in await town.write(HA, "nghe dân nói")


async def test_the_month_is_a_picture_and_a_sheet(office: Town) -> None:
    town = office
    await town.write(CUONG, LIGHTS)
    await town.write(CUONG, "ý kiến: rác đường Hải Yên chưa thu gom, 4 hộ kêu")
    await town.write(LAN, "nghe dân nói")
    picture = town.phone(LAN).last
    assert picture.kind == "photo"
    await town.tap(LAN, "Bảng tính")
    assert "bảng tính" in await town.screen(LAN)
    assert town.phone(LAN).last.kind == "document"
    assert "Tháng 10/2026 chưa có ý kiến" in await town.write(LAN, "nghe dân nói tháng 10")
    assert "Tháng 9/2026 chưa có ý kiến" in await town.tap(LAN, "Tháng trước")
    assert "tháng 11/2026" in await town.write(LAN, "nghe dan noi thang 11/2026")
    assert "Tháng 12/2025 chưa có" in await town.write(LAN, "nghe dân nói tháng 12")
    for data in ("m.heard:0:2026-13", "m.heard_sheet:0:x", "m.heard:0"):
        assert await town.press(LAN, data)
        assert await town.press(BINH, data)


@pytest.mark.parametrize("locale", ["vi", "en"])
def test_what_stands_beside_a_bar_is_whole(locale: str) -> None:
    said = sayings(Catalogue().words(locale), "heard")
    figure = said("figure", n=345, told=298)
    assert figure.startswith({"vi": "báo lại", "en": "told back"}[locale])
    assert fitting(figure, FIGURE) >= SMALLEST


async def test_another_platforms_number_is_kept(office: Town) -> None:
    town = office
    await town.write(CUONG, LIGHTS)
    assert "ví dụ: YK1 pakn 12345" in await town.write(CUONG, "YK1 pakn chưa rõ")
    assert "hệ thống khác là MT-2026/12" in await town.write(CUONG, "YK1 mã pakn MT-2026/12")
    assert "Mã ngoài: MT-2026/12" in await town.write(CUONG, "YK1")
    await town.write(BINH, "YK1 pakn 99")
    assert await matter(town, "elsewhere", "YK-001") == ("MT-2026/12",)
    assert "Không tìm thấy" in await town.write(HANH, "KN1 pakn 12345")


async def test_nobody_is_named_later_either(office: Town) -> None:
    town = office
    await town.write(CUONG, LIGHTS)
    card = town.phone(CUONG).last
    for said in (
        await town.write(CUONG, "YK1 ông Hùng khu 2 nói đèn hỏng từ tháng 9"),
        await town.write(CUONG, "do bà Lan số 5 kêu", reply_to=card),
    ):
        assert "không được lưu" in said
    assert await town.sql("SELECT count(*) FROM matter_words") == [(1,)]
    await town.write(CUONG, "YK1 cột số 14 cũng tắt")
    assert await town.sql("SELECT count(*) FROM matter_words") == [(2,)]


async def test_nobody_is_named_in_the_reason_either(office: Town) -> None:
    town = office
    await town.write(CUONG, LIGHTS)
    await town.write(HA, "YK1")
    await town.tap(HA, "Ngoài thẩm quyền")
    assert "không được lưu" in await town.write(HA, "ông Hùng khu 2 nói đèn của nhà ông ấy")
    await town.write(HA, "đèn của chợ, ban quản lý chợ lo")
    assert await matter(town, "state", "YK-001") == ("out_of_scope",)


async def test_a_voice_is_kept_until_somebody_sorts_it(office: Town) -> None:
    town = office
    await town.write(CUONG, "nêu việc")
    await town.tap(CUONG, "Ý kiến nhân dân")
    await town.phone(CUONG).voice()
    assert "YK-001" in await town.screen(CUONG)
    assert await matter(town, "topic", "YK-001") == ("other",)
    assert await town.sql("SELECT about, kind FROM attachment") == [("matter:1", "voice")]


async def test_a_loose_line_is_told_how(office: Town) -> None:
    town = office
    assert "«ý kiến: " in await town.write(BINH, "bà con khu 2 phản ánh đèn hỏng")
    assert await town.sql(ALL) == []
    assert not await says(town, HANH, "đèn hỏng")
    await town.write(MAI, LIGHTS)
    assert await town.sql(ALL) == []


async def test_what_people_say_without_a_colon_and_twice(town: Town) -> None:
    await move_in(town)
    assert "YK-001" in await town.write(CUONG, "ba con phan anh rac 3 ngay chua thu, 20 ho")
    assert "đã ghi ở YK-001" in await town.write(
        CUONG, "ba con phan anh rac 3 ngay chua thu, 20 ho"
    )
    assert "YK-002" in await town.write(CUONG, "y kien dan: mat nuoc 3 ngay, 45 ho")
    assert "YK" not in await town.write(CUONG, "bà con phản ánh gì tuần này vậy")
    for named in (
        "y kien: gia dinh chi Hoa co chong danh dap",
        "ba con phan anh nha anh minh danh vo",
    ):
        await town.write(CUONG, named)
    assert await town.sql("SELECT count(*) FROM matter") == [(2,)]


async def test_what_is_taken_back_leaves_no_words(town: Town) -> None:
    """«Rút lại» had kept them, on every card."""
    await move_in(town)
    await town.write(CUONG, "ý kiến: quán đầu khu 2 mở nhạc to")
    await town.write(CUONG, "YK1")
    await town.tap(CUONG, "Rút lại")
    assert await town.sql("SELECT state FROM matter") == [("withdrawn",)]
    assert await town.sql("SELECT * FROM matter_words") == []
