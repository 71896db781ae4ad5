-- Every assignment that was there between two moments, as it stood at the second (the cut-off);
-- or of these only what was due between them.
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
SELECT a.id, a.number, a.code, a.title, a.issued_at AS issued, a.original_due AS first_due,
       a.urgent, stood.state, stood.percent, stood.blocked, stood.unit_id,
       coalesce((SELECT d.was FROM assignment_due d
                  WHERE d.assignment_id = a.id AND d.at >= :cut_off
                  ORDER BY d.id LIMIT 1), a.due_at) AS due,
       iif(stood.state IN ('review', 'done'),
           coalesce((SELECT max(c.sent_at) FROM completion c
                      WHERE c.assignment_id = a.id AND c.sent_at < :cut_off
                        AND NOT (c.state IN ('returned', 'dropped') AND c.decided_at < :cut_off)),
                    stood.since), NULL) AS sent,
       iif(stood.state = 'done', iif(a.closed_at < :cut_off, a.closed_at, stood.since), NULL)
         AS closed,
       iif(stood.state = 'assigned', NULL,
           (SELECT min(s.since) FROM assignment_span s
             WHERE s.assignment_id = a.id AND s.since <= stood.since
               AND s.state IN ('doing', 'review', 'done')
               AND s.since >= coalesce((SELECT max(n.since) FROM assignment_span n
                                         WHERE n.assignment_id = a.id AND n.state = 'assigned'
                                           AND n.since <= stood.since), 0))) AS accepted,
       iif(stood.state IN ('cancelled', 'suspended'), stood.since, NULL) AS stopped,
       (SELECT count(*) FROM assignment_due d WHERE d.assignment_id = a.id AND d.extension
           AND d.at >= :begins AND d.at < :ends
           AND NOT EXISTS (SELECT 1 FROM assignment_due back
                            WHERE back.assignment_id = a.id AND back.id > d.id
                              AND back.was = d.became AND back.became = d.was
                              AND back.at <= min(d.at + :taken_back, :cut_off))) AS extended,
       (SELECT count(*) FROM completion c WHERE c.assignment_id = a.id
           AND c.state = 'returned' AND c.decided_at >= :begins AND c.decided_at < :ends)
         AS returned,
       lead.id AS lead_id, lead.name AS lead, approver.name AS approver,
       (SELECT lookup.name FROM matter JOIN lookup ON lookup.id = matter.body_id
         WHERE matter.office_id = :office_id AND matter.about = 'assignment:' || a.id
           AND matter.raised_at < :cut_off
           AND (matter.closed_at IS NULL OR matter.closed_at >= :cut_off) LIMIT 1) AS waits,
       (SELECT json_group_array(organisation_id) FROM (
          SELECT organisation_id FROM membership
           WHERE person_id = lead.id AND office_id = a.office_id
             AND organisation_id IS NOT NULL
           UNION
          SELECT organisation_id FROM assignment_organisation WHERE assignment_id = a.id))
         AS organisations
  FROM near JOIN assignment a ON a.id = near.id
  JOIN assignment_span stood ON stood.assignment_id = a.id
   AND stood.since = (SELECT max(s.since) FROM assignment_span s
                       WHERE s.assignment_id = a.id AND s.since < :cut_off)
  JOIN person lead ON lead.id = coalesce(
       (SELECT l.person_id FROM assignment_lead l
         WHERE l.assignment_id = a.id AND l.since < :cut_off ORDER BY l.id DESC LIMIT 1),
       a.lead_id)
  JOIN person approver ON approver.id = a.approver_id
 WHERE a.office_id = :office_id AND a.issued_at < :cut_off
   AND (NOT :only_due OR (due >= :begins AND due < :ends))
 ORDER BY a.number
