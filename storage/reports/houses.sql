-- Model houses by place at a moment: begun, recognised, recognised since another.
SELECT p.name AS place, count(*) AS total, count(*) FILTER (WHERE c.closed_at <= :until) AS done,
       count(*) FILTER (WHERE c.closed_at >= :since AND c.closed_at <= :until) AS fresh
  FROM checking c LEFT JOIN locality p ON p.id = c.locality_id
 WHERE c.office_id = :office_id AND c.kind = :kind AND c.begun_at <= :until
 GROUP BY c.locality_id ORDER BY min(c.id)
