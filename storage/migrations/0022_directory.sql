-- To whom the office's directory shows telephones: `staff`, `heads` or `office`.
ALTER TABLE office ADD COLUMN phones TEXT NOT NULL DEFAULT 'staff';
