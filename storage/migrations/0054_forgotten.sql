-- Who was forgotten is found by no name.
DROP INDEX journal_who;
CREATE INDEX journal_who ON journal (who) WHERE who NOT IN ('self', 'clock', 'forgotten');
