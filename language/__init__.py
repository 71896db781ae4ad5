"""Reading what people type: a typed line in, a value out. No clock, no database."""

from language.answers.activities.activity_orders import ActivityOrder
from language.answers.activities.day_changes import DayChange
from language.answers.activities.day_questions import FiguresAsked
from language.answers.assignments.briefing import BriefingLine, briefing_line
from language.answers.assignments.decisions import Decision
from language.answers.assignments.draft_cuts import DraftCut
from language.answers.assignments.draft_lines import EVERY, LAST, DraftChange
from language.answers.assignments.number_orders import NumberOrder
from language.answers.assignments.of_colleague import OfColleague
from language.answers.assignments.papers import PaperSaid
from language.answers.assignments.people_named import CalledFirst
from language.answers.assignments.work_lines import WorkLine
from language.answers.checklists.board_lines import BoardLine
from language.answers.checklists.mark_lines import StepsSaid
from language.answers.conclusions.conclusion_lines import ConclusionSaid
from language.answers.conclusions.item_lines import ReportLinesSaid
from language.answers.digest.report_periods import PeriodAsked
from language.answers.matters.matter_lines import MatterLine
from language.answers.office.away_lines import Away
from language.answers.office.place_lines import PlaceLine
from language.answers.registrations.company import Company
from language.answers.registrations.newcomers import NewcomerSaid
from language.answers.replies.answer import Reply, Slots
from language.answers.replies.limits import Due
from language.answers.replies.meaning import Meaning
from language.answers.replies.reply import Context, reply
from language.answers.replies.yes_no import agrees
from language.answers.supervision.team_changes import Gathering, TeamChange
from language.answers.supervision.visit_lines import VisitLine
from language.certainty.certain import Certainty
from language.dates.moments import Calendar, When
from language.dates.when import when
from language.figures.headcount import Turnout
from language.figures.turnout import turnout
from language.line.fold import fold, tidy
from language.line.names import Colleague, Match, organisation, who
from language.reading import Reading, open_books
from language.say import say_day, say_metric, say_number, say_turnout, say_when

__all__ = [
    "EVERY",
    "LAST",
    "ActivityOrder",
    "Away",
    "BoardLine",
    "BriefingLine",
    "Calendar",
    "CalledFirst",
    "Certainty",
    "Colleague",
    "Company",
    "ConclusionSaid",
    "Context",
    "DayChange",
    "Decision",
    "DraftChange",
    "DraftCut",
    "Due",
    "FiguresAsked",
    "Gathering",
    "Match",
    "MatterLine",
    "Meaning",
    "NewcomerSaid",
    "NumberOrder",
    "OfColleague",
    "PaperSaid",
    "PeriodAsked",
    "PlaceLine",
    "Reading",
    "Reply",
    "ReportLinesSaid",
    "Slots",
    "StepsSaid",
    "TeamChange",
    "Turnout",
    "VisitLine",
    "When",
    "WorkLine",
    "agrees",
    "briefing_line",
    "fold",
    "open_books",
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
