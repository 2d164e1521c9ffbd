-- feature: loop/answer/templates
CREATE TABLE templates (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  -- Which of the starter set it came from; null for one written here.
  starter text,
  name text NOT NULL,
  shortcut text,
  purpose text NOT NULL CHECK (purpose IN ('reply', 'resolved')),
  body_zh text NOT NULL,
  body_en text NOT NULL,
  used integer NOT NULL DEFAULT 0,
  last_used_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  updated_by text NOT NULL
);
CREATE UNIQUE INDEX templates_one_name ON templates (workspace_id, lower(name));
CREATE UNIQUE INDEX templates_one_shortcut ON templates (workspace_id, lower(shortcut)) WHERE shortcut IS NOT NULL;
CREATE UNIQUE INDEX templates_one_resolved ON templates (workspace_id) WHERE purpose = 'resolved';
CREATE INDEX templates_by_name ON templates (workspace_id, name COLLATE "C", id);
SELECT huiyin.guard_table('templates');

-- A workspace is given the starter set once; what it removes stays removed.
CREATE TABLE template_starts (
  workspace_id id PRIMARY KEY,
  started_at timestamptz NOT NULL
);
SELECT huiyin.guard_table('template_starts');
