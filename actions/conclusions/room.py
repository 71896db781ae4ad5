"""What this room brings: what the leaders are asked, and what becomes of what they conclude."""

from actions.conclusions.concluded_part import CONCLUSIONS
from actions.conclusions.decisions import asked, bring_back, propose, rewrite
from actions.conclusions.effects import ask_leaders, ask_who_asked, give_work, stop_work
from actions.conclusions.following import follow_work
from actions.conclusions.items import VERB
from actions.conclusions.telling import agreed, differed, postponed, tabled
from actions.conclusions.travelling import put
from actions.rooms import Followed, Job, Room
from domain.hours import HALF_HOUR, every

ROOM = Room(
    report=(CONCLUSIONS,),
    follows=Followed(propose, asked, bring_back, put, rewrite, VERB),
    sets_off={
        "decision": ask_leaders,
        "agreed": agreed,
        "differed": differed,
        "tabled": tabled,
        "postponed": postponed,
        "question": ask_who_asked,
        "assignment": give_work,
        "cancel": stop_work,
    },
    jobs=(Job("what became work is over with it", every(HALF_HOUR), follow_work),),
)
