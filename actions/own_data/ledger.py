"""«Sổ tình nguyện»: days and hours by each office's rule, and a certificate that anybody can
check."""

import secrets
from datetime import date, time
from typing import Any

from actions.desk import action, view
from actions.registrations.admission import option
from domain.access import Permission
from domain.consent import Purpose
from domain.ledger import Rule, Spent, Vouched, spent
from domain.letters import Message, Press, Rows
from domain.names import shorten
from domain.periods import at, local
from domain.refusals import Refusal
from domain.retention import kept_until, record_kept_until
from storage import Work
from storage.ledger import Vouching

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without look-alikes; eight of them are a code that nobody guesses."""
SHOWN = 12
Days = list[dict[str, Any]]


@view(needs=Permission.REGISTER)
def my_ledger(work: Work) -> Message:
    """The days of this year in every office, each with its proof."""
    days = _days(work)
    if not days:
        return _empty(work)
    sums = [_sum(work, office, days) for office in _offices(days)]
    facts = {
        "year": work.today.year,
        "days": sum(one.days for one in sums),
        "hours": sum(one.hours for one in sums),
        "rows": days[-SHOWN:],
        "earlier": max(0, len(days) - SHOWN) or None,
    }
    return Message("ledger.mine", facts, _certificates(days))


def _empty(work: Work) -> Message:
    """Nothing yet; or it was closed, and opens again by its own yes."""
    if not work.ledger.is_closed(work.actor.me):
        return Message("ledger.none")
    listed = work.consents.stands(work.actor.subject, Purpose.LIST)
    return Message("ledger.closed", buttons=((option(work, Purpose.RECORD),),) if listed else ())


def _certificates(days: Days) -> Rows:
    """One office, one certificate: each vouches for its own days only."""
    offices = _offices(days)
    if len(offices) == 1:
        return ((Press("l.cert", next(iter(offices))),),)
    return tuple((Press("l.cert", i, label=shorten(n, 28)),) for i, n in offices.items())


def _offices(days: Days) -> dict[int, str]:
    return {day["office_id"]: day["office"] for day in days}


def _sum(work: Work, office_id: int, days: Days) -> Spent:
    theirs = [(day["starts"], day["ends"]) for day in days if day["office_id"] == office_id]
    return spent(theirs, work.ledger.rule(office_id))


def _days(work: Work) -> Days:
    year = date(work.today.year, 1, 1)
    return work.ledger.present(work.actor.me, at(year, time(), work.zone))


@action(needs=Permission.REGISTER)
def certify(work: Work) -> Message:
    """A sheet with a QR about the days given to this office; its row answers the QR."""
    given = [day for day in _days(work) if day["office_id"] == work.actor.office_id]
    if not given:
        raise Refusal("no_days_yet")
    dates = [local(day["starts"], work.zone).date() for day in given]
    sum_, today = _sum(work, work.actor.office_id, given), work.today
    code = "".join(secrets.choice(LETTERS) for _ in range(8))
    vouched = Vouched(sum_.days, sum_.hours, min(dates), max(dates), today)
    work.of(Vouching).certify(code, work.actor.me, vouched)
    facts = {
        "code": f"TN-{code}",
        "office": work.office.name,
        "name": work.actor.name,
        "days": sum_.days,
        "hours": sum_.hours,
        "since": vouched.since,
        "until": vouched.until,
        "issued": today,
        "kept": _kept(work, today),
        "link": f"https://t.me/{work.deployment.setting('username')}?start=cn-{code}",
    }
    return Message("ledger.certificate", facts, paper="certificate")


def _kept(work: Work, issued: date) -> date:
    """Until when the QR is answered."""
    remembered = work.consents.stands(work.actor.subject, Purpose.RECORD)
    return (record_kept_until if remembered else kept_until)(issued)


@view(needs=Permission.REGISTER)
def check(work: Work, code: str) -> Message:
    """«Đúng» or «Không đúng»: what the paper should say stands beside it."""
    found = work.ledger.certificate(code)
    if found is None:
        return Message("ledger.wrong", {"code": code[:12]})
    names = ("name", "days", "hours", "office")
    facts: dict[str, Any] = {name: found[name] for name in names}
    return Message("ledger.right", {**facts, "issued": date.fromisoformat(found["issued"])})


@view(needs=Permission.MANAGE_PEOPLE)
def see_rule(work: Work) -> Message:
    return _told(work.ledger.rule(work.actor.office_id))


@action(needs=Permission.MANAGE_PEOPLE)
def change_rule(work: Work, rule: Rule | None, typed: str) -> Message:
    """What an activity is worth from now on, in this office."""
    if rule is None:
        raise Refusal("rule_unclear")
    work.of(Vouching).set_rule(rule)
    work.log("rule", "ledger", work.actor.office_id, text=typed)
    return _told(rule)


def _told(rule: Rule) -> Message:
    rows = [{"hours": least.total_seconds() / 3600, "days": days} for least, days in rule]
    return Message("ledger.rule", {"rows": rows})
