"""What this room brings: what people say, added up and told back."""

from actions.opinions.report import behind_line, line
from actions.opinions.weighing import WEIGHT, add_weight, may_join, named_on, on_card
from actions.rooms import OfOneKind, Room
from domain.matter_kinds import OPINION

ROOM = Room(
    of_matters={OPINION.code: OfOneKind(on_card, named_on, line, behind_line)},
    sets_off={WEIGHT: add_weight},
    guards={WEIGHT: may_join},
)
