-- What was verified at a place is looked up by the place.
CREATE INDEX checking_place ON checking (locality_id) WHERE locality_id IS NOT NULL;

-- Whoever said yes to a class that is still to come, or was sent, has a seat like whoever registers.
INSERT OR IGNORE INTO registration (office_id, activity_id, point_id, person_id, standing, age, at,
                                    changed_at)
SELECT a.office_id, a.id, min(p.id), coalesce(g.substitute_id, g.person_id), 'registered', '18',
       unixepoch(), unixepoch()
  FROM training_guest g JOIN activity a ON a.id = g.activity_id
  JOIN point p ON p.activity_id = a.id AND p.dropped_at IS NULL
 WHERE g.answer IN ('going', 'substitute') AND a.state = 'open' AND a.starts_at > unixepoch()
 GROUP BY a.id, g.person_id;
