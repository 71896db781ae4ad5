-- Which of a kind stood in a state at a moment.
SELECT m.id FROM matter m
 WHERE m.office_id = :office_id AND m.kind = :kind AND m.raised_at <= :until
   AND (SELECT became FROM journal j
         WHERE j.office_id = :office_id AND j.kind = 'matter' AND j.subject = m.id
           AND j.at <= :until AND became IS NOT NULL ORDER BY j.id DESC LIMIT 1) = :state
