-- An invited citizen may type instead of tapping: whose chat it is, as a hash, as long as the guest.
ALTER TABLE visit_guest ADD COLUMN chat TEXT;
CREATE INDEX visit_guest_chat ON visit_guest (chat) WHERE chat IS NOT NULL;
