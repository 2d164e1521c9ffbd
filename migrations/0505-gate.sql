-- feature: loop/verify/gate
-- Between resolved and verified: the rules, one round for each resolution, what was seen of it, and repeat complaints.
CREATE TABLE verify_settings (
  workspace_id id PRIMARY KEY,
  window_days integer,
  theme_windows jsonb NOT NULL,
  by_person boolean NOT NULL,
  by_rating boolean NOT NULL,
  by_callback boolean NOT NULL,
  close_after_days integer,
  repeat_days integer NOT NULL,
  updated_at timestamptz NOT NULL
);
SELECT huiyin.guard_table('verify_settings');

CREATE TABLE verify_rounds (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  case_id id NOT NULL,
  -- 1, 2 … over the case and those merged into it.
  round integer NOT NULL,
  -- How often this very case had been resolved: what letters, ratings and calls name.
  resolution integer NOT NULL,
  -- Position of the event case.resolved: hearing it twice makes one round.
  resolved_seq bigint NOT NULL,
  resolved_at timestamptz NOT NULL,
  resolved_on date NOT NULL,
  -- Null when time alone does not verify.
  window_ends_at timestamptz,
  repeat_until timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'verified', 'disputed', 'unclear', 'withdrawn')),
  how text,
  decided_at timestamptz,
  -- The rules of the day it was resolved on.
  by_person boolean NOT NULL,
  by_rating boolean NOT NULL,
  by_callback boolean NOT NULL,
  close_after_days integer,
  theme text COLLATE "C",
  product_id id,
  team_id id,
  owner_id id,
  reporters integer NOT NULL,
  known integer NOT NULL,
  confirmations integer NOT NULL DEFAULT 0,
  repeated boolean NOT NULL DEFAULT false,
  -- The end of the window, or the day it is closed on.
  next_look_at timestamptz,
  UNIQUE (workspace_id, case_id, round),
  UNIQUE (workspace_id, case_id, resolved_seq)
);
CREATE INDEX verify_rounds_to_look_at ON verify_rounds (next_look_at, workspace_id) WHERE next_look_at IS NOT NULL;
CREATE INDEX verify_rounds_waiting ON verify_rounds (workspace_id, window_ends_at, id) WHERE state = 'waiting';
CREATE INDEX verify_rounds_newest ON verify_rounds (workspace_id, state, id DESC);
CREATE INDEX verify_rounds_in_order ON verify_rounds (workspace_id, id DESC);
SELECT huiyin.machine_table('verify_rounds');

-- The known people of a round: whose further complaint is a repeat.
CREATE TABLE verify_reporters (
  workspace_id id NOT NULL,
  person_id id NOT NULL,
  theme text COLLATE "C" NOT NULL,
  round_id id NOT NULL,
  resolved_at timestamptz NOT NULL,
  repeat_until timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, person_id, theme, round_id)
);
SELECT huiyin.guard_table('verify_reporters');

-- What was seen or said of a round, in the order it came. The same news is written once.
CREATE TABLE verify_evidence (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  round_id id NOT NULL,
  kind text NOT NULL,
  -- The reporter whose word it is; null where it is nobody's.
  reporter id,
  member_id id,
  score smallint,
  note text,
  feedback_id id,
  at timestamptz NOT NULL,
  dedupe text NOT NULL,
  UNIQUE (workspace_id, round_id, dedupe)
);
CREATE INDEX verify_evidence_in_order ON verify_evidence (workspace_id, round_id, at, id);
SELECT huiyin.guard_table('verify_evidence');

CREATE TABLE verify_repeats (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  round_id id NOT NULL,
  person_id id,
  feedback_id id NOT NULL,
  said_at timestamptz NOT NULL,
  UNIQUE (workspace_id, round_id, feedback_id)
);
CREATE INDEX verify_repeats_newest ON verify_repeats (workspace_id, id DESC);
SELECT huiyin.guard_table('verify_repeats');

-- By the day of resolution. `repeated` counts resolutions with at least one repeat. Kind 'all' has an empty item.
CREATE TABLE verify_daily (
  workspace_id id NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('all', 'team', 'theme', 'product')),
  day date NOT NULL,
  item text COLLATE "C" NOT NULL,
  resolved bigint NOT NULL,
  verified bigint NOT NULL,
  disputed bigint NOT NULL,
  unclear bigint NOT NULL,
  withdrawn bigint NOT NULL,
  repeated bigint NOT NULL,
  PRIMARY KEY (workspace_id, kind, day, item)
) WITH (fillfactor = 80);
SELECT huiyin.guard_table('verify_daily');

CREATE VIEW verify_rounds_facts WITH (security_invoker = true) AS
  SELECT workspace_id, id, case_id, round, resolved_at, resolved_on, window_ends_at, state, how, decided_at, theme, product_id,
    team_id, owner_id, reporters, known, confirmations, repeated
  FROM verify_rounds;
CREATE VIEW verify_repeats_facts WITH (security_invoker = true) AS
  SELECT workspace_id, id, round_id, person_id, feedback_id, said_at FROM verify_repeats;
CREATE VIEW verify_daily_facts WITH (security_invoker = true) AS
  SELECT workspace_id, kind, day, item, resolved, verified, disputed, unclear, withdrawn, repeated FROM verify_daily;
GRANT SELECT ON verify_rounds_facts, verify_repeats_facts, verify_daily_facts TO huiyin_app;
