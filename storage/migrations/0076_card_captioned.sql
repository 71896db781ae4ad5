-- Whether a card stands under a photo: it is put right as what it is. Of older ones nobody knows.

ALTER TABLE card ADD COLUMN captioned INTEGER;
