-- The first moment of which there is anything to tell: what fell due, what was held.
SELECT min(at) FROM (
    SELECT min(due_at) AS at FROM assignment WHERE office_id = :office_id
     UNION ALL
    SELECT min(starts_at) FROM activity WHERE office_id = :office_id)
