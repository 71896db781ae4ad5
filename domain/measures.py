"""What an activity brings about, with units and what is usual. To add a result, add a row."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """A result as it is said, `{n}` being the amount in the unit of the catalogue.

    `usual` is the common range at one point; an amount above `most` is asked, not refused.
    """

    code: str
    vi: str
    en: str
    unit: str
    usual: tuple[float, float]
    most: float


_ROWS = (
    Measure("road_km", "{n} km đường", "{n} km of road", "km", (0.3, 5), 20),
    Measure("waste_m3", "{n} m³ rác", "{n} m³ of waste", "m³", (0.5, 10), 60),
    Measure("waste_ton", "{n} tấn rác", "{n} t of waste", "tấn", (0.2, 5), 30),
    Measure("waste_truck", "{n} xe rác", "{n} truckloads of waste", "xe", (1, 10), 50),
    Measure("waste_bag", "{n} bao rác", "{n} bags of waste", "bao", (5, 200), 2_000),
    Measure("trees", "trồng {n} cây", "{n} trees planted", "cây", (20, 500), 3_000),
    Measure("drain_m", "khơi thông {n} m cống rãnh", "{n} m of drains", "m", (50, 1_000), 5_000),
    Measure("hotspot", "xóa {n} điểm đen rác", "{n} waste black spots", "điểm", (1, 5), 30),
    Measure(
        "ads_removed",
        "bóc xóa {n} quảng cáo sai quy định",
        "{n} illegal adverts removed",
        "tờ",
        (20, 300),
        2_000,
    ),
    Measure("households", "giúp {n} hộ", "{n} households helped", "hộ", (1, 50), 500),
    Measure("gifts", "{n} suất quà", "{n} gifts", "suất", (5, 100), 1_000),
    Measure(
        "gift_value_vnd", "quà trị giá {n} đồng", "gifts worth {n} VND", "đồng", (1e6, 5e7), 1e9
    ),
    Measure("workdays", "{n} ngày công", "{n} days of work", "công", (10, 200), 1_000),
    Measure("guided", "hướng dẫn {n} lượt dân", "{n} people guided", "lượt", (20, 300), 3_000),
    Measure("land_m2", "hiến {n} m² đất", "{n} m² of land given", "m²", (10, 1_000), 20_000),
    Measure(
        "raised_vnd", "huy động {n} đồng", "{n} VND raised", "đồng", (1e6, 1e8), 5_000_000_000
    ),
)
MEASURES: Mapping[str, Measure] = {measure.code: measure for measure in _ROWS}

PEOPLE = Measure("people", "{n} người", "{n} people", "người", (10, 200), 500)
