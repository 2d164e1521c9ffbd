-- feature: loop/act/cases
-- The bell also speaks of what is no case: the review of a fix. `about` holds {path, number, title}.
ALTER TABLE notifications ALTER COLUMN case_id DROP NOT NULL;
ALTER TABLE notifications ADD COLUMN about jsonb;
ALTER TABLE notifications ADD CONSTRAINT notifications_about_something CHECK (case_id IS NOT NULL OR about IS NOT NULL);
