"""What fourteen offices left behind week by week, as the program would have written it."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from typing import Any

from benchmarks.offices import Office, Town
from domain.names import fold
from domain.periods import OFFICE_ZONE, Week, at
from domain.retention import DAYS
from storage.deployment import Deployment
from storage.rows import dump, stamp

AHEAD = 2
"""So many weeks ahead are planned."""
KINDS = ("saturday", "relief", "blood")
STANDINGS = (("present", 70), ("absent", 10), ("cancelled", 12), ("lapsed", 3), ("registered", 5))
TO_COME = (("registered", 72), ("held", 3), ("cancelled", 12), ("waitlisted", 11), ("offered", 2))
DRAW = {name: [w for w, often in table for _ in range(often)]
        for name, table in (("held", STANDINGS), ("ahead", TO_COME))}  # fmt: skip
ASSIGNMENT = ("id, office_id, number, code, title, folded, content, expected, assigner_id,"
              " lead_id, approver_id, unit_id, urgent, evidence, original_due, due_at, state,"
              " percent, extensions, reworks, issued_at, accepted_at, submitted_at, closed_at,"
              " ended_at, version")  # fmt: skip
LEAVES = (
    # a card on every screen that had one of late, and the drawing that was owed for it
    """
INSERT OR IGNORE INTO card (person_id, subject, chat_id, message_id, version, look, drawn_on)
SELECT person_id, 'activity:' || activity_id, 7000000 + person_id, id, 3,
       lower(hex(randomblob(16))), date(changed_at, 'unixepoch')
  FROM registration WHERE changed_at >= :cards""",
    """
INSERT OR IGNORE INTO letter (office_id, person_id, key, care, kind, message, state, version,
    not_before, silent, message_id, posted_at, sent_at)
SELECT office_id, person_id, 'card:' || office_id || ':activity:' || activity_id || ':' ||
       person_id, 'card', 'activity:' || activity_id, '{}', 'sent', 3, at, 1, id, at, changed_at
  FROM registration WHERE changed_at >= :month""",
    """
INSERT OR IGNORE INTO card (person_id, subject, chat_id, message_id, version, look, drawn_on)
SELECT who.id, 'assignment:' || a.id, 7000000 + who.id, 3000000 + a.id, 5,
       lower(hex(randomblob(16))), date(coalesce(a.closed_at, :now), 'unixepoch')
  FROM assignment a JOIN person who ON who.id IN (a.lead_id, a.assigner_id)
 WHERE coalesce(a.closed_at, :now) >= :cards""",
    """
INSERT OR IGNORE INTO letter (office_id, person_id, key, care, kind, message, state, version,
    not_before, silent, message_id, posted_at, sent_at)
SELECT a.office_id, who.id, 'card:' || a.office_id || ':assignment:' || a.id || ':' || who.id,
       'card', 'assignment:' || a.id, '{}', 'sent', 5, a.issued_at, 1, 3000000 + a.id,
       a.issued_at, coalesce(a.closed_at, :now)
  FROM assignment a JOIN person who ON who.id IN (a.lead_id, a.assigner_id)
 WHERE coalesce(a.closed_at, :now) >= :month""",
    # letters are kept for thirty days
    """
INSERT INTO letter (office_id, person_id, key, care, kind, message, state, not_before, message_id,
    posted_at, sent_at, rung_at)
SELECT r.office_id, r.person_id, kinds.value || ':' || r.id, 'once', 'activity.' || kinds.value,
       '{}', 'sent', r.changed_at, r.id, r.changed_at, r.changed_at, r.changed_at
  FROM registration r JOIN json_each('["evening","hour","thanks"]') kinds
 WHERE r.standing IN ('present', 'absent', 'registered') AND r.changed_at BETWEEN :month AND :now
   AND r.activity_id IN (SELECT id FROM activity WHERE ends_at < :now)""",
    # who registered is known for ninety days, or until January where they agreed; then counted
    """
CREATE TEMP TABLE folded AS SELECT id FROM registration
 WHERE activity_id IN (SELECT id FROM activity WHERE ends_at < :named)
   AND NOT (activity_id IN (SELECT id FROM activity WHERE ends_at >= :january) AND EXISTS (
       SELECT 1 FROM consent c JOIN person p ON p.subject = c.subject
        WHERE p.id = registration.person_id AND c.purpose = 'record'))""",
    """
