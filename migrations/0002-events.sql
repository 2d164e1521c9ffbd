-- feature: platform/events
-- The outbox, the audit log and the timeline are one table: a change and its event are saved in one transaction.
CREATE TABLE events (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- Writers commit out of order; readers stop at the oldest running transaction so that no event is skipped.
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  id id NOT NULL,
  workspace_id id NOT NULL,
  type text NOT NULL,
  subject id,
  actor_kind text NOT NULL,
  actor_id text NOT NULL,
  actor_name text NOT NULL,
  data jsonb NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX events_in_order ON events (xid, seq);
CREATE INDEX events_by_subject ON events (workspace_id, subject, seq DESC) WHERE subject IS NOT NULL;
CREATE INDEX events_by_workspace ON events (workspace_id, seq DESC);
SELECT huiyin.guard_table('events');
SELECT huiyin.machine_table('events');

-- How far each reaction has read. Not a tenant's row: it holds positions only.
CREATE TABLE reaction_cursors (
  reaction text PRIMARY KEY,
  xid xid8 NOT NULL,
  seq bigint NOT NULL,
  moved_at timestamptz NOT NULL DEFAULT now()
);
SELECT huiyin.shared_table('reaction_cursors');

-- What could not be handled after all tries; a person looks at it and replays it.
CREATE TABLE dead_letters (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  source text NOT NULL CHECK (source IN ('reaction', 'job', 'mail', 'webhook')),
  name text NOT NULL,
  payload jsonb NOT NULL,
  error text NOT NULL,
  attempts integer NOT NULL,
  created_at timestamptz NOT NULL,
  settled_at timestamptz,
  settled_by text,
  outcome text CHECK (outcome IN ('replayed', 'discarded'))
);
CREATE INDEX dead_letters_open ON dead_letters (workspace_id, id DESC) WHERE settled_at IS NULL;
CREATE INDEX dead_letters_all ON dead_letters (workspace_id, id DESC);
SELECT huiyin.guard_table('dead_letters');
SELECT huiyin.machine_table('dead_letters');

-- A restored log carries the transaction numbers of another server; order by position alone from there on.
CREATE FUNCTION huiyin.after_restore() RETURNS void LANGUAGE sql AS $$
  UPDATE events SET xid = '0'::xid8;
  UPDATE reaction_cursors SET xid = '0'::xid8;
$$;
