-- feature: loop/collect/intake
CREATE TABLE feedback (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  channel text NOT NULL,
  external_id text COLLATE "C" NOT NULL,
  -- Masked words only; what was masked lies sealed in feedback_originals.
  text text NOT NULL,
  title text,
  rating real CHECK (rating BETWEEN 1 AND 5),
  occurred_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('accepted', 'quarantined', 'irrelevant')),
  state_step text,
  state_reason text,
  order_hint text,
  order_hash text,
  product_id id,
  person_id id,
  follows_id id,
  locale text,
  masked boolean NOT NULL,
  meta jsonb NOT NULL,
  UNIQUE (workspace_id, channel, external_id)
);
CREATE INDEX feedback_by_person ON feedback (workspace_id, person_id, id DESC) WHERE person_id IS NOT NULL;
CREATE INDEX feedback_quarantined ON feedback (workspace_id, id DESC) WHERE state = 'quarantined';
CREATE INDEX feedback_by_order ON feedback (workspace_id, order_hash) WHERE order_hash IS NOT NULL;
ALTER TABLE feedback SET (autovacuum_vacuum_insert_scale_factor = 0.1, autovacuum_analyze_scale_factor = 0.05);
SELECT huiyin.guard_table('feedback');

CREATE TABLE feedback_originals (
  feedback_id id PRIMARY KEY REFERENCES feedback (id) ON DELETE CASCADE,
  workspace_id id NOT NULL,
  sealed text NOT NULL
);
SELECT huiyin.guard_table('feedback_originals');

CREATE VIEW feedback_facts WITH (security_invoker = true) AS
  SELECT workspace_id, id, channel, external_id, text, title, rating, occurred_at, received_at, state, state_reason,
    order_hint AS order_no_hint, order_hash, product_id, person_id, follows_id, locale, masked, meta
  FROM feedback;
GRANT SELECT ON feedback_facts TO huiyin_app;
