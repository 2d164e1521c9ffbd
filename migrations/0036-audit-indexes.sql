-- feature: platform/events
-- The audit log is read by who did it and by what kind of thing was done.
CREATE INDEX events_by_actor ON events (workspace_id, actor_id, seq DESC) WHERE actor_kind <> 'system';
CREATE INDEX events_by_type ON events (workspace_id, type, seq DESC);
