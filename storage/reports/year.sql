-- Which activities were held between two moments, the people of each, and how many of its points nobody had reported until a third.
WITH held AS (
    SELECT id FROM activity
     WHERE office_id = :office_id AND starts_at >= :since AND starts_at < :ends
       AND starts_at <= :until AND state NOT IN ('draft', 'postponed', 'cancelled')
       AND kind NOT IN (SELECT value FROM json_each(:but))
), said AS (
    SELECT held.id AS activity_id, p.id AS point_id, p.dropped_at, t.id AS turnout_id, t.total, t.not_held,
           row_number() OVER (PARTITION BY held.id, p.id ORDER BY
               CASE t.rank WHEN 'office' THEN 3 WHEN 'leader' THEN 2 WHEN 'cadre' THEN 1 ELSE 0 END
               DESC, t.confirmed_at DESC, t.id DESC) AS place
      FROM held LEFT JOIN point p ON p.activity_id = held.id
      LEFT JOIN turnout t ON t.point_id = p.id AND t.state = 'confirmed' AND t.confirmed_at <= :until
), told AS (
    SELECT activity_id, coalesce(sum(total), 0) AS people,
           count(point_id) FILTER (WHERE dropped_at IS NULL) AS points,
           count(point_id) FILTER (WHERE dropped_at IS NULL AND turnout_id IS NULL) AS silent,
           count(point_id) FILTER (WHERE not_held) AS off
      FROM said WHERE place = 1 GROUP BY activity_id
)
SELECT activity_id, people, silent FROM told WHERE off = 0 OR off < points
