-- The office's own section registers what comes in.
INSERT INTO duty (office_id, duty, unit_id, valid_from)
SELECT unit.office_id, 'documents', unit.id, unit.valid_from
  FROM unit WHERE unit.code IN ('VP', 'TH') AND unit.valid_to IS NULL;
