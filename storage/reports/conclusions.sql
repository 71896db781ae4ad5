-- Conclusions that were drawn between two moments, or stood open then: how each stood at the second; one whose work stands still is not under way, one whose work nobody took waits for that, one whose work is reported waits for a yes.
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
           (SELECT a.id FROM assignment a
             WHERE a.office_id = :office_id AND a.source = m.code AND a.source <> ''
             ORDER BY a.id DESC LIMIT 1) AS work_id
      FROM near JOIN matter m ON m.id = near.id
     WHERE m.office_id = :office_id AND m.kind = :kind AND m.raised_at < :cut_off
), worked AS (
    SELECT stood.*,
           (SELECT s.state FROM assignment_span s
             WHERE s.assignment_id = stood.work_id AND s.since < :cut_off
             ORDER BY s.since DESC LIMIT 1) AS its_work,
           coalesce((SELECT d.was FROM assignment_due d
                      WHERE d.assignment_id = stood.work_id AND d.at >= :cut_off
                      ORDER BY d.id LIMIT 1),
                    (SELECT a.due_at FROM assignment a WHERE a.id = stood.work_id)) AS work_due
      FROM stood
)
SELECT m.id, m.code, m.raised_at >= :since AS fresh, coalesce(person.name, '') AS owner,
       coalesce(m.work_due, m.due_at) AS due,
       CASE WHEN m.stands <> 'given' THEN m.stands
            WHEN m.its_work IN ('suspended', 'cancelled') THEN 'open'
            WHEN m.its_work IN ('review', 'done') THEN 'reported'
            WHEN m.its_work = 'assigned' THEN 'untaken'
            ELSE m.stands END AS state,
       coalesce((SELECT w.text FROM matter_words w WHERE w.matter_id = m.id
                  ORDER BY w.row_id LIMIT 1), '') AS words
  FROM worked m LEFT JOIN person ON person.id = m.owner_id
 WHERE m.stands <> 'unsaid'
 ORDER BY m.raised_at, m.id
