-- feature: loop/collect/channels
CREATE TABLE webhook_sources (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  name text NOT NULL,
  channel text NOT NULL,
  secret_sealed text NOT NULL,
  -- Where in a foreign payload our fields lie: {"text": "comment.body"}; empty for our own format.
  mapping jsonb NOT NULL,
  enabled boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL,
  last_delivery_at timestamptz,
  UNIQUE (workspace_id, name)
);
CREATE INDEX webhook_sources_newest ON webhook_sources (workspace_id, id DESC);
SELECT huiyin.guard_table('webhook_sources');
SELECT huiyin.machine_table('webhook_sources');

-- One row for each message taken: a message sent again gets the first answer and changes nothing.
CREATE TABLE webhook_deliveries (
  workspace_id id NOT NULL,
  source_id id NOT NULL REFERENCES webhook_sources (id) ON DELETE CASCADE,
  message_id text NOT NULL,
  id id NOT NULL,
  received_at timestamptz NOT NULL,
  recorded integer NOT NULL,
  duplicates integer NOT NULL,
  quarantined integer NOT NULL,
  rejected integer NOT NULL,
  answer jsonb NOT NULL,
  PRIMARY KEY (workspace_id, source_id, message_id)
);
CREATE INDEX webhook_deliveries_newest ON webhook_deliveries (workspace_id, source_id, id DESC);
SELECT huiyin.guard_table('webhook_deliveries');
