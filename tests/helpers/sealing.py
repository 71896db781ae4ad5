"""What stories about sealed visits begin with."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from storage.sealing import make_key
from tests.helpers.supervision import LIEN, TRAN, office_of_visits
from tests.town import LAN, Town

THEME, BODY = "niêm yết thủ tục", "Một cửa phường Trà Cổ"
LINE = f"{THEME}, {BODY}, tuần này"
THREE = (LIEN, TRAN, LAN)
SECRETS = ("niêm yết thủ tục", "niem yet thu tuc", "Một cửa phường", "mot cua phuong")


async def office_that_seals(town: Town, folder: Path) -> Town:
    await office_of_visits(town)
    await town.house.database.write(make_key, folder / "seal.key")
    return town


def said_in_files(folder: Path, *more: str) -> list[str]:
    """Of the details, those that stand in the database or beside it."""
    return [word for file in folder.glob("town.db*") for word in speaks(file.read_bytes(), *more)]


async def seal(town: Town) -> str:
    """Liên seals it for Lan; returns its id."""
    await town.write(LIEN, "niêm phong")
    await town.tap(LIEN, "Thị Lan")
    assert "Đã niêm phong" in await town.write(LIEN, LINE)
    [(seal_id,)] = await town.sql("SELECT id FROM sealed")
    return str(seal_id)


async def sealed_and_approved(town: Town) -> str:
    seal_id = await seal(town)
    await town.press(LAN, f"v.sealok:0:{seal_id}")
    return seal_id


def speaks(content: bytes, *more: str) -> list[str]:
    """The details that stand in it as they are, also as Telegram writes them."""
    words: Iterable[str] = (*SECRETS, *more)
    forms: dict[str, Any] = {w: {w, w.encode("unicode_escape").decode()} for w in words}
    return [w for w, ways in forms.items() if any(way.encode() in content for way in ways)]
