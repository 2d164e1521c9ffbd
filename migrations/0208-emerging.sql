-- feature: loop/understand/emerging
-- Complaints that rise beyond what chance explains. Words are never kept here: the sample names the voices.
CREATE TABLE emerging_problems (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  -- Empty: complaints that name no product.
  product_id id NOT NULL,
  aspect text NOT NULL,
  polarity smallint NOT NULL,
  state text NOT NULL CHECK (state IN ('rising', 'dismissed', 'over')),
  -- The days that stand out, both included.
  since date NOT NULL,
  last_day date NOT NULL,
  observed integer NOT NULL,
  expected real NOT NULL,
  p double precision NOT NULL,
  -- How many false alarms a year such a cell would start if alarms were called at this p.
  false_a_year double precision NOT NULL,
  phrases jsonb NOT NULL,
  -- The voice that says it best, and the others.
  voice_id id,
  sample_ids jsonb NOT NULL,
  found_at timestamptz NOT NULL,
  seen_on date NOT NULL,
  ended_at timestamptz,
  ended_by text,
  reason text
);
CREATE UNIQUE INDEX emerging_problems_one ON emerging_problems (workspace_id, product_id, aspect, polarity) WHERE state = 'rising';
CREATE INDEX emerging_problems_newest ON emerging_problems (workspace_id, id DESC);
SELECT huiyin.guard_table('emerging_problems');
CREATE VIEW emerging_problems_facts WITH (security_invoker = true) AS
  SELECT workspace_id, id, product_id, aspect, polarity, state, since, last_day, observed, expected, found_at FROM emerging_problems;
GRANT SELECT ON emerging_problems_facts TO huiyin_app;

CREATE TABLE emerging_sweeps (
  workspace_id id PRIMARY KEY,
  -- The newest complete day that was looked at.
  swept_on date NOT NULL
);
SELECT huiyin.guard_table('emerging_sweeps');
