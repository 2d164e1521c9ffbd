-- feature: loop/publish/reports
-- A report counts by period: what was opened, resolved, ended and due in it must be found without reading everything else.
CREATE INDEX cases_by_opening ON cases (workspace_id, opened_at);
CREATE INDEX cases_by_resolution ON cases (workspace_id, resolved_at) WHERE resolved_at IS NOT NULL;
CREATE INDEX clocks_by_end ON clocks (workspace_id, ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX promises_by_due ON promises (workspace_id, due_at) WHERE due_at IS NOT NULL;
