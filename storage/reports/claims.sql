-- Which lists have claims that wait for their verifiers since before a moment.
SELECT c.name, count(*) AS n FROM checklist_mark m JOIN checking c ON c.id = m.checking_id
 WHERE c.office_id = :office_id AND m.status IN ('claimed', 'second') AND m.at < :before
 GROUP BY c.id ORDER BY min(m.at)
