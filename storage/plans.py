"""What is planned of an activity besides when and where: what to do, for whom, with whom."""

from collections.abc import Iterable, Mapping

from domain.plans import Details
from storage.rows import stamp_or_none
from storage.table import Table

COPY_DETAILS = """
UPDATE activity SET (content, bring, rain_plan, photo_policy, min_age, children_allowed, campaign,
                     least, warn_days)
     = (SELECT content, bring, rain_plan, photo_policy, min_age, children_allowed, campaign,
               least, warn_days
          FROM activity old WHERE old.office_id = :office_id AND old.id = :source)
 WHERE office_id = :office_id AND id = :id
"""
SET_DETAILS = """
UPDATE activity SET title = coalesce(:title, title), content = coalesce(:content, content),
       bring = coalesce(:bring, bring), rain_plan = coalesce(:rain_plan, rain_plan),
       min_age = coalesce(:min_age, min_age),
       children_allowed = coalesce(:children, children_allowed),
       host_id = coalesce(:host_id, host_id), ends_at = coalesce(:ends, ends_at),
       closes_at = coalesce(:closes, closes_at), least = coalesce(:least, least),
       warn_days = coalesce(:warn_days, warn_days)
 WHERE office_id = :office_id AND id = :id
"""
CLEAR_COHOSTS = """
DELETE FROM activity_cohost WHERE activity_id IN
 (SELECT id FROM activity WHERE office_id = :office_id AND id = :activity_id)
"""
ADD_COHOST = """
INSERT INTO activity_cohost (activity_id, organisation_id)
SELECT id, :organisation_id FROM activity WHERE office_id = :office_id AND id = :activity_id
"""
EXPECTED = """
SELECT measure, amount FROM measure_expected
  JOIN activity ON activity.id = measure_expected.activity_id
 WHERE activity.office_id = :office_id AND activity.id = :activity_id ORDER BY measure
"""
CLEAR_EXPECTED = """
DELETE FROM measure_expected WHERE activity_id IN
 (SELECT id FROM activity WHERE office_id = :office_id AND id = :activity_id)
"""
ADD_EXPECTED = """
INSERT INTO measure_expected (activity_id, measure, amount)
SELECT id, :measure, :amount FROM activity WHERE office_id = :office_id AND id = :activity_id
"""
NOTES = """
SELECT about, text FROM activity_note JOIN activity ON activity.id = activity_note.activity_id
 WHERE activity.office_id = :office_id AND activity.id = :activity_id ORDER BY about
"""
NOTE = """
INSERT INTO activity_note (activity_id, about, text)
SELECT id, :about, :text FROM activity WHERE office_id = :office_id AND id = :activity_id
    ON CONFLICT (activity_id, about) DO UPDATE SET text = excluded.text
"""
COPY_NOTES = """
INSERT INTO activity_note (activity_id, about, text)
SELECT :id, about, text FROM activity_note JOIN activity ON activity.id = activity_note.activity_id
 WHERE activity.office_id = :office_id AND activity.id = :source
"""


class Plans(Table):
    def copy_details(self, source: int, activity_id: int) -> None:
        """What to do and to bring, for whom, and if it rains."""
        self._run(COPY_DETAILS, source=source, id=activity_id)
        self._run(COPY_NOTES, source=source, id=activity_id)

    def set_details(self, activity_id: int, details: Details) -> None:
        """What was written about it; what is not named stays as it is."""
        self._run(
            SET_DETAILS,
            id=activity_id,
            title=details.title,
            content=details.content,
            bring=details.bring,
            rain_plan=details.rain_plan,
            min_age=details.min_age,
            children=details.children,
            host_id=details.host_id,
            ends=stamp_or_none(details.ends),
            closes=stamp_or_none(details.closes),
            least=details.least,
            warn_days=details.warn_days,
        )

    def notes(self, activity_id: int) -> dict[str, str]:
        """What is known besides, by what it is about."""
        return {row[0]: row[1] for row in self._all(NOTES, activity_id=activity_id)}

    def set_notes(self, activity_id: int, notes: Mapping[str, str]) -> None:
        """What is not named stays as it is."""
        for about, text in notes.items():
            self._run(NOTE, activity_id=activity_id, about=about, text=text)

    def set_cohosts(self, activity_id: int, organisations: Iterable[int]) -> None:
        self._run(CLEAR_COHOSTS, activity_id=activity_id)
        for id_ in organisations:
            self._run(ADD_COHOST, activity_id=activity_id, organisation_id=id_)

    def expected(self, activity_id: int) -> dict[str, float]:
        """What is to come of it, by the catalogue of measures."""
        return {row[0]: row[1] for row in self._all(EXPECTED, activity_id=activity_id)}

    def set_expected(self, activity_id: int, measures: Mapping[str, float]) -> None:
        self._run(CLEAR_EXPECTED, activity_id=activity_id)
        for measure, amount in measures.items():
            self._run(ADD_EXPECTED, activity_id=activity_id, measure=measure, amount=amount)
