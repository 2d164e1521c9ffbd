-- feature: loop/verify/ratings
-- Who was asked how it went, what he answered, and the sums a day. Only the hash of a question's secret address is kept.
CREATE TABLE rating_settings (
  workspace_id id PRIMARY KEY,
  enabled boolean NOT NULL,
  cooldown_days integer NOT NULL,
  expiry_days integer NOT NULL,
  updated_at timestamptz NOT NULL
);
SELECT huiyin.guard_table('rating_settings');

CREATE TABLE ratings (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  case_id id NOT NULL,
  resolution integer NOT NULL,
  -- The person, or the voice where nobody knows who spoke.
  reporter id NOT NULL,
  person_id id,
  feedback_id id,
  token_hash text NOT NULL UNIQUE,
  way text NOT NULL CHECK (way IN ('email', 'task', 'page')),
  channel text COLLATE "C" NOT NULL,
  -- The facts of the case at the moment of asking: what the score is counted by.
  theme text COLLATE "C",
  product_id id,
  team_id id,
  owner_id id,
  state text NOT NULL CHECK (state IN ('asked', 'answered', 'unanswered')),
  score smallint CHECK (score BETWEEN 1 AND 5),
  -- Masked; the words themselves lie in the conversation.
  comment text,
  asked_at timestamptz NOT NULL,
  asked_on date NOT NULL,
  expires_at timestamptz NOT NULL,
  answered_at timestamptz,
  changed_at timestamptz,
  alarmed_at timestamptz,
  UNIQUE (workspace_id, case_id, resolution, reporter),
  CHECK ((state = 'answered') = (score IS NOT NULL))
);
CREATE INDEX ratings_of_person ON ratings (workspace_id, person_id, asked_at DESC) WHERE person_id IS NOT NULL;
CREATE INDEX ratings_newest ON ratings (workspace_id, id DESC);
CREATE INDEX ratings_by_score ON ratings (workspace_id, score, id DESC) WHERE score IS NOT NULL;
CREATE INDEX ratings_open ON ratings (expires_at, workspace_id) WHERE state = 'asked';
SELECT huiyin.machine_table('ratings');

-- Every score ever given; the last one of a rating counts.
CREATE TABLE rating_scores (
  workspace_id id NOT NULL,
  rating_id id NOT NULL,
  seq integer NOT NULL,
  score smallint NOT NULL CHECK (score BETWEEN 1 AND 5),
  comment text,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, rating_id, seq)
);
SELECT huiyin.guard_table('rating_scores');

-- By the day on which people were asked. Kind 'all' has an empty item.
CREATE TABLE rating_daily (
  workspace_id id NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('all', 'team', 'member', 'channel', 'theme', 'product')),
  day date NOT NULL,
  item text COLLATE "C" NOT NULL,
  asked bigint NOT NULL,
  unanswered bigint NOT NULL,
  score1 bigint NOT NULL,
  score2 bigint NOT NULL,
  score3 bigint NOT NULL,
  score4 bigint NOT NULL,
  score5 bigint NOT NULL,
  PRIMARY KEY (workspace_id, kind, day, item)
) WITH (fillfactor = 80);
SELECT huiyin.guard_table('rating_daily');

CREATE VIEW ratings_facts WITH (security_invoker = true) AS
  SELECT workspace_id, id, case_id, resolution, reporter, person_id, way, channel, theme, product_id, team_id, owner_id, state,
    score, comment, asked_at, asked_on, expires_at, answered_at
  FROM ratings;
CREATE VIEW rating_daily_facts WITH (security_invoker = true) AS
  SELECT workspace_id, kind, day, item, asked, score1 + score2 + score3 + score4 + score5 AS answered, score4 + score5 AS satisfied,
    unanswered, score1, score2, score3, score4, score5
  FROM rating_daily;
GRANT SELECT ON ratings_facts, rating_daily_facts TO huiyin_app;
