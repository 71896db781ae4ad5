-- A paper is looked for by its day too.
CREATE INDEX paper_day ON paper (office_id, day) WHERE day IS NOT NULL;
