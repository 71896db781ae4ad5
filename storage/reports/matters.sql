-- What is followed, kind by kind: fresh and closed between two moments, open and late at the second.
-- What hangs on a visit that nobody is told of counts when that is over.
SELECT kind, count(*) FILTER (WHERE raised_at >= :since) AS fresh,
       count(*) FILTER (WHERE closed_at > :until OR closed_at IS NULL) AS open,
       count(*) FILTER (WHERE closed_at <= :until) AS closed,
       count(*) FILTER (WHERE (closed_at > :until OR closed_at IS NULL) AND due_at < :until)
           AS late
  FROM matter m
 WHERE m.office_id = :office_id AND raised_at <= :until
   AND (closed_at IS NULL OR closed_at >= :since)
   AND NOT EXISTS (SELECT 1 FROM visit v
                    WHERE v.office_id = :office_id AND m.about LIKE 'visit:%'
                      AND v.id = CAST(substr(m.about, 7) AS INTEGER)
                      AND v.unannounced = 1 AND (v.done_at IS NULL OR v.done_at > :until))
 GROUP BY kind
