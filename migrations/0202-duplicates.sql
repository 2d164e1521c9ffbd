-- feature: loop/understand/duplicates
CREATE TABLE duplicates (
  workspace_id id NOT NULL,
  feedback_id id NOT NULL,
  -- The earliest feedback of this voice; never itself a repeat. Null: a person said this one repeats nothing.
  duplicate_of_id id,
  kind text NOT NULL CHECK (kind IN ('exact', 'near', 'manual', 'apart')),
  similarity real NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, feedback_id),
  CHECK ((kind = 'apart') = (duplicate_of_id IS NULL))
);
CREATE INDEX duplicates_of ON duplicates (workspace_id, duplicate_of_id) WHERE duplicate_of_id IS NOT NULL;
SELECT huiyin.guard_table('duplicates');
CREATE VIEW duplicates_facts WITH (security_invoker = true) AS
  SELECT workspace_id, feedback_id, duplicate_of_id, kind, similarity, at FROM duplicates WHERE duplicate_of_id IS NOT NULL;
GRANT SELECT ON duplicates_facts TO huiyin_app;
