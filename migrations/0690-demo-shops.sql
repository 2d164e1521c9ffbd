-- feature: main/demo
-- A shop that was made to look around in: which workspace it is, how far its making has come, and what it counted in the end.
CREATE TABLE demo_shops (
  workspace_id id PRIMARY KEY,
  seed integer NOT NULL,
  -- The last day of the demo's ninety, kept so that an interrupted making tells the same story again.
  until timestamptz NOT NULL,
  days integer NOT NULL,
  scale real NOT NULL,
  day integer NOT NULL DEFAULT 0,
  counts jsonb NOT NULL DEFAULT '{}',
  started_at timestamptz NOT NULL,
  finished_at timestamptz
);
SELECT huiyin.machine_table('demo_shops');
