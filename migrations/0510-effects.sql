-- feature: loop/verify/effects
-- How the effect of one corrective action is measured: what is counted, against what, over which days.
CREATE TABLE effect_plans (
  action_id id PRIMARY KEY,
  workspace_id id NOT NULL,
  problem_id id NOT NULL,
  effective_on date NOT NULL,
  review_on date NOT NULL,
  -- The choices of core/effect.contract.ts: measure, exposure, control, washout, days before, slope, direction, size.
  plan jsonb NOT NULL,
  -- False once the verdict at the review date is in, or the action was withdrawn.
  watching boolean NOT NULL,
  -- What the measurement waits for: set while a job is to compute it.
  asked_at timestamptz,
  changed_at timestamptz NOT NULL,
  changed_by id NOT NULL
);
CREATE INDEX effect_plans_of_problem ON effect_plans (workspace_id, problem_id);
SELECT huiyin.guard_table('effect_plans');

-- Every figure ever shown, with the series and the choices it was reckoned from; never changed, only followed by a next one.
CREATE TABLE effect_results (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  action_id id NOT NULL,
  problem_id id NOT NULL,
  version integer NOT NULL,
  -- 'interim' before the review date, 'review' at it, 'later' afterwards.
  look text NOT NULL CHECK (look IN ('interim', 'review', 'later')),
  verdict text NOT NULL CHECK (verdict IN ('improved', 'not_improved', 'cannot_tell')),
  ratio double precision,
  low double precision,
  high double precision,
  -- The last day that was counted.
  through_on date NOT NULL,
  computed_at timestamptz NOT NULL,
  plan jsonb NOT NULL,
  series jsonb NOT NULL,
  outcome jsonb NOT NULL,
  UNIQUE (workspace_id, action_id, version)
);
CREATE INDEX effect_results_of_problem ON effect_results (workspace_id, problem_id, id DESC);
SELECT huiyin.guard_table('effect_results');

CREATE VIEW effects_facts WITH (security_invoker = true) AS
  SELECT DISTINCT ON (workspace_id, action_id) workspace_id, id, action_id, problem_id, version, look, verdict, ratio, low, high,
    through_on, computed_at
  FROM effect_results ORDER BY workspace_id, action_id, version DESC;
GRANT SELECT ON effects_facts TO huiyin_app;
