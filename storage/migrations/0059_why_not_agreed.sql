-- Why a member of the team does not agree with the draft.

ALTER TABLE visit_member ADD COLUMN objects TEXT NOT NULL DEFAULT '';
