-- feature: engage/live/interactions
-- Polls, quizzes, questions, coupons, check-ins and roll-calls of a show. Entries are in the journal of the show, never here.
CREATE TABLE live_interactions (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  room_id id NOT NULL,
  session_id id NOT NULL,
  kind text NOT NULL CHECK (kind IN ('poll', 'quiz', 'qna', 'coupon', 'checkin', 'rollcall')),
  state text NOT NULL CHECK (state IN ('draft', 'open', 'closed', 'final', 'cancelled')),
  title text NOT NULL,
  settings jsonb NOT NULL,
  -- What is not shown before the end (the right answer) or ever (the key of coupon codes); sealed.
  secret_sealed text NOT NULL,
  rules_hash text COLLATE "C" NOT NULL,
  opens_at timestamptz,
  closes_at timestamptz,
  -- Canonical text of the result and its SHA-256.
  result text,
  result_hash text COLLATE "C",
  created_at timestamptz NOT NULL,
  created_by_name text NOT NULL
);
CREATE INDEX live_interactions_of_show ON live_interactions (workspace_id, session_id, id);
SELECT huiyin.machine_table('live_interactions');

CREATE VIEW live_interactions_facts WITH (security_invoker = true) AS
  SELECT workspace_id, id, room_id, session_id, kind, state, title, opens_at, closes_at, result_hash, created_at FROM live_interactions;
GRANT SELECT ON live_interactions_facts TO huiyin_app;
