-- People's opinions that were raised between two moments: by topic and place, and how many were answered.
SELECT coalesce(label, '') AS topic, locality.name AS locality, count(*) AS count, sum(weight) AS weight,
       count(*) FILTER (WHERE m.state IN ('answered', 'told_back', 'closed')) AS answered,
       count(*) FILTER (WHERE m.state IN ('told_back', 'closed')) AS told
  FROM matter m LEFT JOIN locality ON locality.id = m.locality_id
  LEFT JOIN matter_label l ON l.matter_id = m.id AND l.sort = 'topic'
 WHERE m.office_id = :office_id AND m.raised_at >= :since AND m.raised_at < :until
   AND m.kind = :kind AND m.state NOT IN ('duplicate', 'withdrawn')
 GROUP BY topic, m.locality_id ORDER BY sum(weight) DESC, topic
