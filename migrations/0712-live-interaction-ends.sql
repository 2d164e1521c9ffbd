-- feature: engage/live/interactions
-- An interaction whose journal is gone is void, which its public address says with the reason.
ALTER TABLE live_interactions DROP CONSTRAINT live_interactions_state_check;
ALTER TABLE live_interactions ADD CONSTRAINT live_interactions_state_check
  CHECK (state IN ('draft', 'open', 'closed', 'final', 'void', 'cancelled'));
-- Who asked each question of the result, as the journal names him, so that his words can be taken out of it; '' once they were.
ALTER TABLE live_interactions ADD COLUMN askers text[] NOT NULL DEFAULT '{}';
