"""What a proposal says beside its matter: who approves it, when it begins, who goes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from actions.supervision import approving
from actions.supervision.team import may_set_up, members_of, send, team_rows
from domain.access import Role
from domain.visits import TeamRole, Visit
from storage import Work

Draft = dict[str, Any]


def with_said(work: Work, visit: Visit, draft: Draft) -> Visit:
    """Who approves it and when it begins, where that was said."""
    starts = draft.get("starts")
    day = work.day(starts) if starts else None
    return replace(visit, approver_id=_approver(work, draft), starts_at=starts, on_day=day)


def _approver(work: Work, draft: Draft) -> int | None:
    """Of the leaders the one who was named."""
    leaders = work.people.with_role(Role.LEADER, work.today)
    return next((one.id for one in leaders if one.id == draft.get("approver_id")), None)


def who_approves(work: Work, visit: Visit, draft: Draft) -> int | None:
    """Who was named; where nobody is told of it, else whoever it plainly is; a name that is no
    leader's makes nobody else one."""
    named = visit.approver_id or draft.get("approver")
    return (
        visit.approver_id if named or not visit.unannounced else approving.approver_of(work, visit)
    )


def members_said(draft: Draft) -> dict[int, TeamRole]:
    """Who goes, as far as they are known."""
    said = ((one["person_id"], TeamRole(one["part"])) for one in draft.get("team", ()))
    known = [(person, part) for person, part in said if person]
    return members_of(known) if known else {}


def send_team(work: Work, visit: Visit, draft: Draft) -> Mapping[str, Any]:
    """Who was named goes, where whoever proposes it says who goes; with what is to be answered."""
    members = members_said(draft)
    if members and may_set_up(work, visit):
        send(work, visit, members)
        return _answered(work, draft, team=team_rows(work, visit))
    return _answered(work, draft, unsent=work.people.names(*members))


def read_back(work: Work, draft: Draft) -> Mapping[str, Any]:
    """The same before it is written down."""
    members = members_said(draft)
    named = zip(work.people.names(*members), members.values(), strict=True)
    rows = tuple({"name": name, "part": part.value} for name, part in named)
    return _answered(work, draft, team=rows)


def _answered(
    work: Work,
    draft: Draft,
    team: Sequence[Mapping[str, Any]] = (),
    unsent: Sequence[str] = (),
) -> Mapping[str, Any]:
    """Its hour and its team; and whoever was named, where no leader, or nobody, is called so."""
    strangers = [one["name"] for one in draft.get("team", ()) if not one["person_id"]]
    starts = draft.get("starts")
    said = {"starts": starts, "team": team, "strangers": strangers, "unsent": unsent}
    nobody = None if _approver(work, draft) else draft.get("approver") or None
    return {"nobody": nobody, "beside": (said,) if any(said.values()) else ()}
