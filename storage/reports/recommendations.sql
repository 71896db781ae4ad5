-- Recommendations that were in hand between two moments: answered, remedied, late at the second.
-- Those of a visit that nobody is told of count when it is over.
WITH held AS (
SELECT m.id, m.due_at, m.closed_at <= :until AND m.state <> 'dropped' AS remedied,
       EXISTS (SELECT 1 FROM journal j
                WHERE j.office_id = :office_id AND j.kind = 'matter' AND j.subject = m.id
                  AND j.at <= :until AND j.became = 'answered') AS answered
  FROM matter m
 WHERE m.office_id = :office_id AND m.kind = 'recommendation' AND m.sent_at <= :until
   AND (m.closed_at IS NULL OR m.closed_at >= :since)
   AND NOT EXISTS (SELECT 1 FROM visit v
                    WHERE v.office_id = :office_id AND m.about LIKE 'visit:%'
                      AND v.id = CAST(substr(m.about, 7) AS INTEGER)
                      AND v.unannounced = 1 AND (v.done_at IS NULL OR v.done_at > :until)))
SELECT id, answered, remedied, NOT answered AND due_at < :until AS late FROM held ORDER BY id
