-- feature: loop/answer/callbacks
CREATE TABLE callback_scripts (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  name text NOT NULL,
  body_zh text NOT NULL,
  body_en text NOT NULL,
  updated_at timestamptz NOT NULL,
  updated_by text NOT NULL
);
CREATE UNIQUE INDEX callback_scripts_one_name ON callback_scripts (workspace_id, lower(name));
SELECT huiyin.guard_table('callback_scripts');

-- A workspace without a row has the rules it was delivered with; the row also says that it was given its first scripts.
CREATE TABLE callback_settings (
  workspace_id id PRIMARY KEY,
  rules jsonb NOT NULL,
  started_at timestamptz NOT NULL
);
SELECT huiyin.guard_table('callback_settings');

CREATE TABLE callbacks (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  case_id id NOT NULL,
  person_id id,
  reason text NOT NULL CHECK (reason IN ('urgent', 'vip', 'low_rating', 'disputed', 'hand')),
  -- How often the case had been resolved when it was planned.
  resolution integer NOT NULL,
  script_id id,
  state text NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
  assignee_id id,
  due_at timestamptz NOT NULL,
  next_at timestamptz NOT NULL,
  max_attempts integer NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  outcome text,
  note text,
  plan_note text,
  feedback_id id,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  done_at timestamptz,
  done_by text,
  due_told_at timestamptz,
  CHECK ((state = 'done') = (outcome IS NOT NULL))
);
-- One open call to a person about a case.
CREATE UNIQUE INDEX callbacks_one_open ON callbacks (workspace_id, case_id, (coalesce(person_id, ''))) WHERE state = 'open';
CREATE INDEX callbacks_open ON callbacks (workspace_id, next_at, id) WHERE state = 'open';
CREATE INDEX callbacks_settled ON callbacks (workspace_id, state, done_at DESC, id DESC) WHERE state <> 'open';
CREATE INDEX callbacks_by_case ON callbacks (workspace_id, case_id, id DESC);
CREATE INDEX callbacks_by_person ON callbacks (workspace_id, person_id) WHERE person_id IS NOT NULL;
CREATE INDEX callbacks_to_tell ON callbacks (due_at, workspace_id) WHERE state = 'open' AND due_told_at IS NULL;
SELECT huiyin.machine_table('callbacks');

CREATE TABLE callback_attempts (
  workspace_id id NOT NULL,
  callback_id id NOT NULL REFERENCES callbacks (id) ON DELETE CASCADE,
  number integer NOT NULL,
  at timestamptz NOT NULL,
  by_name text NOT NULL,
  outcome text NOT NULL,
  note text,
  PRIMARY KEY (workspace_id, callback_id, number)
);
SELECT huiyin.guard_table('callback_attempts');

CREATE VIEW callbacks_facts WITH (security_invoker = true) AS
  SELECT workspace_id, id, case_id, person_id, reason, resolution, state, assignee_id, due_at, attempts, outcome, created_at, done_at
  FROM callbacks;
GRANT SELECT ON callbacks_facts TO huiyin_app;
