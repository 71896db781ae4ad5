"""What Bình sends about the work that he took on, and where it is kept."""

from tests.helpers.assignments import give, number_from
from tests.town import BINH, THANG, Town


async def taken(town: Town, *numbers: int) -> None:
    for number in numbers:
        await number_from(town, number)
        await give(town, THANG, "Bình", when="thứ 6")
        await town.write(BINH, f"nhận {number}")


async def photo(town: Town, **how: object) -> str:
    await town.phone(BINH).photo(**how)  # type: ignore[arg-type]
    return await town.screen(BINH)


async def voice(town: Town) -> str:
    await town.phone(BINH).voice()
    return await town.screen(BINH)


async def reports(town: Town) -> list[tuple[int, str]]:
    return await town.sql(
        "SELECT number, c.state FROM completion c JOIN assignment a ON a.id = assignment_id"
    )


async def proofs(town: Town, about: str) -> int:
    [(count,)] = await town.sql(
        "SELECT count(*) FROM attachment WHERE about LIKE :about", about=f"{about}:%"
    )
    return int(count)
