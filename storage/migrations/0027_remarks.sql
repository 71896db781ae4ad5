-- A leader's word on a report is a matter like others; what was said until now is over.
CREATE TEMP TABLE remarked AS
SELECT journal.id AS row_id, journal.office_id, journal.at, journal.who, journal.subject,
       journal.text, person.id AS by_id,
       row_number() OVER (PARTITION BY journal.office_id ORDER BY journal.id) AS number
  FROM journal LEFT JOIN person ON person.id = json_extract(journal.facts, '$.by')
 WHERE journal.event = 'digest.said' AND journal.text <> '';

INSERT INTO matter (office_id, kind, number, code, state, about, raised_by, raised_at, closed_at)
SELECT office_id, 'remark', number, printf('CD-%03d', number), 'seen', 'digest:' || subject,
       by_id, at, at
  FROM remarked;

INSERT INTO journal (office_id, at, who, event, kind, subject, became)
SELECT remarked.office_id, at, who, 'raised', 'matter', matter.id, 'seen'
  FROM remarked JOIN matter ON matter.office_id = remarked.office_id
   AND matter.kind = 'remark' AND matter.number = remarked.number;
INSERT INTO matter_words (matter_id, row_id, text)
SELECT matter.id, journal.id, remarked.text
  FROM remarked JOIN matter ON matter.office_id = remarked.office_id
   AND matter.kind = 'remark' AND matter.number = remarked.number
  JOIN journal ON journal.office_id = matter.office_id AND journal.kind = 'matter'
   AND journal.subject = matter.id;

DROP TABLE remarked;
