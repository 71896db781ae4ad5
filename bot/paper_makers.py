"""Every paper by its name, with what makes it."""

from collections.abc import Callable, Mapping
from typing import Any

from papers.calendar import calendar_file
from papers.certificate import certificate
from papers.front_sheet import front_sheet
from papers.heard import heard_picture, heard_sheet
from papers.my_data import my_data, my_data_json
from papers.poster import poster
from papers.qr import qr_picture
from papers.roster import tick_list
from papers.slips import task_slips
from papers.visits import (
    conference_list,
    programme_list,
    reminder_letter,
    road_paper,
    sealed_facts,
)
from papers.week import week_picture
from papers.week_report import week_report
from papers.week_rows import week_rows
from texts import Words

Maker = Callable[[Words, Mapping[str, Any]], tuple[str, bytes]]
"""From facts the name of a file and its bytes."""
MAKERS: Mapping[str, Maker] = {
    "calendar": calendar_file,
    "certificate": certificate,
    "my_data": my_data,
    "my_data_json": my_data_json,
    "poster": poster,
    "qr": qr_picture,
    "tick_list": tick_list,
    "week": week_picture,
    "week_report": week_report,
    "week_rows": week_rows,
    "front_sheet": front_sheet,
    "heard": heard_picture,
    "heard_sheet": heard_sheet,
    "conference_list": conference_list,
    "programme_list": programme_list,
    "reminder_letter": reminder_letter,
    "road_paper": road_paper,
    "sealed_facts": sealed_facts,
    "task_slips": task_slips,
}
