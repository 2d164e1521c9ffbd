-- feature: platform/jobs
CREATE TABLE jobs (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  kind text NOT NULL,
  -- One waiting job for each (kind, key): asking twice is the same as asking once.
  key text,
  payload jsonb NOT NULL,
  run_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  max_attempts integer NOT NULL DEFAULT 8,
  locked_until timestamptz,
  locked_by text,
  last_error text,
  created_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX jobs_one_by_key ON jobs (workspace_id, kind, key) WHERE key IS NOT NULL;
CREATE INDEX jobs_due ON jobs (run_at, id);
SELECT huiyin.guard_table('jobs');
SELECT huiyin.machine_table('jobs');

CREATE TABLE idempotency_keys (
  workspace_id id NOT NULL,
  caller text NOT NULL,
  key text NOT NULL,
  request_hash text NOT NULL,
  status integer,
  answer jsonb,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, caller, key)
);
CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);
SELECT huiyin.guard_table('idempotency_keys');
SELECT huiyin.machine_table('idempotency_keys');
