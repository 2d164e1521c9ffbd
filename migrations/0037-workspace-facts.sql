-- feature: ground/members
-- The name, language and time zone a shop shows to its customers.
CREATE VIEW workspaces_facts WITH (security_invoker = true) AS
  SELECT id AS workspace_id, id, name, locale, time_zone FROM workspaces;
