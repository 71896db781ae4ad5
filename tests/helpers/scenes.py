"""How a scene is set for one line that is typed: who types it, and what stands before them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from domain.access import Role
from domain.activities import NewPoint
from sandbox.things import Message
from storage import Work
from tests.helpers.activities import manage, open_saturday, plan_saturday, point
from tests.helpers.assignments import give, number_from
from tests.helpers.registrations import arrive, asked_tonight, join
from tests.town import (
    BINH,
    CUONG,
    HANH,
    HOA,
    LAN,
    MAI,
    SINCE,
    SON,
    THANG,
    TUAN,
    Neighbour,
    Town,
    clock,
)

NAM = Neighbour("Vũ Hoài Nam", 8201, "TTVD", "MTTQ", ())
BAC = Neighbour("Lê Bắc", 8202, "TTVD", "MTTQ", ())
COLLEAGUES = (
    NAM,
    BAC,
    Neighbour("Bùi Thị Tuyên", 8203, "TTVD", "MTTQ", ()),
    Neighbour("Hà Thị Ánh", 8204, "TTVD", "MTTQ", ()),
    Neighbour("Ngô Thị Mây", 8205, "TTVD", "MTTQ", ()),
)
"""Whom the lines name, beside the neighbours of the town."""
PLACES = {"HAIXUAN": "Hải Xuân", "BINHNGOC": "Bình Ngọc"}
TASK = "Vận động 6 hộ"
WATCHERS: dict[str, Neighbour | int] = {
    who.name.split()[-1]: who for who in (HANH, LAN, THANG, BINH, HOA, CUONG, *COLLEAGUES)
} | {"Mai": MAI}
"""Who might hear of a line that somebody else typed."""


@dataclass(frozen=True)
class Stage:
    """Who types, under which message, if it is a reply, and what follows in the same one."""

    who: Neighbour | int
    reply_to: Message | None = None
    goes_on: str = ""


Scene = Callable[[Town, int], Awaitable[Stage]]
SCENES: dict[str, Scene] = {}


def scene(name: str) -> Callable[[Scene], Scene]:
    def kept(setting: Scene) -> Scene:
        SCENES[name] = setting
        return setting

    return kept


def name_of(who: Neighbour | int) -> str:
    return next((name for name, one in WATCHERS.items() if one == who), "")


async def set_scene(town: Town, words: str) -> Stage:
    """«report 146» is the scene «report» with task 146."""
    name, _, number = words.rpartition(" ")
    await town.work(move_in(town))
    for who in COLLEAGUES:
        town.phone(who)
    if number.isdigit():
        return await SCENES[name](town, int(number))
    return await SCENES[words](town, 0)


def move_in(town: Town) -> Callable[[Work], None]:
    """Five more colleagues and two more places than the town has."""

    def moved(work: Work) -> None:
        found = work.connection.execute("SELECT id FROM unit WHERE code = 'TTVD'").fetchone()
        for number, who in enumerate(COLLEAGUES, start=21):
            town.ids[who.id] = work.people.add(who.name, work.now)
            work.people.enrol(town.ids[who.id], f"CB{number}", SINCE, unit_id=found[0])
            work.people.grant(town.ids[who.id], Role.STAFF, SINCE)
            work.people.link(town.ids[who.id], who.id)
        for code, name in PLACES.items():
            work.offices.add_locality(code, "Phường", name, False, SINCE)

    return moved


async def given(town: Town, number: int, who: str = "Nam", when: str = "thứ 6") -> None:
    await number_from(town, number)
    await give(town, THANG, who, TASK, when)


async def taken(town: Town, number: int) -> None:
    await given(town, number)
    await town.write(NAM, f"nhận {number}")


async def press(town: Town, who: Neighbour, verb: str, number: int) -> None:
    sql = "SELECT id FROM assignment WHERE number = :number"
    [(assignment,)] = await town.sql(sql, number=number)
    await town.press(who, f"{verb}:{assignment}")


@scene("new card")
async def _card(town: Town, number: int) -> Stage:
    await given(town, number)
    return Stage(NAM)


@scene("open task")
async def _task(town: Town, number: int) -> Stage:
    await taken(town, number)
    return Stage(NAM)


@scene("open task, album sent")
async def _album(town: Town, number: int) -> Stage:
    await taken(town, number)
    await town.phone(NAM).photo(album=3)
    await town.settle()
    return Stage(NAM)


@scene("album, asked which task")
async def _which(town: Town, number: int) -> Stage:
    await taken(town, 139)
    await taken(town, number)
    await town.sql("DELETE FROM spoken_of")
    await town.phone(NAM).photo(album=3)
    assert "việc nào" in await town.screen(NAM)
    return Stage(NAM)


@scene("a leader's own task")
async def _leader_task(town: Town, number: int) -> Stage:
    await number_from(town, number)
    await give(town, LAN, "Lan", TASK)
    return Stage(LAN)


@scene("question of the chairman")
async def _question(town: Town, number: int) -> Stage:
    await taken(town, number)
    await town.write(NAM, f"{number} 60%")
    await press(town, LAN, "a.question", number)
    await town.write(LAN, "Sao việc này chậm?")
    return Stage(NAM)


@scene("report")
async def _report(town: Town, number: int) -> Stage:
    await taken(town, number)
    await town.write(NAM, f"xong {number}, đã vận động 6 hộ")
    await town.tap(NAM, "Gửi")
    return Stage(THANG)


@scene("reply to the report")
async def _under_report(town: Town, number: int) -> Stage:
    await _report(town, number)
    return Stage(THANG, town.phone(THANG).last)


@scene("reply to what was returned")
async def _returned(town: Town, number: int) -> Stage:
    await taken(town, 139)
    await _report(town, number)
    await town.write(THANG, f"trả lại {number}, thiếu chữ ký")
    await town.later(minutes=1)
    await town.sql("DELETE FROM spoken_of")
    letters = reversed(town.phone(NAM).messages)
    return Stage(NAM, next(m for m in letters if "thiếu chữ ký" in m.text))


@scene("reply to an extension request")
async def _extension(town: Town, number: int) -> Stage:
    town.now = clock(23, 9)
    await given(town, number, when="24/11")
    await town.write(NAM, f"nhận {number}")
    await town.write(NAM, f"gia hạn {number} đến 27/11, chờ số liệu của phường")
    return Stage(THANG, town.phone(THANG).last)


@scene("reply to «xin không nhận»")
async def _release(town: Town, number: int) -> Stage:
    await given(town, number)
    await town.write(NAM, f"xin không nhận việc {number}, trùng lịch tập huấn")
    await town.tap(NAM, "Xin không nhận")
    return Stage(THANG, town.phone(THANG).last)


@scene("head")
async def _head(town: Town, number: int) -> Stage:
    await taken(town, number)
    return Stage(THANG)


@scene("head, a task is overdue")
async def _overdue(town: Town, number: int) -> Stage:
    await taken(town, number)
    await town.later(days=4)
    return Stage(THANG)


@scene("leader")
async def _leader(town: Town, number: int) -> Stage:
    await taken(town, number)
    return Stage(LAN)


@scene("leader, a week later")
async def _leader_alone(town: Town, number: int) -> Stage:
    town.now = clock(15, 18)
    await town.go_to(clock(16, 7, 1))
    await town.go_to(clock(19, 9))
    return Stage(LAN)


@scene("head on Monday")
async def _monday(town: Town, number: int) -> Stage:
    town.now = clock(23, 9)
    return Stage(THANG)


@scene("briefing list")
async def _briefing(town: Town, number: int) -> Stage:
    town.now = clock(23, 9)
    await town.write(THANG, "giao ban")
    return Stage(THANG)


@scene("briefing list, its heading")
async def _heading(town: Town, number: int) -> Stage:
    await _briefing(town, number)
    return Stage(THANG, goes_on="\nHoa: soạn giấy mời, t4 xong")


async def place(town: Town, day: int, code: str) -> None:
    """One more point of a day, which nobody leads yet."""

    def added(work: Work) -> None:
        places = {p.code: p.id for p in work.offices.localities(work.today)}
        work.activities.add_point(day, NewPoint(PLACES[code], places[code], None, 20))

    await town.work(added)


@scene("Saturday asked")
async def _asked(town: Town, number: int) -> Stage:
    await plan_saturday(town)
    await town.go_to(clock(21, 10, 31))
    return Stage(CUONG)


@scene("Saturday asked, asked why not held")
async def _why(town: Town, number: int) -> Stage:
    await _asked(town, number)
    await town.tap(CUONG, "Không tổ chức")
    return Stage(CUONG)


@scene("Saturday asked, [Sửa] tapped")
async def _mend(town: Town, number: int) -> Stage:
    await _asked(town, number)
    await town.write(CUONG, "dtn 20 pn 15 ccb 5 vang 3")
    await town.tap(CUONG, "Sửa")
    return Stage(CUONG)


@scene("Saturday asked, left at «Sai điểm»")
async def _wrong_point(town: Town, number: int) -> Stage:
    await _asked(town, number)
    await town.go_to(clock(22, 9))
    await town.write(CUONG, "40 người, 2 km đường")
    await town.tap(CUONG, "Sai điểm")
    await town.go_to(clock(23, 9))
    return Stage(CUONG)


@scene("Saturday asked, result asked")
async def _result(town: Town, number: int) -> Stage:
    await number_from(town, number)
    await give(town, THANG, "Bình", TASK)
    await town.write(BINH, f"nhận {number}")
    await plan_saturday(town)
    town.now = clock(21, 10, 31)
    await town.write(BINH, "/soluong")
    await town.write(BINH, f"xong {number}")
    return Stage(BINH)


@scene("open task, Saturday asked")
async def _task_and_saturday(town: Town, number: int) -> Stage:
    await number_from(town, number)
    await give(town, THANG, "Bình", TASK, "27/11")
    await town.write(BINH, f"nhận {number}")
    await plan_saturday(town)
    await town.go_to(clock(21, 10, 31))
    return Stage(BINH)


@scene("two Saturdays to tell of")
async def _two(town: Town, number: int) -> Stage:
    await plan_saturday(town)
    day = await open_saturday(town, 60, 3, clock(28, 7), title="Trồng cây")
    await place(town, day, "HAIXUAN")
    town.now = clock(28, 10, 31)
    return Stage(CUONG)


@scene("two Saturdays to tell of, the office")
async def _two_office(town: Town, number: int) -> Stage:
    await _two(town, number)
    return Stage(HANH)


@scene("two Saturdays to tell of, after /huy")
async def _dropped(town: Town, number: int) -> Stage:
    await _two(town, number)
    await town.write(CUONG, "/huy")
    return Stage(CUONG)


@scene("28/11 told a minute ago")
async def _told(town: Town, number: int) -> Stage:
    await _two(town, number)
    await town.write(CUONG, "28/11 45")
    await town.tap(CUONG, "Đúng")
    return Stage(CUONG)


@scene("roll open")
async def _roll(town: Town, number: int) -> Stage:
    day = await open_saturday(town, capacity=40)
    for who in (MAI, SON, TUAN, 8105, 8106, 8107):
        await join(town, who, day)
    await town.go_to(clock(21, 7, 5))
    await town.tap(CUONG, "Điểm danh")
    return Stage(CUONG)


@scene("roll open, a group is counted")
async def _roll_group(town: Town, number: int) -> Stage:
    day = await open_saturday(town, capacity=40)
    await town.press(CUONG, f"s.group:{day}")
    await town.write(CUONG, "dtn 10 pn 4")
    await town.tap(CUONG, "Đúng")
    await join(town, MAI, day)
    await town.go_to(clock(21, 6, 45))
    await town.tap(CUONG, "Điểm danh")
    return Stage(CUONG)


@scene("roll open, asked how many more")
async def _more(town: Town, number: int) -> Stage:
    day = await open_saturday(town)
    other = await open_saturday(town, title="Trồng cây", starts=clock(28, 7))
    await join(town, MAI, day)
    await town.press(CUONG, f"s.group:{other}")
    await town.write(CUONG, "mttq 5")
    await town.go_to(clock(21, 7, 5))
    await town.tap(CUONG, "Điểm danh")
    await town.tap(CUONG, "+ đến thêm")
    return Stage(CUONG)


@scene("base, Tuesday")
async def _tuesday(town: Town, number: int) -> Stage:
    await open_saturday(town, 60, starts=clock(28, 7))
    await town.go_to(clock(24, 9))
    return Stage(CUONG)


@scene("base, Thursday's question")
async def _thursday(town: Town, number: int) -> Stage:
    day = await open_saturday(town, 60, starts=clock(28, 7))
    await place(town, day, "BINHNGOC")
    await town.go_to(clock(26, 8, 1))
    return Stage(CUONG)


@scene("organiser, asked why called off")
async def _called_off(town: Town, number: int) -> Stage:
    day = await open_saturday(town)
    await join(town, MAI, day)
    await manage(town, day, "Hủy buổi")
    return Stage(HOA)


@scene("organiser, asked why put off")
async def _put_off(town: Town, number: int) -> Stage:
    day = await open_saturday(town)
    await join(town, MAI, day)
    await manage(town, day, "Hoãn")
    return Stage(HOA)


@scene("organiser, at a point")
async def _at_point(town: Town, number: int) -> Stage:
    await join(town, MAI, await open_saturday(town))
    await point(town)
    return Stage(HOA)


@scene("registered")
async def _registered(town: Town, number: int) -> Stage:
    await town.sql("UPDATE person SET phone = '+84900000107' WHERE telegram_id = :id", id=CUONG.id)
    await town.write(CUONG, "/dulieu")
    await town.tap(CUONG, "hiện số điện thoại")
    await town.tap(CUONG, "Đồng ý")
    day = await open_saturday(town, rain_plan="dời sang Chủ nhật")
    await join(town, MAI, day)
    return Stage(MAI)


@scene("registered, name asked")
async def _name(town: Town, number: int) -> Stage:
    await _registered(town, number)
    await town.write(MAI, "sửa tên")
    return Stage(MAI)


@scene("registered twice")
async def _twice(town: Town, number: int) -> Stage:
    await _registered(town, number)
    other = await open_saturday(town, title="Trồng cây", starts=clock(28, 7))
    await join(town, MAI, other, "Đăng ký")
    return Stage(MAI)


@scene("registered staff with work")
async def _staff(town: Town, number: int) -> Stage:
    await taken(town, 139)
    await taken(town, number)
    await join(town, NAM, await open_saturday(town))
    return Stage(NAM)


@scene("registered, told of another place")
async def _news(town: Town, number: int) -> Stage:
    await _registered(town, number)
    await point(town)
    await town.write(HOA, "nơi mới: Sân vận động")
    await town.tap(HOA, "Gửi")
    return Stage(MAI)


@scene("registered, evening question")
async def _evening(town: Town, number: int) -> Stage:
    await asked_tonight(town)
    return Stage(MAI)


@scene("poster")
async def _poster(town: Town, number: int) -> Stage:
    await arrive(town, MAI, await open_saturday(town, points=3))
    return Stage(MAI)


@scene("stranger")
async def _stranger(town: Town, number: int) -> Stage:
    await open_saturday(town)
    return Stage(SON)
