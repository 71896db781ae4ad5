-- Which of a kind came to each state between two moments.
SELECT DISTINCT j.became, m.id
  FROM journal j JOIN matter m ON j.kind = 'matter' AND m.id = j.subject
 WHERE j.office_id = :office_id AND m.office_id = :office_id AND m.kind = :kind
   AND j.at >= :since AND j.at <= :until AND j.became IS NOT NULL
