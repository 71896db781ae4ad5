-- What the leaders are asked is a matter like others; what earlier reports asked keeps its days.
CREATE TEMP TABLE asked AS
SELECT digest_ask.id AS ask_id, digest.office_id, digest_ask.text,
       coalesce('assignment:' || digest_ask.assignment_id, '') AS about,
       digest.sends_at AS sent, digest.state IN ('sent', 'skipped') AS is_over,
       row_number() OVER (PARTITION BY digest.office_id ORDER BY digest_ask.id) AS number
  FROM digest_ask JOIN digest ON digest.id = digest_ask.digest_id;

INSERT INTO matter (office_id, kind, number, code, state, about, raised_at, closed_at)
SELECT office_id, 'decision', number, printf('XK-%03d', number),
       iif(is_over, 'withdrawn', 'asked'), about,
       strftime('%Y-%m-%dT%H:%M:%S+00:00', sent, '-1 day'),
       iif(is_over, strftime('%Y-%m-%dT%H:%M:%S+00:00', sent, '+7 days'), NULL)
  FROM asked;

INSERT INTO journal (office_id, at, who, event, kind, subject, became)
SELECT office_id, raised_at, 'clock', 'raised', 'matter', id, 'asked'
  FROM matter WHERE kind = 'decision';
INSERT INTO matter_words (matter_id, row_id, text)
SELECT matter.id, journal.id, asked.text
  FROM asked JOIN matter ON matter.office_id = asked.office_id AND matter.kind = 'decision'
   AND matter.number = asked.number
  JOIN journal ON journal.kind = 'matter' AND journal.subject = matter.id;
INSERT INTO journal (office_id, at, who, event, kind, subject, was, became)
SELECT office_id, closed_at, 'clock', 'withdraw', 'matter', id, 'asked', 'withdrawn'
  FROM matter WHERE kind = 'decision' AND closed_at IS NOT NULL;

DROP TABLE asked;
DROP TABLE digest_ask;
