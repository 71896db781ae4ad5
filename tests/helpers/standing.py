"""What stands in the tables, in short lines, so that a story can say all that changed."""

from tests.town import Town

LINES = """
SELECT 'task ' || number || ' ' || state || ' ' || percent || '% ' || lead.name
    || ', due ' || strftime('%d/%m/%Y %H:%M', due_at, 'unixepoch', '+7 hours')
    || iif(blocked <> '', ', blocked: ' || blocked, '')
    || coalesce(', expected ' || strftime('%d/%m %H:%M', expects_at, 'unixepoch', '+7 hours'), '')
  FROM assignment JOIN person lead ON lead.id = lead_id WHERE title <> 'Việc cũ'
UNION ALL SELECT 'title: ' || title FROM assignment
UNION ALL SELECT 'report ' || number || ' ' || c.state || ': ' || c.text
    || iif(c.comment <> '', ' / ' || c.comment, '')
    || (SELECT iif(count(*) > 0, ', ' || count(*) || ' photos', '')
          FROM attachment WHERE about = 'completion:' || c.id)
  FROM completion c JOIN assignment a ON a.id = assignment_id
UNION ALL SELECT 'request ' || number || ' ' || kind || ' ' || r.state
  FROM assignment_request r JOIN assignment a ON a.id = assignment_id
UNION ALL SELECT 'helps ' || number || ' ' || name
  FROM assignment_support s JOIN assignment a ON a.id = assignment_id
  JOIN person p ON p.id = s.person_id
UNION ALL SELECT 'turnout ' || strftime('%d/%m', a.starts_at, 'unixepoch', '+7 hours')
    || ' ' || p.name || ' ' || t.state || ' ' || iif(about, 'about ', '') || coalesce(total, '-')
    || iif(absent, ', absent ' || absent, '') || iif(not_held, ', not held: ' || reason, '')
    || coalesce((SELECT ', ' || group_concat(code || ' ' || number, ' ') FROM
         (SELECT code, number FROM turnout_part JOIN organisation o ON o.id = organisation_id
           WHERE turnout_id = t.id ORDER BY code)), '')
    || coalesce((SELECT ', ' || group_concat(measure || ' ' || amount, ' ')
         FROM turnout_measure WHERE turnout_id = t.id), '')
  FROM turnout t JOIN point p ON p.id = point_id JOIN activity a ON a.id = activity_id
UNION ALL SELECT 'group ' || p.name || ' ' || code || ' ' || number
  FROM headcount JOIN organisation o ON o.id = organisation_id JOIN point p ON p.id = point_id
UNION ALL SELECT 'place ' || coalesce(person.name, '-') || ' ' || p.name || ' ' || standing
    || iif(adults + children > 0, ', with ' || (adults + children), '')
    || coalesce(', evening ' || evening, '')
  FROM registration JOIN point p ON p.id = point_id
  LEFT JOIN person ON person.id = person_id
UNION ALL SELECT 'roll ' || p.name || ' +' || extra || iif(closed_at IS NULL, '', ' closed')
  FROM roll_call JOIN point p ON p.id = point_id
UNION ALL SELECT 'day ' || title || ' ' || state || ' '
    || strftime('%d/%m %H:%M', starts_at, 'unixepoch', '+7 hours') FROM activity
UNION ALL SELECT 'point ' || name || iif(dropped_at IS NULL, '', ' dropped') FROM point
UNION ALL SELECT 'knows ' || name FROM notified JOIN person p ON p.id = person_id
  WHERE known_at IS NOT NULL
UNION ALL SELECT 'person ' || name FROM person
UNION ALL SELECT 'agreed ' || purpose || ' ' || given || coalesce(' ' || age, '') FROM consent
"""
TOLD = {
    "assignment",
    "completion",
    "attachment",
    "assignment_request",
    "assignment_support",
    "turnout",
    "turnout_part",
    "turnout_measure",
    "headcount",
    "registration",
    "roll_call",
    "activity",
    "point",
    "notified",
    "person",
    "consent",
}
PASSING = {
    "inbox",
    "letter",
    "card",
    "expectation",
    "spoken_of",
    "expiring_message",
    "journal",
    "phrase",
    "job_run",
    "setting",
    "notice",
    "bundle",
    "bundle_item",
    "roll_number",
    "assignment_due",
    "assignment_lead",
    "assignment_span",
    "asked",
}
"""What is only on the way, or says again what stands in the lines."""
TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"


async def standing(town: Town) -> set[str]:
    """Every line; of tables that have none, how many rows they hold."""
    lines = {line for (line,) in await town.sql(LINES)}
    for (table,) in await town.sql(TABLES):
        if table not in TOLD | PASSING:
            [(rows,)] = await town.sql(f"SELECT count(*) FROM {table}")
            lines.add(f"{table}: {rows} rows")
    return lines


def difference(before: set[str], after: set[str]) -> str:
    """What stands now and did not; what is gone is marked with a minus."""
    gone = [f"- {line}" for line in sorted(before - after)]
    return "; ".join(sorted(after - before) + gone)
