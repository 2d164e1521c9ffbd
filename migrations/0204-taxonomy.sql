-- feature: loop/understand/themes
-- Only what a workspace changed or added; leaves shipped with the engine need no row.
CREATE TABLE themes (
  workspace_id id NOT NULL,
  key text COLLATE "C" NOT NULL,
  parent text COLLATE "C",
  zh text NOT NULL,
  en text NOT NULL,
  enabled boolean NOT NULL DEFAULT true,
  keywords text[] NOT NULL DEFAULT '{}',
  merged_into text COLLATE "C",
  own boolean NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (workspace_id, key)
);
SELECT huiyin.guard_table('themes');

CREATE TABLE theme_changes (
  workspace_id id NOT NULL,
  version integer NOT NULL,
  key text NOT NULL,
  change text NOT NULL CHECK (change IN ('added', 'renamed', 'keywords', 'enabled', 'disabled', 'merged', 'unmerged')),
  before jsonb,
  after jsonb NOT NULL,
  by_id id NOT NULL,
  by_name text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, version)
);
SELECT huiyin.guard_table('theme_changes');

CREATE VIEW themes_facts WITH (security_invoker = true) AS
  SELECT workspace_id, key, parent, zh, en, enabled, keywords, merged_into, own, version FROM themes;
GRANT SELECT ON themes_facts TO huiyin_app;
