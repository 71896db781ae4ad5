"""Reading what people type: a typed line in, a value out. No clock, no database."""

from language.answer import Reply
from language.briefing import BriefingLine, briefing_line
from language.fold import fold, tidy
from language.headcount import Turnout
from language.moments import Calendar, When
from language.names import Match, Person, who
from language.organisations import organisation
from language.reply import Context, reply
from language.say import say_day, say_metric, say_number, say_turnout, say_when
from language.turnout import turnout
from language.when import when

__all__ = [
    "BriefingLine",
    "Calendar",
    "Context",
    "Match",
    "Person",
    "Reply",
    "Turnout",
    "When",
    "briefing_line",
    "fold",
    "organisation",
    "reply",
    "say_day",
    "say_metric",
    "say_number",
    "say_turnout",
    "say_when",
    "tidy",
    "turnout",
    "when",
    "who",
]
