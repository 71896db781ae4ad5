-- How those assignments stood when a week began, and every change until its cut-off.
WITH near AS (
    SELECT id FROM assignment
     WHERE office_id = :office_id AND state NOT IN ('done', 'cancelled')
     UNION
    SELECT id FROM assignment WHERE office_id = :office_id AND closed_at >= :since
     UNION
    SELECT id FROM assignment WHERE office_id = :office_id AND ended_at >= :since
     UNION
    SELECT id FROM assignment WHERE office_id = :office_id AND due_at >= :since
)
SELECT span.assignment_id, span.since, span.state, span.unit_id,
       iif(span.state IN ('cancelled', 'suspended') AND span.since >= :since,
           (SELECT j.text FROM journal j
             WHERE j.office_id = :office_id AND j.kind = 'assignment'
               AND j.subject = span.assignment_id AND j.at = span.since
               AND j.became = span.state LIMIT 1), NULL) AS reason
  FROM near JOIN assignment_span span ON span.assignment_id = near.id
   AND span.since < :cut_off
   AND span.since >= coalesce((SELECT max(s.since) FROM assignment_span s
                                WHERE s.assignment_id = near.id AND s.since < :since), 0)
 ORDER BY span.assignment_id, span.since
