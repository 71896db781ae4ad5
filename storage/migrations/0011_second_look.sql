-- Looking again: who kept a no-show as it was, how often; and whose days are not to be shown.

ALTER TABLE registration ADD COLUMN reviews INTEGER NOT NULL DEFAULT 0;
ALTER TABLE registration ADD COLUMN reviewer TEXT;

-- Whose last word on being listed, or on being remembered, is a no: office by office.
CREATE VIEW unremembered AS
SELECT person.id AS person_id, consent.office_id
  FROM consent JOIN person ON person.subject = consent.subject
 WHERE NOT consent.given AND consent.purpose IN ('list', 'record') AND NOT EXISTS (
    SELECT 1 FROM consent later WHERE later.subject = consent.subject
       AND later.purpose = consent.purpose AND later.office_id = consent.office_id
       AND later.id > consent.id);
