-- Which assignments were praised between two moments, whose they are, and in which words.
SELECT a.id, a.code, a.title, coalesce(person.name, '') AS lead, coalesce(j.text, '') AS words
  FROM journal j
  JOIN assignment a ON a.id = j.subject AND a.office_id = j.office_id
  LEFT JOIN person ON person.id = a.lead_id
 WHERE j.office_id = :office_id AND j.kind = 'assignment' AND j.event = 'praised'
   AND j.at >= :since AND j.at < :until AND (:unit_id IS NULL OR a.unit_id = :unit_id)
   AND NOT EXISTS (
       SELECT 1 FROM journal back
        WHERE back.office_id = j.office_id AND back.kind = j.kind AND back.subject = j.subject
          AND back.event = 'praise_back' AND back.facts ->> '$.row' = j.id)
 ORDER BY j.id
