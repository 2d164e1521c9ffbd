-- feature: engage/live/draws
-- Draws by the protocol of docs/draws.md. What was published stands in rules, records and signatures and is never changed, only added to.
CREATE TABLE live_draws (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  room_id id NOT NULL,
  -- The show it was opened in; null for a draft.
  session_id id,
  state text NOT NULL CHECK (state IN ('draft', 'open', 'closed', 'final', 'void', 'cancelled')),
  title text NOT NULL,
  -- The form; it counts only until the opening.
  draft jsonb NOT NULL,
  rules jsonb,
  records jsonb,
  signatures jsonb,
  -- The seed until it is revealed, and the key by which persons have their names in this draw; sealed.
  secret_sealed text,
  -- The frozen list with masked names, in the file store; kept for two years at least.
  entries_file_id id,
  closes_at timestamptz,
  reveal_by timestamptz,
  created_at timestamptz NOT NULL,
  created_by_name text NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX live_draws_newest ON live_draws (workspace_id, id DESC);
CREATE INDEX live_draws_of_show ON live_draws (workspace_id, session_id, id);
CREATE INDEX live_draws_of_room ON live_draws (workspace_id, room_id, id DESC);
SELECT huiyin.machine_table('live_draws');

-- Who is left out while a draw is open, with the reason; fixed with the list at its close.
CREATE TABLE live_draw_exclusions (
  workspace_id id NOT NULL,
  draw_id id NOT NULL REFERENCES live_draws (id) ON DELETE CASCADE,
  pid text COLLATE "C" NOT NULL,
  reason text NOT NULL CHECK (reason IN ('staff', 'related', 'same_person', 'automated', 'not_eligible', 'own_wish')),
  at timestamptz NOT NULL,
  by_name text NOT NULL,
  PRIMARY KEY (workspace_id, draw_id, pid)
);
SELECT huiyin.guard_table('live_draw_exclusions');

-- The key a workspace signs its draws with; its seed is sealed.
CREATE TABLE live_draw_keys (
  workspace_id id PRIMARY KEY,
  public_key text NOT NULL,
  sealed_seed text NOT NULL,
  created_at timestamptz NOT NULL
);
SELECT huiyin.guard_table('live_draw_keys');

CREATE VIEW live_draws_facts WITH (security_invoker = true) AS
  SELECT workspace_id, id, room_id, session_id, state, title, closes_at, created_at FROM live_draws;
GRANT SELECT ON live_draws_facts TO huiyin_app;
