-- Conclusions that were drawn between two moments, or stood open then: how each stood at the second.
WITH near AS (
    SELECT id FROM matter WHERE office_id = :office_id AND closed_at IS NULL
     UNION
    SELECT id FROM matter WHERE office_id = :office_id AND closed_at >= :since
     UNION
    SELECT id FROM matter WHERE office_id = :office_id AND raised_at >= :since
)
SELECT m.id, m.code, m.raised_at >= :since AS fresh, coalesce(person.name, '') AS owner, m.due_at AS due,
       (SELECT j.became FROM journal j
         WHERE j.office_id = :office_id AND j.kind = 'matter' AND j.subject = m.id
           AND j.became IS NOT NULL AND j.at < :cut_off ORDER BY j.id DESC LIMIT 1) AS state,
       coalesce((SELECT w.text FROM matter_words w WHERE w.matter_id = m.id
                  ORDER BY w.row_id LIMIT 1), '') AS words
  FROM near JOIN matter m ON m.id = near.id
  LEFT JOIN person ON person.id = m.owner_id
 WHERE m.office_id = :office_id AND m.kind = :kind AND m.raised_at < :cut_off
 ORDER BY m.raised_at, m.id
