"""What of an office is taken out as sheets: a table or column that is not named stays inside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Allowed:
    """Which columns of a table, and which of its rows."""

    columns: Sequence[str]
    rows: str = "1"


EVERYTHING = Allowed(())
"""Of any table, whatever it holds."""
_SEEN = """
SELECT v.id FROM visit v LEFT JOIN visit k ON k.id = v.kept_id
 WHERE v.done_at IS NOT NULL
    OR v.unannounced = 0 AND (coalesce(k.unannounced, 0) = 0 OR k.done_at IS NOT NULL)
"""
"""Of what nobody is told of beforehand nothing goes out before it was held."""
_OF_VISIT = f"visit_id IN ({_SEEN})"
_HIDDEN = f"""
WITH RECURSIVE hidden(about) AS (
    SELECT 'visit:' || id FROM visit WHERE id NOT IN ({_SEEN})
     UNION SELECT 'matter:' || m.id FROM matter m JOIN hidden ON m.about = hidden.about
     UNION SELECT 'checking:' || c.id FROM checking c JOIN hidden ON c.about = hidden.about
) SELECT about FROM hidden
"""
"""Nor does what hangs on it, however many steps away."""
_ABOUT = f"about NOT IN ({_HIDDEN})"
_OF_CHECKING = f"checking_id IN (SELECT id FROM checking WHERE {_ABOUT})"
_NAMED = f"""
SELECT id FROM lookup WHERE of_visits = 0
 UNION SELECT theme_id FROM visit WHERE id IN ({_SEEN})
 UNION SELECT body_id FROM visit WHERE id IN ({_SEEN})
 UNION SELECT theme_id FROM outside_plan UNION SELECT body_id FROM outside_plan
"""
"""Bodies and themes that did not come with one of those alone."""
_WHOLE: Mapping[str, str] = {
    # the office
    "office": "id code name short preset zone contact phones valid_from valid_to",
    "unit": "id office_id code name position valid_from valid_to",
    "organisation": "id office_id code name short position valid_from valid_to",
    "locality": "id office_id code kind name priority parent_id valid_from valid_to",
    "locality_predecessor": "locality_id predecessor_id",
    "calendar_day": "office_id day works name",
    "duty": "id office_id duty unit_id person_id valid_from valid_to",
    "membership": """id office_id person_id code title unit_id organisation_id locality_id
        valid_from valid_to""",
    "role_grant": "id office_id person_id role unit_id valid_from valid_to",
    "office_days": "office_id name days",
    "office_hour": "office_id name at",
    # work
    "assignment": """id office_id number code title assigner_id lead_id approver_id unit_id urgent
        evidence original_due due_at expects_at state percent extensions reworks issued_at
        accepted_at submitted_at closed_at ended_at suspended_from group_id version""",
    "assignment_due": "id assignment_id was became extension at",
    "assignment_lead": "id assignment_id person_id percent since until",
    "assignment_locality": "assignment_id locality_id",
    "assignment_organisation": "assignment_id organisation_id",
    "assignment_request": """id assignment_id kind person_id new_due state asked_at decided_at
        decided_by decided_due""",
    "assignment_span": "assignment_id since state percent unit_id",
    "assignment_support": "id assignment_id person_id unit_id due_at accepted_at done_at",
    "completion": """id assignment_id person_id state began_at happened_at sent_at decided_at
        decided_by""",
    "paper": "id office_id assignment_id number day",
    # days out, in numbers, and as they were announced
    "activity": """id office_id code kind title campaign host_id organiser_id starts_at ends_at
        closes_at content bring rain_plan photo_policy min_age children_allowed state version
        created_at least warn_days""",
    "activity_cohost": "activity_id organisation_id",
    "point": """id activity_id name locality_id landmark lat lon leader_id capacity dropped_at
        target""",
    "target": "id activity_id organisation_id number",
    "measure_expected": "activity_id measure amount",
    "headcount": "activity_id point_id locality_id organisation_id number person_id at",
    "past_registration": """office_id activity_id point_id standing age people adults children
        late""",
    "turnout": """id point_id batch total absent not_held rank state event_at reported_at
        confirmed_at""",
    "turnout_measure": "turnout_id measure amount position",
    "turnout_part": "turnout_id organisation_id number",
    "training_outside": "activity_id number",
    "training_seat": "activity_id locality_id seats",
    "campaign": "checking_id first last",
    "campaign_target": "checking_id measure amount",
    "campaign_thing": "about checking_id",
    # what is followed
    "checklist": "id office_id kind version at",
    "checklist_item": "checklist_id number text critical",
    "register": """id office_id kind number code name whole lead_id opened_at closed_at locality_id
        organisation_id""",
    "register_number": "report_id counts number",
    "register_report": "id register_id told_by at",
    "register_team": "register_id organisation_id number",
    "visits_of_year": "office_id year visits",
    "outside_plan": "id office_id whose theme_id body_id first last",
    "data_request": "id office_id subject what at",
}
_IN_PART: Mapping[str, tuple[str, str]] = {
    "person": ("id subject name", "id IN (SELECT person_id FROM membership)"),
    "lookup": (
        "id office_id sort name successor_id valid_from valid_to is_private of_visits",
        f"id IN ({_NAMED})",
    ),
    "lookup_name": ("lookup_id folded", f"lookup_id IN ({_NAMED})"),
    "matter": (
        """id office_id kind number code state about theme_id body_id locality_id raised_by
        owner_id owner_unit_id weight paper paper_day raised_at sent_at due_at
        returns_on closed_at version""",
        _ABOUT,
    ),
    "matter_label": (
        "matter_id sort label",
        f"matter_id IN (SELECT id FROM matter WHERE {_ABOUT})",
    ),
    "checking": (
        """id office_id kind number code checklist_id about name locality_id begun_by begun_at
        closed_at""",
        _ABOUT,
    ),
    "checklist_mark": (
        "checking_id item status by_id at claimed_by",
        _OF_CHECKING,
    ),
    "checking_item": ("checking_id number text struck", _OF_CHECKING),
    "visit": (
        """id office_id number code year species stage organisation_id theme_id body_id locality_id
        first last unannounced proposed_by proposed_at kept_id trip_id head_id on_day merged_at
        done_at dropped_at version starts_at arrived_at approver_id own_first own_last""",
        f"id IN ({_SEEN})",
    ),
    "visit_member": ("visit_id person_id part comes agrees", _OF_VISIT),
    "visit_paper": ("visit_id stage number day", _OF_VISIT),
    "visit_wish": (
        "id visit_id into_id how asked_by at answered_at",
        f"{_OF_VISIT} AND into_id IN ({_SEEN})",
    ),
    "finding": ("id visit_id sort times at noted_by", _OF_VISIT),
    "journal": (
        "id office_id at who event kind subject was became on_behalf",
        f"""kind || ':' || subject NOT IN ({_HIDDEN})
        AND (kind NOT IN ('theme', 'body') OR subject IN ({_NAMED}))""",
    ),
}
TAKEN_OUT: Mapping[str, Allowed] = {
    **{table: Allowed(tuple(columns.split())) for table, columns in _WHOLE.items()},
    **{table: Allowed(tuple(said.split()), rows) for table, (said, rows) in _IN_PART.items()},
}
"""What a thing is called and what was announced of a day; no words of people (of a result, a
reason, a finding), no messages, not whose day out it was, nothing sealed: those go with all."""
