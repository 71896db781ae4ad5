-- How many people were thanked until a moment for having come on days between two others.
SELECT coalesce(sum(json_extract(j.facts, '$.n')), 0)
  FROM activity a
  JOIN journal j ON j.subject = a.id AND j.office_id = a.office_id
       AND j.kind = 'activity' AND j.event = 'thanked'
 WHERE a.office_id = :office_id AND a.starts_at >= :since AND a.starts_at < :ends
   AND j.at < :until
