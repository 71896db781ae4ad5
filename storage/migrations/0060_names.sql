-- One thing is called one thing: an activity, the transfer of a place, a message that expires.

ALTER TABLE handing RENAME TO transfer;
ALTER TABLE fading RENAME TO expiring_message;
DROP INDEX fading_due;
CREATE INDEX expiring_message_due ON expiring_message (due_at);

UPDATE card SET subject = 'activity:' || substr(subject, 10) WHERE subject LIKE 'saturday:%';
UPDATE letter
   SET key = replace(key, ':saturday:', ':activity:'), kind = 'activity' || substr(kind, 9)
 WHERE kind LIKE 'saturday:%' OR kind LIKE 'saturday.%';
UPDATE letter SET kind = 'transfer' || substr(kind, 8) WHERE kind LIKE 'handing.%';

-- What is still owed says it as JSON.
UPDATE letter
   SET message = replace(replace(replace(replace(replace(message,
       '"saturday.', '"activity.'), '"@saturday.', '"@activity.'), '"saturday:', '"activity:'),
       '"handing.', '"transfer.'), '"fades":', '"expires":')
 WHERE message <> '{}';
UPDATE inbox
   SET outcome = replace(replace(replace(replace(replace(replace(replace(replace(outcome,
       '"saturday.', '"activity.'), '"@saturday.', '"@activity.'), '"saturday:', '"activity:'),
       '"handing.', '"transfer.'), '"fades":', '"expires":'),
       '"saturday_not_held"', '"activity_no_roll"'), '"saturday_', '"activity_'),
       '"handing_', '"transfer_')
 WHERE outcome IS NOT NULL;
