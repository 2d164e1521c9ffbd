-- feature: loop/act/clocks
-- Working hours, promises and what became of them. A clock's row is a reading; the history is what it was read from.

-- Marks a workspace whose first calendars and policy were made, and is locked while calendars or policies change.
CREATE TABLE clock_settings (
  workspace_id id PRIMARY KEY,
  seeded_at timestamptz NOT NULL
);
SELECT huiyin.guard_table('clock_settings');

CREATE TABLE calendars (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  name text NOT NULL,
  is_default boolean NOT NULL DEFAULT false,
  version_id id NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (workspace_id, name)
);
CREATE UNIQUE INDEX calendars_one_default ON calendars (workspace_id) WHERE is_default;
SELECT huiyin.guard_table('calendars');

-- Hours as they once stood, kept so that a reading of the past can be shown again. Never changed.
CREATE TABLE calendar_versions (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  calendar_id id NOT NULL,
  hours jsonb NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX calendar_versions_of ON calendar_versions (workspace_id, calendar_id, id);
SELECT huiyin.guard_table('calendar_versions');

CREATE TABLE clock_policies (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  position integer NOT NULL,
  name text NOT NULL,
  enabled boolean NOT NULL,
  calendar_id id,
  conditions jsonb NOT NULL,
  targets jsonb NOT NULL,
  targets_by_priority jsonb,
  stages jsonb NOT NULL,
  warn_ms bigint NOT NULL,
  escalation jsonb NOT NULL,
  updated_at timestamptz NOT NULL,
  -- A removed policy stays for the clocks that still run by it.
  removed_at timestamptz
);
CREATE UNIQUE INDEX clock_policies_by_name ON clock_policies (workspace_id, name) WHERE removed_at IS NULL;
CREATE INDEX clock_policies_in_order ON clock_policies (workspace_id, position, id) WHERE removed_at IS NULL;
SELECT huiyin.guard_table('clock_policies');

-- What a case is promised just now. The row is locked by whoever reads its clocks anew: an event, a changed policy or the sweep.
CREATE TABLE clocked_cases (
  case_id id PRIMARY KEY,
  workspace_id id NOT NULL,
  facts jsonb NOT NULL,
  policy_id id,
  calendar_id id,
  version_id id NOT NULL,
  specs jsonb NOT NULL,
  -- The promise and the hours on the first day; everything since is in the history.
  first_specs jsonb NOT NULL,
  first_version_id id NOT NULL,
  last_seq integer NOT NULL,
  last_at timestamptz NOT NULL,
  -- Neither finished nor merged.
  live boolean NOT NULL,
  next_look_at timestamptz
);
CREATE INDEX clocked_cases_to_look_at ON clocked_cases (next_look_at, workspace_id) WHERE next_look_at IS NOT NULL;
CREATE INDEX clocked_cases_live ON clocked_cases (workspace_id, case_id) WHERE live;
SELECT huiyin.machine_table('clocked_cases');

-- Append only.
CREATE TABLE clock_histories (
  workspace_id id NOT NULL,
  case_id id NOT NULL,
  seq integer NOT NULL,
  at timestamptz NOT NULL,
  event jsonb NOT NULL,
  PRIMARY KEY (workspace_id, case_id, seq)
);
SELECT huiyin.guard_table('clock_histories');
REVOKE UPDATE, DELETE ON clock_histories, calendar_versions FROM huiyin_app;

CREATE TABLE clocks (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  case_id id NOT NULL,
  key text COLLATE "C" NOT NULL,
  kind text NOT NULL CHECK (kind IN ('frt', 'nrt', 'rt', 'stage')),
  stage text,
  policy_id id,
  state text NOT NULL CHECK (state IN ('active', 'active_with_misses', 'paused', 'hit', 'missed', 'cancelled')),
  round integer NOT NULL,
  started_at timestamptz NOT NULL,
  due_at timestamptz,
  warn_at timestamptz,
  breached_at timestamptz,
  ended_at timestamptz,
  -- Working time as it stood at read_at.
  elapsed_ms bigint NOT NULL,
  remaining_ms bigint NOT NULL,
  target_ms bigint NOT NULL,
  misses integer NOT NULL,
  read_at timestamptz NOT NULL,
  -- What was already told of the current round, so that nothing is told twice.
  told text[] NOT NULL DEFAULT '{}',
  UNIQUE (workspace_id, case_id, key)
);
CREATE INDEX clocks_due ON clocks (workspace_id, due_at) WHERE state IN ('active', 'active_with_misses');
SELECT huiyin.guard_table('clocks');

-- A changed policy or calendar being brought to the cases that are under way.
CREATE TABLE clock_updates (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  cause text NOT NULL CHECK (cause IN ('policies', 'calendar')),
  subject_id id,
  state text NOT NULL CHECK (state IN ('running', 'done', 'superseded')),
  total integer NOT NULL,
  looked_at integer NOT NULL DEFAULT 0,
  changed integer NOT NULL DEFAULT 0,
  after_case_id id,
  started_at timestamptz NOT NULL,
  finished_at timestamptz
);
CREATE INDEX clock_updates_newest ON clock_updates (workspace_id, id DESC);
SELECT huiyin.guard_table('clock_updates');

CREATE VIEW clocks_facts WITH (security_invoker = true) AS
  SELECT workspace_id, id, case_id, key, kind, stage, policy_id, state, round, started_at, due_at, warn_at, breached_at, ended_at,
    elapsed_ms, remaining_ms, target_ms, misses, read_at
  FROM clocks;
GRANT SELECT ON clocks_facts TO huiyin_app;
