-- Recommendations that were in hand between two moments: answered, remedied, late at the second.
SELECT count(*) AS total, count(*) FILTER (WHERE answered) AS answered,
       count(*) FILTER (WHERE remedied) AS remedied,
       count(*) FILTER (WHERE NOT answered AND due_at < :until) AS late
  FROM (SELECT m.due_at, m.closed_at <= :until AND m.state <> 'dropped' AS remedied,
               EXISTS (SELECT 1 FROM journal j
                        WHERE j.office_id = :office_id AND j.kind = 'matter' AND j.subject = m.id
                          AND j.at <= :until AND j.became = 'answered') AS answered
          FROM matter m
         WHERE m.office_id = :office_id AND m.kind = 'recommendation' AND m.sent_at <= :until
           AND (m.closed_at IS NULL OR m.closed_at >= :since))
