-- feature: loop/act/problems
-- A problem is the one cause behind many cases: who looks for it, what it turned out to be, what is done against it.
CREATE TABLE problem_counters (
  workspace_id id PRIMARY KEY,
  last integer NOT NULL
);
SELECT huiyin.guard_table('problem_counters');

CREATE TABLE problems (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  number integer NOT NULL,
  title text NOT NULL,
  statement text,
  state text COLLATE "C" NOT NULL CHECK (state IN ('open', 'analysing', 'acting', 'watching', 'solved', 'closed')),
  severity text COLLATE "C" NOT NULL CHECK (severity IN ('low', 'medium', 'high', 'critical')),
  owner_id id,
  themes text[] NOT NULL DEFAULT '{}',
  product_ids text[] NOT NULL DEFAULT '{}',
  -- Kept current by every change: lists count nothing.
  cases integer NOT NULL DEFAULT 0,
  opened_by id NOT NULL,
  opened_at timestamptz NOT NULL,
  state_at timestamptz NOT NULL,
  solved_at timestamptz,
  -- 'measured': every fix was judged improved; 'by_hand': a member said so, with a reason.
  solved_how text CHECK (solved_how IN ('measured', 'by_hand')),
  solved_reason text,
  closed_at timestamptz,
  reopened_count integer NOT NULL DEFAULT 0,
  updated_at timestamptz NOT NULL,
  UNIQUE (workspace_id, number)
);
CREATE INDEX problems_newest ON problems (workspace_id, id DESC);
CREATE INDEX problems_by_state ON problems (workspace_id, state, id DESC);
CREATE INDEX problems_of_owner ON problems (workspace_id, owner_id, id DESC) WHERE owner_id IS NOT NULL;
SELECT huiyin.guard_table('problems');

CREATE TABLE problem_members (
  workspace_id id NOT NULL,
  problem_id id NOT NULL REFERENCES problems (id) ON DELETE CASCADE,
  member_id id NOT NULL,
  PRIMARY KEY (workspace_id, problem_id, member_id)
);
CREATE INDEX problem_members_of ON problem_members (workspace_id, member_id);
SELECT huiyin.guard_table('problem_members');

-- A case has one cause: it belongs to one problem at most.
CREATE TABLE problem_cases (
  workspace_id id NOT NULL,
  case_id id NOT NULL,
  problem_id id NOT NULL REFERENCES problems (id) ON DELETE CASCADE,
  added_at timestamptz NOT NULL,
  added_by id NOT NULL,
  PRIMARY KEY (workspace_id, case_id)
);
CREATE INDEX problem_cases_in_order ON problem_cases (workspace_id, problem_id, case_id DESC);
SELECT huiyin.guard_table('problem_cases');

-- Feedback that is in no case and yet speaks of the problem.
CREATE TABLE problem_voices (
  workspace_id id NOT NULL,
  problem_id id NOT NULL REFERENCES problems (id) ON DELETE CASCADE,
  feedback_id id NOT NULL,
  added_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, problem_id, feedback_id)
);
SELECT huiyin.guard_table('problem_voices');

-- The tree of causes: a cause without a parent hangs on a bone (its category), the others answer "why" to their parent.
CREATE TABLE problem_causes (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  problem_id id NOT NULL REFERENCES problems (id) ON DELETE CASCADE,
  parent_id id REFERENCES problem_causes (id) ON DELETE CASCADE,
  category text COLLATE "C" NOT NULL,
  text text NOT NULL,
  standing text NOT NULL CHECK (standing IN ('suspected', 'confirmed', 'refuted')),
  note text,
  feedback_ids text[] NOT NULL DEFAULT '{}',
  case_ids text[] NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX problem_causes_in_order ON problem_causes (workspace_id, problem_id, id);
CREATE INDEX problem_causes_of_parent ON problem_causes (parent_id) WHERE parent_id IS NOT NULL;
SELECT huiyin.guard_table('problem_causes');

-- The bones of the fishbone, when a workspace has its own; without rows the six usual ones.
CREATE TABLE cause_categories (
  workspace_id id NOT NULL,
  key text COLLATE "C" NOT NULL,
  name text,
  position integer NOT NULL,
  PRIMARY KEY (workspace_id, key)
);
SELECT huiyin.guard_table('cause_categories');

CREATE TABLE corrective_actions (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  problem_id id NOT NULL REFERENCES problems (id) ON DELETE CASCADE,
  title text NOT NULL,
  -- What changes, in words.
  change text,
  owner_id id,
  due_on date,
  state text COLLATE "C" NOT NULL CHECK (state IN ('planned', 'done', 'effective', 'withdrawn')),
  -- {measure: {themes, products, channels, sentiments, classes}, direction, size}
  expected jsonb NOT NULL,
  -- When it went live; counting starts here.
  effective_at timestamptz,
  review_on date NOT NULL,
  review_told_at timestamptz,
  -- 'measured' or 'by_hand'.
  effective_how text CHECK (effective_how IN ('measured', 'by_hand')),
  reason text,
  -- The latest verdict of the measurement, as it was told.
  verdict text CHECK (verdict IN ('improved', 'not_improved', 'cannot_tell')),
  ratio double precision,
  ratio_low double precision,
  ratio_high double precision,
  judged_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX corrective_actions_of_problem ON corrective_actions (workspace_id, problem_id, id);
CREATE INDEX corrective_actions_by_review ON corrective_actions (workspace_id, state, review_on, id);
CREATE INDEX corrective_actions_of_owner ON corrective_actions (workspace_id, owner_id, state, id) WHERE owner_id IS NOT NULL;
SELECT huiyin.guard_table('corrective_actions');

CREATE VIEW problems_facts WITH (security_invoker = true) AS
  SELECT workspace_id, id, number, title, statement, state, severity, owner_id, themes, product_ids, cases, opened_at, state_at,
    solved_at, solved_how, solved_reason, closed_at, reopened_count, updated_at
  FROM problems;
GRANT SELECT ON problems_facts TO huiyin_app;
CREATE VIEW problem_cases_facts WITH (security_invoker = true) AS
  SELECT workspace_id, problem_id, case_id, added_at FROM problem_cases;
GRANT SELECT ON problem_cases_facts TO huiyin_app;
CREATE VIEW actions_facts WITH (security_invoker = true) AS
  SELECT workspace_id, id, problem_id, title, change, owner_id, due_on, state, expected, effective_at, review_on, effective_how, reason,
    verdict, ratio, ratio_low, ratio_high, judged_at, created_at, updated_at
  FROM corrective_actions;
GRANT SELECT ON actions_facts TO huiyin_app;
