-- What is followed, kind by kind: fresh and closed between two moments, open and late at the second.
SELECT kind, count(*) FILTER (WHERE raised_at >= :since) AS fresh,
       count(*) FILTER (WHERE closed_at > :until OR closed_at IS NULL) AS open,
       count(*) FILTER (WHERE closed_at <= :until) AS closed,
       count(*) FILTER (WHERE (closed_at > :until OR closed_at IS NULL) AND due_at < :until)
           AS late
  FROM matter
 WHERE office_id = :office_id AND raised_at <= :until
   AND (closed_at IS NULL OR closed_at >= :since)
 GROUP BY kind
