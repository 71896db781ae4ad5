-- What is followed, each by itself: fresh and closed between two moments, open and late at the second.
-- What hangs on a visit that nobody is told of counts when that is over.
SELECT m.id, m.kind, m.code, coalesce(l.label, '') AS topic, m.state, m.due_at, m.locality_id,
       raised_at >= :since AS fresh, closed_at > :until OR closed_at IS NULL AS open
  FROM matter m LEFT JOIN matter_label l ON l.matter_id = m.id AND l.sort = 'topic'
 WHERE m.office_id = :office_id AND raised_at <= :until
   AND (closed_at IS NULL OR closed_at >= :since)
   AND NOT EXISTS (SELECT 1 FROM visit v
                    WHERE v.office_id = :office_id AND m.about LIKE 'visit:%'
                      AND v.id = CAST(substr(m.about, 7) AS INTEGER)
                      AND v.unannounced = 1 AND (v.done_at IS NULL OR v.done_at > :until))
 ORDER BY m.kind, m.id
