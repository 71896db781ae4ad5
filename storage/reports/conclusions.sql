-- Conclusions that were drawn between two moments, or stood open then: how each stood at the second; one whose work stands still is not under way.
WITH near AS (
    SELECT id FROM matter WHERE office_id = :office_id AND closed_at IS NULL
     UNION
    SELECT id FROM matter WHERE office_id = :office_id AND closed_at >= :since
     UNION
    SELECT id FROM matter WHERE office_id = :office_id AND raised_at >= :since
), stood AS (
    SELECT m.*, (SELECT j.became FROM journal j
                  WHERE j.office_id = :office_id AND j.kind = 'matter' AND j.subject = m.id
                    AND j.became IS NOT NULL AND j.at < :cut_off
                  ORDER BY j.id DESC LIMIT 1) AS stands,
           (SELECT w.became FROM journal j
              JOIN journal w ON w.subject = json_extract(j.facts, '$.assignment')
                   AND w.kind = 'assignment' AND w.office_id = j.office_id
             WHERE j.office_id = :office_id AND j.kind = 'matter' AND j.subject = m.id
               AND j.event = 'became_work' AND w.became IS NOT NULL AND w.at < :cut_off
             ORDER BY w.id DESC LIMIT 1) AS its_work
      FROM near JOIN matter m ON m.id = near.id
     WHERE m.office_id = :office_id AND m.kind = :kind AND m.raised_at < :cut_off
)
SELECT m.id, m.code, m.raised_at >= :since AS fresh, coalesce(person.name, '') AS owner, m.due_at AS due,
       iif(m.stands = 'given' AND m.its_work IN ('suspended', 'cancelled'), 'open', m.stands)
         AS state,
       coalesce((SELECT w.text FROM matter_words w WHERE w.matter_id = m.id
                  ORDER BY w.row_id LIMIT 1), '') AS words
  FROM stood m LEFT JOIN person ON person.id = m.owner_id
 ORDER BY m.raised_at, m.id
