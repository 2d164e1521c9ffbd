-- feature: engage/live/interactions
-- Why an interaction was called off and by whom; what ends void says so in its result.
ALTER TABLE live_interactions ADD COLUMN end_reason text;
ALTER TABLE live_interactions ADD COLUMN ended_by_name text;
CREATE INDEX live_interactions_newest ON live_interactions (workspace_id, id DESC) WHERE state IN ('final', 'void', 'cancelled');
