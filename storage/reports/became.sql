-- How many of a kind reached each state between two moments.
SELECT j.became, count(DISTINCT m.id) AS n
  FROM journal j JOIN matter m ON j.kind = 'matter' AND m.id = j.subject
 WHERE j.office_id = :office_id AND m.office_id = :office_id AND m.kind = :kind
   AND j.at >= :since AND j.at <= :until AND j.became IS NOT NULL
 GROUP BY j.became
