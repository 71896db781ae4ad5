"""«bổ sung rồi ạ», «em gửi lại»: a report that came back is read back anew, with what is sent
along."""

from actions.assignments import completion, lists, typed
from domain.access import Permission
from handlers.assignments.meant import kept_with
from handlers.kit.proofs import proof_of
from handlers.kit.router import PASS, Response
from handlers.kit.turn import Turn
from language import Meaning


async def reported_again(turn: Turn) -> Response:
    """Of the one that is named, else the only one that came back; of several it is asked where the
    words say that they are sent again."""
    said, proof = turn.reading, proof_of(turn)
    says_so = said.sends_again
    if turn.card or not ((says_so or _hands_in(turn)) and turn.actor.may(Permission.OWN_WORK)):
        return PASS
    back = await turn.see(lists.sent_back)
    mine = await turn.see(lists.my_open) if back and said.numbers else []
    called = {a.number for a in mine} & said.numbers
    meant = [a for a in back if a.number in called] if called else back
    if not meant or not (says_so or called or proof):
        return PASS
    if len(meant) > 1:
        kept, choices = kept_with(turn, Meaning("done")), [a.id for a in meant]
        return await turn.do(typed.ask_which, kept, choices, turn.incoming.number)
    words = said.without_number(meant[0].number) if called else turn.text
    return await turn.do(completion.add, meant[0].id, words, proof, None, True)


def _hands_in(turn: Turn) -> bool:
    """«biên bản đây ạ», with a file; «…, gửi lại 165»: where they say nothing else."""
    plain = turn.attachment or turn.meaning is None or turn.meaning.intent == "unknown"
    sent = proof_of(turn) is not None
    return bool(plain and turn.text) and turn.reading.reports_again(sent=sent)
