"""Words that name somebody are taken out of a matter by those who keep it; its history stays."""

from actions.desk import action, view
from actions.matters.cards import refresh
from actions.matters.known import hands, known, may_read_words, seen
from domain.access import Permission
from domain.letters import Message, Press, result, rows_of
from domain.matter_kinds import kind_of
from domain.matters import Matter
from domain.refusals import Refusal
from storage import Work

P = Permission


@view(needs=P.FOLLOW_MATTERS)
def which_words(work: Work, prefix: str, number: int) -> Message:
    """«KK1 xóa đi, có tên người»: nothing goes before it is chosen."""
    matter = _kept(work, known(work, prefix, number))
    said = work.matters.said(matter.id)
    if not said:
        raise Refusal("matter_no_words", code=matter.code)
    rows = [{"n": n, "words": words} for n, words in enumerate(said.values(), start=1)]
    goes = [
        Press("m.unword", matter.id, str(row), label=str(n)) for n, row in enumerate(said, start=1)
    ]
    return Message("matter.which_words", {"code": matter.code, "rows": rows}, rows_of(goes))


def _kept(work: Work, matter: Matter) -> Matter:
    if hands(work, matter).isdisjoint(kind_of(matter.kind).unwords) or not may_read_words(
        work, matter
    ):
        raise Refusal("matter_not_yours", code=matter.code)
    return matter


@action(needs=P.FOLLOW_MATTERS)
def take_out(work: Work, matter_id: int, row_id: int) -> Message:
    """Gone for good, wherever its card stands."""
    matter = _kept(work, seen(work, matter_id))
    if row_id not in work.matters.said(matter.id):
        raise Refusal("words_gone")
    work.matters.erase_one(matter.id, row_id)
    work.log("unworded", "matter", matter.id)
    refresh(work, matter)
    return result("matter.unworded", code=matter.code)


def forget_words(work: Work, matter: Matter, _: str) -> None:
    """Whoever takes back what people said takes its words with it."""
    work.matters.erase_words(matter.id)
