-- The day: how its figures are known, its photos, messages that fade, and what hours are worth.

-- «Đủ cả»: a roll call that was one tap, not a name each.
ALTER TABLE turnout ADD COLUMN everyone INTEGER NOT NULL DEFAULT 0;
