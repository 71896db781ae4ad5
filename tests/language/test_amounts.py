"""What was achieved, as amounts of the catalogue; an amount that reads two ways is asked."""

import pytest

from language import turnout

AMOUNTS = [
    ("85 người dọn đường 2,5 km", {"road_km": 2.5}),
    ("45 người đường 1,25 km", {"road_km": 1.25}),
    ("45 người quốc lộ 2,5 km", {"road_km": 2.5}),
    ("45 người tổ 1,5 tấn rác", {"waste_ton": 1.5}),
    ("45 người trường 2,5 m3 rác", {"waste_m3": 2.5}),
    ("45 người cống 1,2 km", {"drain_m": 1200}),
    ("45 người đường 850 m", {"road_km": 0.85}),
    ("45 người đường 850m", {"road_km": 0.85}),
    ("45 người cống 300 m", {"drain_m": 300}),
    ("45 người rác 1,5t", {"waste_ton": 1.5}),
    ("45 người rác 2 tấn rưỡi", {"waste_ton": 2.5}),
    ("45 người quyên góp 1 triệu rưỡi", {"raised_vnd": 1_500_000}),
    ("ủng hộ 3 triệu 5", {"raised_vnd": 3_500_000}),
    ("45 người đường 2 cây rưỡi", {"road_km": 2.5}),
    ("45 nguoi 2 cay ruoi duong", {"road_km": 2.5}),
    ("40 người trồng 2 cây", {"trees": 2}),
    ("45 người nửa tấn rác", {"waste_ton": 0.5}),
    ("25 nguoi nua khoi rac", {"waste_m3": 0.5}),
    ("45 người 1.234,5 m3 rác", {"waste_m3": 1234.5}),
    ("rác 1.200,5 kg", {"waste_ton": 1.2005}),
    ("45 người, 1.250 kg rác", {"waste_ton": 1.25}),
    ("60 nguoi duong 1km5", {"road_km": 1.5}),
    ("45 người khu 2, 1,5 tấn rác", {"waste_ton": 1.5}),
    ("45 người quốc lộ 18", {}),
    ("45 người đường 30/4", {}),
    ("xong 147 chieu qua", {}),
    ("45 người, 38 đơn vị máu", {"blood_units": 38}),
    ("45 nguoi 38 dv mau", {"blood_units": 38}),
    ("đtn 20 pn 15, hiến được 30 túi máu", {"blood_units": 30}),
    ("40 người, 500 kg rác, 120 giờ công", {"waste_ton": 0.5, "work_hours": 120}),
    ("28/11: 40 người, 120 giờ công", {"work_hours": 120}),
    ("40 nguoi 120 gio cong", {"work_hours": 120}),
    ("40 người, 120 giờ tình nguyện", {"work_hours": 120}),
    ("40 người, 8 giờ công", {"work_hours": 8}),
    ("40 người, 120h công", {"work_hours": 120}),
    ("40 người, 80 ngày công", {"workdays": 80}),
    ("gửi 2 công văn", {}),
    ("gui 2 cong van, 3 bao cao", {}),
    ("xong 5 cong viec, 20 công", {"workdays": 20}),
    ("150 bao xong", {}),
    ("việc 150 bao cao xong", {}),
    ("12 bao xong roi", {"waste_bag": 12}),
    ("45 nguoi nhat 150 bao xong roi", {"waste_bag": 150}),
    ("150 bao rac", {"waste_bag": 150}),
    ("ủng hộ 5 chiệu", {"raised_vnd": 5_000_000}),
]


@pytest.mark.parametrize(("line", "amounts"), AMOUNTS)
def test_amounts(line: str, amounts: dict[str, float]) -> None:
    assert turnout(line).metrics == amounts


@pytest.mark.parametrize(
    ("line", "either"),
    [
        ("45 người 2,500 m3", (("waste_m3", 2.5), ("waste_m3", 2500))),
        ("45 người 3,250 m đường", (("road_km", 0.00325), ("road_km", 3.25))),
        ("đường 3 cây, 40 người", (("road_km", 3), ("trees", 3))),
    ],
)
def test_two_readings_are_asked(line: str, either: tuple[tuple[str, float], ...]) -> None:
    read = turnout(line)
    assert (read.status, read.either) == ("ask", either)


def test_thousands_of_what_is_counted_are_no_decimals() -> None:
    assert turnout("trồng 2,500 cây, 45 người").metrics == {"trees": 2500}
