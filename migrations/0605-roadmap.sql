-- feature: loop/publish/roadmap
-- What is being done about problems and wishes, in the words for customers.
CREATE TABLE roadmap_items (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  kind text NOT NULL CHECK (kind IN ('problem', 'idea')),
  stage text NOT NULL CHECK (stage IN ('open', 'under_review', 'planned', 'in_progress', 'complete', 'verified', 'closed')),
  -- Place among the items of a stage, smallest first.
  position double precision NOT NULL,
  title_zh text NOT NULL,
  title_en text NOT NULL,
  text_zh text NOT NULL,
  text_en text NOT NULL,
  -- Null until a person publishes it.
  published_at timestamptz,
  published_by_name text,
  stage_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  updated_by_name text NOT NULL
);
CREATE INDEX roadmap_items_in_order ON roadmap_items (workspace_id, stage, position, id);
CREATE INDEX roadmap_items_public ON roadmap_items (workspace_id, stage, position, id) WHERE published_at IS NOT NULL;
SELECT huiyin.guard_table('roadmap_items');

-- What an item stands for inside the house; where its voices and its thanks come from.
CREATE TABLE roadmap_links (
  workspace_id id NOT NULL,
  item_id id NOT NULL REFERENCES roadmap_items (id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('problem', 'case', 'theme', 'feedback')),
  target_id id NOT NULL,
  PRIMARY KEY (workspace_id, item_id, kind, target_id)
);
CREATE INDEX roadmap_links_to ON roadmap_links (workspace_id, kind, target_id);
SELECT huiyin.guard_table('roadmap_links');

CREATE TABLE changelog_entries (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  item_id id NOT NULL REFERENCES roadmap_items (id) ON DELETE CASCADE,
  stage text NOT NULL CHECK (stage IN ('complete', 'verified')),
  text_zh text NOT NULL,
  text_en text NOT NULL,
  at timestamptz NOT NULL,
  by_name text NOT NULL
);
CREATE INDEX changelog_entries_newest ON changelog_entries (workspace_id, at DESC, id DESC);
CREATE INDEX changelog_entries_of_item ON changelog_entries (workspace_id, item_id, at DESC);
SELECT huiyin.guard_table('changelog_entries');

CREATE VIEW roadmap_facts WITH (security_invoker = true) AS
  SELECT workspace_id, id, kind, stage, title_zh, title_en, published_at, stage_at, created_at FROM roadmap_items;
GRANT SELECT ON roadmap_facts TO huiyin_app;
CREATE VIEW roadmap_links_facts WITH (security_invoker = true) AS
  SELECT workspace_id, item_id, kind, target_id FROM roadmap_links;
GRANT SELECT ON roadmap_links_facts TO huiyin_app;
