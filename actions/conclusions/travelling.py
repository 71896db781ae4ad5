"""What the leaders are asked, as it may travel: a caption rings on a lock screen."""

from datetime import datetime

from actions.conclusions.decisions import asked_of, words_of
from domain.matters import Matter
from domain.report import Lines, ReportLine
from storage import Work


def briefly(work: Work, sent: datetime, shown: datetime) -> Lines:
    """The same for what travels: what somebody typed as an obstacle may name a resident, and is
    one tap down."""
    return tuple(_brief(work, matter) for matter in asked_of(work, sent, shown))


def _brief(work: Work, matter: Matter) -> ReportLine:
    kind, _, number = matter.about.partition(":")
    task = work.assignments.get(int(number)) if kind == "assignment" else None
    if task and matter.raised_by is None:  # proposed by itself
        return ReportLine("stuck", {"no": task.number, "title": task.title})
    words = words_of(work, matter)
    named = task and str(task.number) not in words
    return ReportLine("said", {"no": task.number if task and named else None, "text": words})
