-- How many activities had a confirmed figure between two moments, and their people together.
WITH said AS (
    SELECT p.activity_id, t.total, t.not_held,
           row_number() OVER (PARTITION BY t.point_id ORDER BY
               CASE t.rank WHEN 'office' THEN 3 WHEN 'leader' THEN 2 WHEN 'cadre' THEN 1 ELSE 0 END
               DESC, t.confirmed_at DESC, t.id DESC) AS place
      FROM activity a JOIN point p ON p.activity_id = a.id
      JOIN turnout t ON t.point_id = p.id AND t.state = 'confirmed' AND t.confirmed_at <= :until
     WHERE a.office_id = :office_id AND a.starts_at >= :since AND a.starts_at < :ends
       AND a.state NOT IN ('draft', 'postponed', 'cancelled')
       AND a.kind NOT IN (SELECT value FROM json_each(:but))
)
SELECT count(DISTINCT activity_id) AS events, coalesce(sum(total), 0) AS people
  FROM said WHERE place = 1 AND NOT not_held