INSERT INTO past_registration (office_id, activity_id, point_id, standing, age, people, adults,
                               children, late)
SELECT office_id, activity_id, point_id, standing, age, count(*), sum(adults), sum(children),
       sum(late)
  FROM registration WHERE id IN (SELECT id FROM folded)
 GROUP BY activity_id, point_id, standing, age""",
    "DELETE FROM registration WHERE id IN (SELECT id FROM folded)",
    # the journal
    """
INSERT INTO journal (office_id, at, who, event, kind, subject, was, became)
SELECT office_id, at, 'self', 'registered', 'registration', id, NULL, 'registered'
  FROM registration""",
    """
INSERT INTO journal (office_id, at, who, event, kind, subject, was, became, facts)
SELECT office_id, changed_at, coalesce(recorded_by, 'self'), standing, 'registration', id,
       'registered', standing, iif(proof IS NULL, NULL, '{"happened":{"$at":"' ||
       strftime('%Y-%m-%dT%H:%M:%S+00:00', changed_at, 'unixepoch') || '"}}')
  FROM registration WHERE standing NOT IN ('registered', 'waitlisted', 'held')""",
    """
INSERT INTO journal (office_id, at, who, event, kind, subject, was, became)
SELECT a.office_id, a.issued_at, person.subject, 'issued', 'assignment', a.id, NULL, 'assigned'
  FROM assignment a JOIN person ON person.id = a.assigner_id""",
    """
INSERT INTO journal (office_id, at, who, event, kind, subject, was, became, facts)
SELECT a.office_id, a.accepted_at, person.subject, 'accepted', 'assignment', a.id, 'assigned',
       'doing', '{"before":{"state":"assigned","accepted_at":null}}'
  FROM assignment a JOIN person ON person.id = a.lead_id WHERE a.accepted_at IS NOT NULL""",
    """
INSERT INTO journal (office_id, at, who, event, kind, subject, was, became)
SELECT a.office_id, a.submitted_at, person.subject, 'sent', 'assignment', a.id, 'doing', 'review'
  FROM assignment a JOIN person ON person.id = a.lead_id WHERE a.submitted_at IS NOT NULL""",
    """
INSERT INTO journal (office_id, at, who, event, kind, subject, was, became, facts)
SELECT a.office_id, a.closed_at, person.subject,
       iif(a.id % 400 = 0, 'reopened', 'passed'), 'assignment', a.id, 'review', 'done',
       '{"before":{"state":"review","closed_at":null}}'
  FROM assignment a JOIN person ON person.id = a.approver_id WHERE a.closed_at IS NOT NULL""",
    # how each assignment stood
    """
INSERT OR REPLACE INTO assignment_span (assignment_id, since, state, percent, blocked, unit_id)
SELECT id, issued_at, 'assigned', 0, '', unit_id FROM assignment
 UNION ALL
SELECT id, accepted_at, 'doing', 60, '', unit_id FROM assignment WHERE accepted_at IS NOT NULL
 UNION ALL
SELECT id, submitted_at, 'review', 60, '', unit_id FROM assignment WHERE submitted_at IS NOT NULL
 UNION ALL
SELECT id, closed_at, 'done', 60, '', unit_id FROM assignment WHERE closed_at IS NOT NULL
 UNION ALL
SELECT id, ended_at, 'cancelled', 60, '', unit_id FROM assignment WHERE ended_at IS NOT NULL""",
    # what the clock wrote down
    """
INSERT INTO job_run (key, office_id, at)
SELECT jobs.value || ':' || a.id || ':' || a.office_id, a.office_id, a.starts_at
  FROM activity a JOIN json_each('["evening.ask","evening","hour","closing","leaders","roll",
       "absent","turnout.ask","turnout.summary","news"]') jobs
 WHERE a.ends_at BETWEEN :marks AND :now""",
    """
INSERT INTO job_run (key, office_id, at)
SELECT 'thanks:' || activity_id || ':' || p.id || ':' || a.office_id, a.office_id, a.starts_at
  FROM point p JOIN activity a ON a.id = p.activity_id WHERE a.ends_at BETWEEN :marks AND :now""",
    """
