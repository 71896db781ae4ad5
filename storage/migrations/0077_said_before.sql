-- What counts in another is said of it: its card finds that one without the journal.

UPDATE matter SET about = 'matter:' || (
       SELECT t.id FROM journal j JOIN matter t
           ON t.office_id = j.office_id AND t.code = json_extract(j.facts, '$.same')
        WHERE j.office_id = matter.office_id AND j.kind = 'matter' AND j.subject = matter.id
          AND j.event = 'joined' ORDER BY j.id DESC LIMIT 1)
 WHERE about = '' AND EXISTS (
       SELECT 1 FROM journal j JOIN matter t
           ON t.office_id = j.office_id AND t.code = json_extract(j.facts, '$.same')
        WHERE j.office_id = matter.office_id AND j.kind = 'matter' AND j.subject = matter.id
          AND j.event = 'joined');
