-- Which assignments were opened again between two moments.
SELECT DISTINCT a.id, a.code FROM journal j
  JOIN assignment a ON a.id = j.subject AND a.office_id = j.office_id
 WHERE j.office_id = :office_id AND j.kind = 'assignment' AND j.event = 'reopened'
   AND j.at >= :since AND j.at < :until AND (:unit_id IS NULL OR a.unit_id = :unit_id)
 ORDER BY a.number