INSERT INTO job_run (key, office_id, at)
SELECT 'unaccepted:' || id || ':' || lead_id || ':' || office_id, office_id, issued_at
  FROM assignment WHERE id % 5 = 0 AND issued_at >= :marks""",
)  # fmt: skip


def write(town: Town) -> None:
    """Every week of every office; then what followed from it."""
    weeks = town.weeks
    _Assignments(town).write(weeks)
    _Days(town).write(weeks)
    _reports(town, weeks)
    _inbox(town)
    _hours(town)
    today = town.now.date()
    moments = {
        "now": stamp(town.now),
        "month": stamp(town.now - timedelta(days=DAYS["letters"])),
        "cards": stamp(town.now - timedelta(days=DAYS["cards"])),
        "marks": stamp(town.now - timedelta(days=DAYS["clock_marks"])),
        "named": stamp(town.now - timedelta(days=DAYS["registrations"])),
        "january": stamp(datetime(today.year, 1, 1, tzinfo=UTC)),
    }
    town.connection.execute("CREATE INDEX for_now ON consent (subject, purpose)")
    for sql in LEAVES:
        town.connection.execute(sql, moments)
    town.connection.execute("DROP INDEX for_now")
    _forget(town)


def _forget(town: Town) -> None:
    """Who took the steps of tasks that are older than is kept."""
    before = town.now - timedelta(days=DAYS["steps_of_tasks"])
    while Deployment(town.connection).erase_steps(before, 100_000):
        pass


def _share(total: int, parts: int, number: int) -> int:
    """The part of a whole that falls to one of so many equal parts."""
    return total * (number + 1) // parts - total * number // parts


class _Rows:
    """Rows of several tables, written when a week is full."""

    def __init__(self, town: Town) -> None:
        self.town, self.chance, self.now = town, town.chance, town.now
        self.rows: dict[tuple[str, str], list[tuple[Any, ...]]] = {}
        self.last: dict[str, int] = {}

    def put(self, table: str, columns: str, *row: Any) -> None:
        self.rows.setdefault((table, columns), []).append(row)

    def next(self, table: str) -> int:
        self.last[table] = self.last.get(table, 0) + 1
        return self.last[table]

    def flush(self) -> None:
        for (table, columns), rows in self.rows.items():
            self.town.add(table, columns, rows)
        self.rows = {}

    def moment(self, week: int, day: int, hour: float) -> datetime:
        monday = self.town.since + timedelta(weeks=week + 1)
        return datetime.combine(monday, time(), UTC) + timedelta(days=day, hours=hour - 7)


class _Assignments(_Rows):
    """About seventy a week and office; whoever is late is so by a few days."""

    def write(self, weeks: int) -> None:
        self.numbers: dict[tuple[int, int], int] = {}
        slots = weeks * len(self.town.offices)
        total = self.town.total(50_000)
        for week in range(weeks):
            for number, office in enumerate(self.town.offices):
                for _ in range(_share(total, slots, week * len(self.town.offices) + number)):
                    self._assignment(office, week)
            self.flush()

    def _assignment(self, office: Office, week: int) -> None:
        chance = self.chance
        issued = self.moment(week, chance.randrange(5), 8 + chance.random() * 8)
        if issued > self.now:
            issued = self.now - timedelta(hours=chance.random() * 72)
        due = issued + timedelta(days=2 + chance.randrange(12))
        lead, giver = chance.choice(office.people), chance.choice(office.heads)
        accepted = issued + timedelta(hours=chance.random() * 9)
        sent = accepted + (due - accepted) * min(1.3, 0.3 + chance.random())
        closed = sent + timedelta(hours=chance.random() * 40)
        state, times = self._state(issued, accepted, sent, closed)
        id_ = self.next("assignment")
        number = self._number(office, issued.year)
        title = f"Báo cáo việc số {number} của khu {id_ % 12 + 1}"
        moved = chance.random() < 0.15
        self.put(
            "assignment", ASSIGNMENT, id_, office.id, number, f"NV-{issued.year}-{number:04}",
            title, fold(title), "Làm theo kế hoạch đã gửi.", "Báo cáo bằng văn bản", giver, lead,
            giver, office.units[id_ % len(office.units)], int(chance.random() < 0.04), "none",
            stamp(due - timedelta(days=3 * moved)), stamp(due), state, 0 if state == "assigned"
            else 60, int(moved), 0, stamp(issued), *times, 5,
        )  # fmt: skip
        self._around(office, id_, lead, giver, state, issued, due, moved, times)

    def _number(self, office: Office, year: int) -> int:
        key = (office.id, year)
        self.numbers[key] = self.numbers.get(key, 0) + 1
        return self.numbers[key]

    def _state(self, issued: datetime, *steps: datetime) -> tuple[str, list[str | None]]:
        """Four weeks later everything is done, or was given up."""
        accepted, sent, closed = steps
        old = issued < self.now - timedelta(days=28)
        if old and self.chance.random() < 0.03:
            return "cancelled", [stamp(accepted), None, None, stamp(closed)]
        if closed < self.now or old:
            return "done", [stamp(accepted), stamp(sent), stamp(closed), None]
        if sent < self.now:
            return "review", [stamp(accepted), stamp(sent), None, None]
        if accepted < self.now:
            return "doing", [stamp(accepted), None, None, None]
        return "assigned", [None, None, None, None]

    def _around(
        self, office: Office, id_: int, lead: int, giver: int, state: str, issued: datetime,
        due: datetime, moved: bool, times: list[str | None],
    ) -> None:  # fmt: skip
        chance = self.chance
        self.put("assignment_lead", "assignment_id, person_id, since", id_, lead, stamp(issued))
        if moved:
            was = stamp(due - timedelta(days=3))
            self.put("assignment_due", "assignment_id, was, became, extension, at", id_, was,
                     stamp(due), 1, stamp(min(self.now, issued + timedelta(days=1))))  # fmt: skip
            self.put("assignment_request", "assignment_id, kind, person_id, new_due, state,"
                     " asked_at, decided_at, decided_by", id_, "extension", lead, stamp(due),
                     "granted", stamp(issued), stamp(issued), giver)  # fmt: skip
        elif state in ("assigned", "doing") and chance.random() < 0.03:
            self.put("assignment_request", "assignment_id, kind, person_id, new_due, state,"
                     " asked_at, decided_at, decided_by", id_, "extension", lead, stamp(due),
                     "pending", stamp(issued), None, None)  # fmt: skip
        if chance.random() < 0.2:
            self.put("assignment_support", "assignment_id, person_id, part", id_,
                     chance.choice(office.people), "một phần")  # fmt: skip
        if chance.random() < 0.5:
            place = chance.choice(office.places)
            self.put("assignment_locality", "assignment_id, locality_id", id_, place)
        if times[1] or (state == "doing" and chance.random() < 0.1):
            self._completion(office, id_, lead, giver, state, issued, times)
        if id_ % 3 == 1:
            self.put("bundle", "id, office_id, person_id, opened_at", self.next("bundle"),
                     office.id, lead, stamp(issued))  # fmt: skip
        self.put("bundle_item", "bundle_id, assignment_id", self.last.get("bundle", 1), id_)

    def _completion(
        self, office: Office, id_: int, lead: int, giver: int, state: str, issued: datetime,
        times: list[str | None],
    ) -> None:  # fmt: skip
        became = {"done": "passed", "review": "sent"}.get(state, "draft")
        number = self.next("completion")
        columns = ("id, assignment_id, person_id, text, state, began_at, sent_at, decided_at,"
                   " decided_by")  # fmt: skip
        self.put("completion", columns, number, id_, lead, "Đã làm xong, có ảnh kèm theo.", became,
                 stamp(issued), times[1], times[2], giver if times[2] else None)  # fmt: skip
        if number % 2:
            self.put("attachment", "office_id, about, kind, file_id, unique_id, at, kept",
                     office.id, f"completion:{number}", "photo", f"AgACAgUAAxk{number:040}",
                     f"AQAD{number:012}", times[1] or stamp(issued),
                     f"2026/{number}.jpg")  # fmt: skip


class _Days(_Rows):
    """Five or six activities a week and office, each with a few points and a hundred people."""

    def write(self, weeks: int) -> None:
        self.codes: dict[tuple[int, str], int] = {}
        offices, total = self.town.offices, self.town.total(4_000)
        people = self.town.total(400_000)
        self.turn = [0] * len(offices)
        slots = (weeks + AHEAD) * len(offices)
        each = max(1, people // total)
        for week in range(weeks + AHEAD):
            for number, office in enumerate(offices):
                for _ in range(_share(total, slots, week * len(offices) + number)):
                    self._day(office, number, week, each)
            self.flush()

    def _day(self, office: Office, number: int, week: int, people: int) -> None:
        chance = self.chance
        day = chance.choice((2, 4, 5, 5, 5, 6))
        starts = self.moment(week, day, chance.choice((7, 8, 14)))
        ends, closes = starts + timedelta(hours=3), starts - timedelta(hours=15)
        over = ends < self.now
        state = ("locked" if chance.random() < 0.9 else "open") if over else "open"
        if starts > self.now + timedelta(days=10) and chance.random() < 0.3:
            state = "draft"
        if chance.random() < 0.04:
            state = "cancelled"
        id_ = self.next("activity")
        code = self._code(office, starts)
        self.put("activity", "id, office_id, code, kind, title, host_id, organiser_id, starts_at,"
                 " ends_at, closes_at, content, bring, state, created_at", id_, office.id, code,
                 KINDS[id_ % 3], "Dọn vệ sinh bờ kênh", chance.choice(office.organisations),
                 chance.choice(office.people), stamp(starts), stamp(ends), stamp(closes),
                 "Dọn rác, phát quang.", "Găng tay, nước uống", state,
                 stamp(starts - timedelta(days=9)))  # fmt: skip
        self.put("target", "activity_id, organisation_id, number", id_, None, people)
        self.put("measure_expected", "activity_id, measure, amount", id_, "waste_m3", 5.0)
        points = [self._point(office, id_, starts, over, state) for _ in range(1 + id_ % 5)]
        if state != "draft":
            self._come(office, number, id_, points, starts, closes, over, people)
            self._groups(office, id_, points, starts)
        if chance.random() < 0.05:
            for person in chance.sample(office.volunteers, min(60, len(office.volunteers))):
                self.put("notified", "activity_id, version, person_id, at, known_at", id_, 2,
                         person, stamp(starts), stamp(starts))  # fmt: skip
        if chance.random() < 0.3:
            for person in chance.sample(office.volunteers, min(20, len(office.volunteers))):
                asked = stamp(min(self.now, starts - timedelta(days=1)))
                self.put("asked", "person_id, activity_id, at", person, id_, asked)

    def _code(self, office: Office, starts: datetime) -> str:
        day = (starts + timedelta(hours=7)).date()
        code = f"T{day.weekday() + 2}-{day:%d%m}"
        key = (office.id, code)
        self.codes[key] = self.codes.get(key, 0) + 1
        return code if self.codes[key] == 1 else f"{code}-{self.codes[key]}"

    def _point(self, office: Office, day: int, starts: datetime, over: bool, state: str) -> int:
        chance, id_ = self.chance, self.next("point")
        leader = chance.choice(office.people)
        self.put("point", "id, activity_id, name, locality_id, leader_id, capacity", id_, day,
                 f"Nhà văn hóa khu {id_ % 12 + 1}", chance.choice(office.places), leader,
                 chance.choice((20, 30, 40, None)))  # fmt: skip
        if over and state != "cancelled":
            self._report(office, id_, leader, starts)
        return id_

    def _report(self, office: Office, point: int, leader: int, starts: datetime) -> None:
        """What was said of a point: half of the time it is said twice."""
        said = starts + timedelta(hours=4)
        words = "Khu 3: 24 người, 2m3 rác" if said > self.now - timedelta(180) else ""
        self.put("roll_call", "point_id, happened_at, closed_at, closed_by", point, stamp(starts),
                 stamp(said), office.subjects[leader])  # fmt: skip
        for _ in range(1 + point % 2):
            id_ = self.next("turnout")
            self.put("turnout", "id, point_id, batch, reporter_id, recorded_by, total, raw, rank,"
                     " proof, state, event_at, reported_at, confirmed_at", id_, point, id_, leader,
                     leader, 24, words, "leader", "roll_call", "confirmed", stamp(starts),
                     stamp(said), stamp(said))  # fmt: skip
            for organisation in self.chance.sample(office.organisations, 3):
                self.put(
                    "turnout_part", "turnout_id, organisation_id, number", id_, organisation, 8
                )
            self.put("turnout_measure", "turnout_id, measure, amount", id_, "waste_m3", 2.0)
        if starts > self.now - timedelta(days=365):
            self.put("point_photo", "point_id, person_id, file_id, unique_id, at, kept", point,
                     leader, f"AgACAgUAAxk{point:040}", f"AQAD{point:012}", stamp(said),
                     f"points/{point}.jpg")  # fmt: skip

    def _come(
        self, office: Office, number: int, day: int, points: list[int], starts: datetime,
        closes: datetime, over: bool, people: int,
    ) -> None:  # fmt: skip
        chance, volunteers = self.chance, office.volunteers
        before = closes - timedelta(days=6)
        until = min(closes, self.now)
        if until <= before:
            before, people = self.now - timedelta(days=3), people // 4
        draw = DRAW["held" if over else "ahead"]
        leader = office.subjects[office.people[day % len(office.people)]]
        told = stamp(starts + timedelta(hours=4))
        columns = ("id, office_id, activity_id, point_id, person_id, standing, age, offer_ends,"
                   " proof, recorded_by, happened_at, at, changed_at")  # fmt: skip
        for _ in range(min(people, len(volunteers))):
            self.turn[number] += 1
            person = volunteers[self.turn[number] % len(volunteers)]
            standing = draw[chance.randrange(len(draw))]
            came = stamp(before + (until - before) * chance.random())
            known = over and standing in ("present", "absent")
            ends = stamp(self.now + timedelta(hours=4)) if standing == "offered" else None
            self.put("registration", columns, self.next("registration"), office.id, day,
                     points[chance.randrange(len(points))], person, standing, "18", ends,
                     "roll_call" if known else None, leader if known else None,
                     stamp(starts) if known else None, came, told if known else came)  # fmt: skip

    def _groups(self, office: Office, day: int, points: list[int], starts: datetime) -> None:
        for place in self.chance.sample(office.places, 3):
            organisation = self.chance.choice(office.organisations)
            self.put("headcount", "activity_id, point_id, locality_id, organisation_id, number,"
                     " person_id, at", day, points[0], place, organisation, 8,
                     office.people[place % len(office.people)], stamp(starts))  # fmt: skip


def _reports(town: Town, weeks: int) -> None:
    """The weekly report of every office, sent on Monday at eight."""
    rows = _Rows(town)
    facts = dump({"tasks": {"due": 60, "on_time": 50, "overdue": []}, "turnout": {
        "total": 400, "activities": [{"id": n, "title": "Dọn vệ sinh bờ kênh", "total": 80}
                                     for n in range(6)]}})  # fmt: skip
    for week in range(weeks):
        monday = town.since + timedelta(weeks=week + 1)
        sends = at(monday, time(8), OFFICE_ZONE)
        for office in town.offices:
            id_ = rows.next("digest")
            rows.put("digest", "id, office_id, week, sends_at, state, sent_at", id_, office.id,
                     Week.of(monday - timedelta(days=7)).code, stamp(sends), "sent",
                     stamp(sends))  # fmt: skip
            scopes = ["all", *(f"org:{n}" for n in office.organisations),
                      *(f"unit:{n}" for n in office.units)]  # fmt: skip
            for scope in scopes:
                rows.put("digest_part", "digest_id, scope, facts", id_, scope, facts)
            for person in office.leaders:
                rows.put("digest_delivery", "digest_id, person_id, scope, owed_at", id_, person,
                         "all", stamp(sends))  # fmt: skip
    rows.flush()


def _inbox(town: Town) -> None:
    """What ended within thirty days, without a word of it."""
    many = town.total(1_000_000) // max(1, round(town.years * 12))
    begun = town.now - timedelta(days=30)
    moments = (stamp(begun + timedelta(days=30) * n / many) for n in range(many))
    columns = "bot_id, update_id, sender, state, received_at, ended_at"
    rows = ((123456, 1_000_000 + n, 0, "ended", end, end) for n, end in enumerate(moments))
    town.add("inbox", columns, rows)


def _hours(town: Town) -> None:
    """What the clock does every day, whether there is anything to do or not."""
    town.add("job_run", "key, office_id, at", _daily(town))


def _daily(town: Town) -> Iterator[tuple[str, int, int]]:
    last = (town.now + timedelta(hours=7)).date()
    since = max(town.since, last - timedelta(days=DAYS["clock_marks"]))
    for number in range((last - since).days + 1):
        day = since + timedelta(days=number)
        ran = stamp(datetime.combine(day, time(0, 30), UTC))
        for office in town.offices:
            for job in ("morning", "retention", "turnout.nudge", "midweek"):
                hour = ":15" if job == "turnout.nudge" else ""
                if (job, day) != ("turnout.nudge", last):
                    yield f"{job}:{day}{hour}:{office.id}", office.id, ran
