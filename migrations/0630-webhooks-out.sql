-- feature: loop/publish/webhooks
CREATE TABLE webhook_endpoints (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  url text NOT NULL,
  note text NOT NULL,
  -- Event types it hears; empty: all of the catalogue.
  types text[] NOT NULL,
  secret_sealed text NOT NULL,
  -- While a secret is being changed both sign, until this moment.
  former_secret_sealed text,
  former_until timestamptz,
  state text NOT NULL CHECK (state IN ('active', 'paused', 'failing')),
  -- When it began to fail without an answer in between; null while it works.
  failing_since timestamptz,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL
);
CREATE INDEX webhook_endpoints_newest ON webhook_endpoints (workspace_id, id DESC);
SELECT huiyin.guard_table('webhook_endpoints');

-- One row for each event and endpoint that hears it. Written in the same transaction as the reaction's position, so that no event is
-- forgotten or planned twice, whenever the process ends.
CREATE TABLE webhook_messages (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  endpoint_id id NOT NULL REFERENCES webhook_endpoints (id) ON DELETE CASCADE,
  event_id id NOT NULL,
  type text NOT NULL,
  -- The envelope as it is signed and sent, the same at every attempt.
  body text NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'delivered', 'gave_up')),
  attempts integer NOT NULL DEFAULT 0,
  next_at timestamptz,
  last_status integer,
  last_error text,
  last_at timestamptz,
  created_at timestamptz NOT NULL,
  UNIQUE (endpoint_id, event_id)
);
CREATE INDEX webhook_messages_due ON webhook_messages (workspace_id, endpoint_id, next_at, id) WHERE state = 'waiting';
CREATE INDEX webhook_messages_newest ON webhook_messages (workspace_id, endpoint_id, id DESC);
CREATE INDEX webhook_messages_given_up ON webhook_messages (workspace_id, endpoint_id, id DESC) WHERE state = 'gave_up';
CREATE INDEX webhook_messages_old ON webhook_messages (workspace_id, created_at) WHERE state = 'delivered';
SELECT huiyin.guard_table('webhook_messages');
