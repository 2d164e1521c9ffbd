-- feature: platform/events
-- The outbox, the audit log and the timeline are one table: a change and its event are saved in one transaction.
CREATE TABLE events (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
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
CREATE INDEX events_by_subject ON events (workspace_id, subject, seq DESC) WHERE subject IS NOT NULL;
CREATE INDEX events_by_workspace ON events (workspace_id, seq DESC);
SELECT huiyin.guard_table('events');
SELECT huiyin.machine_table('events');

-- How far each reaction has read. Not a tenant's row: it holds positions only.
CREATE TABLE reaction_cursors (
  reaction text PRIMARY KEY,
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

-- Writers commit out of order. Each holds, until it commits, a shared lock that says from which position on it may still
-- write; readers go no further than the lowest of these, so no event is skipped. The key: 16 bits of ours, 48 of position.
CREATE FUNCTION huiyin.hold_events() RETURNS void LANGUAGE sql AS $$
  SELECT pg_advisory_xact_lock_shared(
    (18771::bigint << 48) | (SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM public.events_seq_seq));
$$;
-- Up to which position everything that will ever be there is there. The sequence is read first, the locks after it: a writer
-- seen by neither takes its position later. Volatile, so that each part looks at this very moment.
CREATE FUNCTION huiyin.settled_events() RETURNS bigint LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  newest bigint;
  held bigint;
BEGIN
  SELECT CASE WHEN is_called THEN last_value ELSE 0 END INTO newest FROM public.events_seq_seq;
  SELECT min(((classid::bigint & 65535) << 32) | objid::bigint) INTO held
  FROM pg_locks
  WHERE locktype = 'advisory' AND objsubid = 1 AND classid::bigint >> 16 = 18771
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database());
  RETURN least(newest, coalesce(held, newest));
END
$$;
GRANT SELECT, USAGE ON SEQUENCE events_seq_seq TO huiyin_app, huiyin_machine;
GRANT EXECUTE ON FUNCTION huiyin.hold_events(), huiyin.settled_events() TO huiyin_app, huiyin_machine;
