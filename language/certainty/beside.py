"""Words beside the figures of a report that are loud elsewhere, and here only tell of them."""

from collections.abc import Callable, Mapping

from language.certainty.listed import acts, loud
from language.certainty.told import TakenFor
from language.line.numbers import number_at
from language.line.phrases import phrases
from language.line.vocabulary import group
from language.line.words import Line

NEAR = 4
TWO_BODIES = 2


def told_beside(told: TakenFor, kind: str, at: int) -> bool:
    """Does the loud word at `at` only tell of what was counted?"""
    if told.found.intent not in acts("counts"):
        return False
    plain = _PLAIN.get(kind)
    return _is_settled(told, at) or (plain is not None and plain(told, at))


def _is_settled(told: TakenFor, at: int) -> bool:
    _, end = loud().at(told.answer.line, at)
    return told.settled.issuperset(range(at, max(end, at + 1)))


def _busy(told: TakenFor, at: int) -> bool:
    """«em đang chạy xe về» is of the one who writes, «3 vắng vì đang nằm viện» of the absent."""
    line, said = told.answer.line, told.answer.turnout
    alone = line.bare_at(at - 1) in group("answers", "self")
    if alone and line.bare_at(at - 2) not in group("figures", "we"):
        return True
    away = (phrases("figures", "absent").at(line, j)[0] for j in range(max(0, at - NEAR), at))
    return bool(said.absent) and any(away)


def _held_all_the_same(told: TakenFor, at: int) -> bool:
    """«mưa mà vẫn ra được 29 người»: the figure follows what was done."""
    line, (_, end) = told.answer.line, loud().at(told.answer.line, at)
    while line.bare_at(end) in group("figures", "got"):
        end += 1
    return number_at(line, end) is not None


def _not_put_off(told: TakenFor, at: int) -> bool:
    """«không hoãn nhé, ra quân 24 bạn»."""
    return told.answer.line.bare_at(at + 1) in group("figures", "put_off")


def _one_of_the_bodies(told: TakenFor, at: int) -> bool:
    """«bên phụ nữ 14, CCB 8», «bên CCB chúng tôi 10»: a body whose figure was read."""
    line, by_org = told.answer.line, told.answer.turnout.by_org
    start = next((j for j in (at, at + 1) if line.bare_at(j) == "ben"), at) + 1
    code, end = phrases("figures", "organisations").tag(line, start)
    ours = line.bare_at(end) in group("figures", "we")
    return code in by_org and (ours or len(by_org) >= TWO_BODIES)


def _rest_was_told(told: TakenFor, at: int) -> bool:
    """«còn bên mặt trận có 4 đồng chí»; «xong sớm nên về sớm»; «chưa tính ra tiền»."""
    line = told.answer.line
    if line.bare_at(at) == "con":
        _, end = phrases("figures", "organisations").tag(line, at + 2)
        return _one_of_the_bodies(told, at) and _figure_at(line, end)
    if line.bare_at(at) == "ve":
        return any(line.bare_at(j) == "xong" for j in range(max(0, at - NEAR), at))
    return _in_money(told, at)


def _in_money(told: TakenFor, at: int) -> bool:
    line = told.answer.line
    return any(line.bare_at(j) == "tien" for j in range(at + 1, at + NEAR))


def _figure_at(line: Line, j: int) -> bool:
    return any(number_at(line, k) is not None for k in (j, j + 1))


def _came_to_so_much(told: TakenFor, at: int) -> bool:
    """«rác thì được tám bao»: what it came to, and no condition."""
    line = told.answer.line
    thing = at > 0 and phrases("figures", "topics").tag(line, at - 1)[1] == at
    return thing and number_at(line, at + 2) is not None


def _some_people(told: TakenFor, at: int) -> bool:
    """«mấy cô chú hàng xóm chạy ra làm cùng», «có được 14 thôi» ask nobody."""
    line = told.answer.line
    if line.bare_at(at) == "co" and number_at(line, at + 2) is not None:
        return True
    listed = line.bare_at(at + 1) in group("figures", "elders")
    return listed and told.answer.turnout.total is not None


def _only_mended(told: TakenFor, at: int) -> bool:
    """«không phải 34 đâu mà là 43»: the first figure is denied, and the second stands."""
    line, after = told.answer.line, told.answer.line.bare_at(at + 2)
    mended = told.answer.turnout.status == "fix" and line.bare_at(at + 1) == "ma"
    return mended and (after == "la" or number_at(line, at + 2) is not None)


def _comes_on_top(told: TakenFor, at: int) -> bool:
    """«bổ sung thêm 4 đồng chí»: so many more came, and nobody is asked for."""
    line, (_, end) = told.answer.line, loud().at(told.answer.line, at)
    more = told.answer.turnout.status == "delta" and at in told.counted
    return more and number_at(line, end) is not None


def _since_then(told: TakenFor, at: int) -> bool:
    """«vắng 3, xin phép từ hôm trước»: since when, behind every figure."""
    line = told.answer.line
    after = range(at, len(line))
    return line.bare_at(at - 1) == "tu" and not any(number_at(line, j) for j in after)


_PLAIN: Mapping[str, Callable[[TakenFor, int], bool]] = {
    "busy": _busy,
    "undone": _held_all_the_same,
    "negation": _not_put_off,
    "others": _one_of_the_bodies,
    "half": _rest_was_told,
    "planned": _in_money,
    "conditional": _came_to_so_much,
    "question": _some_people,
    "past": _since_then,
    "rhetorical": _only_mended,
    "more": _comes_on_top,
}
