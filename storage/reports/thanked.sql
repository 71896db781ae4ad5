-- On which days between two moments how many people were thanked, until a third, for having come.
SELECT a.id, sum(json_extract(j.facts, '$.n')) AS n
  FROM activity a
  JOIN journal j ON j.subject = a.id AND j.office_id = a.office_id
       AND j.kind = 'activity' AND j.event = 'thanked'
 WHERE a.office_id = :office_id AND a.starts_at >= :since AND a.starts_at < :ends
   AND j.at < :until
 GROUP BY a.id ORDER BY a.id
