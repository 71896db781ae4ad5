-- The report tells the praise of its week without reading the whole journal.
CREATE INDEX journal_praised ON journal (office_id, at) WHERE event = 'praised';
