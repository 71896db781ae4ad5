"""After a week is played nowhere stands a household, who spoke, or anything sensitive: no table,
no journal, no export, no log."""

import logging
from pathlib import Path

from bot.logs import Redacting
from storage.safekeeping import export
from tests.helpers.activities import open_saturday
from tests.helpers.assignments import give
from tests.helpers.matters import HA, LIEN, move_in
from tests.town import BINH, CUONG, HANH, HOA, LAN, THANG, Town, clock

SECRETS = (
    "Hùng",
    "0912345678",
    "công giáo",
    "người Dao",
    "ngoại tình",
    "đòi thêm 200 triệu",
    "tố cáo cán bộ",
    "nhà ông Ba",
    "Khúc Thị",
    "Bảy",
    "Tám",
    "bà Chín",
    "ông Năm",
    "ông Sáu",
    "nhà ông Mười",
    "xóm đạo",
    "bà Mười Một",
    "phong bì",
    "nhà bà Mười Hai",
)
"""Words of households, of who spoke, of what is nobody's business: each is typed below."""
LINES = (
    "ý kiến: ông Hùng khu 2 nói đèn hỏng",
    "ý kiến: gọi 0912345678 gặp chủ nhà, đèn hỏng",
    "ý kiến: xóm công giáo thiếu đèn",
    "ý kiến: mấy nhà người Dao ở khu 3 hay uống rượu",
    "ý kiến: chủ nhà số 5 ngoại tình",
    "ý kiến: tố cáo cán bộ địa chính nhận tiền",
    "YK1 ông Hùng nhắc lại lần nữa",
)


class Kept(logging.Handler):
    """Every line of the log as it is written."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(Redacting())
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


async def play(town: Town) -> None:
    """A clearance project, a house, opinions, a place, work, a day out, the report."""
    await move_in(town)
    await town.write(THANG, "sổ số liệu")
    await town.tap(THANG, "Lập sổ GPMB")
    await town.write(THANG, "Nhà ông Bảy, 64 hộ")
    await town.write(THANG, "Tuyến Hải Yên - Ninh Dương, 64 hộ")
    await town.write(THANG, "GP1 61/52/45, vướng giá 4, vắng chủ 2")
    assert await town.write(THANG, "GP1 61/52/45, hộ Khúc Thị Mão đòi thêm 200 triệu")
    await town.write(THANG, "GP1 61/50/45, do ông Tám đổi ý")
    await town.write(THANG, "GP1 61/50/45, do hộ bà Chín rút lại")
    await town.write(CUONG, "khó khăn: ông Năm không chịu bàn giao đất")
    await town.write(CUONG, "khó khăn: cán bộ địa chính đòi phong bì mới ký")
    await town.write(CUONG, "khó khăn: đường vào thôn sạt lở")
    await town.write(CUONG, "KK1 xóm đạo công giáo không cho vào")
    await town.write(THANG, "KK1 trả lời: hộ bà Mười Một không chịu")
    await town.write(THANG, "chiến dịch: Sửa nhà bà Mười Hai, 1/12-31/12, 20 km đường; ra quân")
    await town.write(THANG, "địa bàn")
    await town.tap(THANG, "Trà Cổ")
    await town.tap(THANG, "Yếu")
    await town.write(THANG, "ông Sáu chống đối, đến 31/12")
    await town.write(THANG, "tiêu chí")
    await town.tap(THANG, "Lập nhà mẫu")
    await town.write(THANG, "nhà ông Ba")
    await town.write(THANG, "NM-KL-001")
    await town.write(THANG, "1 chưa đạt, nhà ông Mười bẩn", reply_to=town.phone(THANG).last)
    await town.write(CUONG, "ý kiến: đèn đường khu 2 hỏng, 5 hộ nói")
    for line in LINES:
        await town.write(CUONG, line)
    await give(town, HANH, "bình")
    await open_saturday(town)
    await town.write(BINH, "thứ 6 nghỉ, Hoa làm thay")
    await town.go_to(clock(23, 8))
    for who in (LAN, HA, LIEN, HOA):
        await town.write(who, "nghe dân nói")


async def test_a_played_week_keeps_nothing_of_it(town: Town, tmp_path: Path) -> None:
    log = Kept()
    logging.getLogger().addHandler(log)
    try:
        await play(town)
    finally:
        logging.getLogger().removeHandler(log)
    dump = await town.house.database.write(lambda c: "\n".join(c.iterdump()))
    assert "GP-01" in dump
    assert "đèn đường khu 2 hỏng" in dump, "what may be kept is there"
    written = "\n".join([dump, *log.lines])
    assert [secret for secret in SECRETS if secret.casefold() in written.casefold()] == []
    out = tmp_path / "out"
    list(export(tmp_path / "town.db", out, everything=True))
    exported = "\n".join(file.read_text("utf-8-sig") for file in out.rglob("*.csv"))
    assert "GP-01" in exported
    assert [secret for secret in SECRETS if secret.casefold() in exported.casefold()] == []
