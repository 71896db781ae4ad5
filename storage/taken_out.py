"""What of an office is taken out as sheets: a table or column that is not named stays inside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Allowed:
    """Which columns of a table, and which of its rows."""

    columns: Sequence[str] = ("*",)
    rows: str = "1"


_SEEN = """
SELECT v.id FROM visit v LEFT JOIN visit k ON k.id = v.kept_id
 WHERE v.done_at IS NOT NULL
    OR v.unannounced = 0 AND (coalesce(k.unannounced, 0) = 0 OR k.done_at IS NOT NULL)
"""
"""Of what nobody is told of beforehand nothing goes out before it was held."""
_VISIT = Allowed(rows=f"visit_id IN ({_SEEN})")
_ABOUT = f"about NOT LIKE 'visit:%' OR CAST(substr(about, 7) AS INTEGER) IN ({_SEEN})"
_NAMED = f"""
SELECT id FROM lookup WHERE of_visits = 0
 UNION SELECT theme_id FROM visit WHERE id IN ({_SEEN})
 UNION SELECT body_id FROM visit WHERE id IN ({_SEEN})
 UNION SELECT theme_id FROM outside_plan UNION SELECT body_id FROM outside_plan
"""
"""Bodies and themes that did not come with one of those alone."""
_WHOLE = (
    # the office
    *("office", "unit", "organisation", "locality", "locality_predecessor", "calendar_day"),
    *("duty", "membership", "role_grant", "office_days", "office_hour"),
    # work
    *("assignment", "assignment_due", "assignment_lead", "assignment_locality"),
    *("assignment_organisation", "assignment_request", "assignment_span", "assignment_support"),
    *("completion", "paper"),
    # days out, in numbers
    *("activity", "activity_cohost", "point", "target", "measure_expected", "headcount"),
    *("past_registration", "turnout_measure", "turnout_part", "training_outside"),
    *("training_seat", "campaign", "campaign_target", "campaign_thing"),
    # what is followed
    *("checklist", "checklist_item", "register", "register_number", "register_team"),
    *("visits_of_year", "outside_plan", "data_request"),
)
TAKEN_OUT: Mapping[str, Allowed] = {
    **dict.fromkeys(_WHOLE, Allowed()),
    "person": Allowed(("id", "subject", "name"), "id IN (SELECT person_id FROM membership)"),
    "turnout": Allowed(
        (
            *("id", "point_id", "batch", "total", "absent", "not_held", "reason", "rank", "state"),
            *("event_at", "reported_at", "confirmed_at"),
        )
    ),
    "lookup": Allowed(rows=f"id IN ({_NAMED})"),
    "lookup_name": Allowed(rows=f"lookup_id IN ({_NAMED})"),
    "matter": Allowed(
        (
            *(
                "id",
                "office_id",
                "kind",
                "number",
                "code",
                "state",
                "about",
                "theme_id",
                "body_id",
            ),
            *("locality_id", "raised_by", "owner_id", "owner_unit_id", "weight", "topic"),
            *("response", "paper", "paper_day", "raised_at", "sent_at", "due_at", "returns_on"),
            *("closed_at", "version"),
        ),
        _ABOUT,
    ),
    "register_report": Allowed(("id", "register_id", "told_by", "at")),
    "checking": Allowed(rows=_ABOUT),
    "checklist_mark": Allowed(
        ("checking_id", "item", "status", "by_id", "at", "claimed_by"),
        f"checking_id IN (SELECT id FROM checking WHERE {_ABOUT})",
    ),
    "visit": Allowed(rows=f"id IN ({_SEEN})"),
    "visit_member": _VISIT,
    "visit_paper": _VISIT,
    "visit_wish": Allowed(rows=f"visit_id IN ({_SEEN}) AND into_id IN ({_SEEN})"),
    "finding": _VISIT,
    "journal": Allowed(
        ("id", "office_id", "at", "who", "event", "kind", "subject", "was", "became", "on_behalf"),
        f"kind <> 'visit' OR subject IN ({_SEEN})",
    ),
}
"""Not whose day out it was, no words of people, no messages, nothing sealed: those go with all."""
