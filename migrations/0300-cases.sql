-- feature: loop/act/cases
-- A case is our promise to look. Its row also holds what lists sort and show (counts, next due instant), kept current by every change.
CREATE TABLE case_counters (
  workspace_id id PRIMARY KEY,
  last integer NOT NULL
);
SELECT huiyin.guard_table('case_counters');

CREATE TABLE cases (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  number integer NOT NULL,
  title text NOT NULL,
  status text NOT NULL CHECK (status IN ('new', 'open', 'pending', 'on_hold', 'resolved', 'verified', 'closed')),
  stage text NOT NULL CHECK (stage IN ('collect', 'classify', 'handle', 'confirm')),
  priority text NOT NULL CHECK (priority IN ('none', 'low', 'medium', 'high', 'urgent')),
  computed_priority text NOT NULL CHECK (computed_priority IN ('none', 'low', 'medium', 'high', 'urgent')),
  priority_by_hand boolean NOT NULL DEFAULT false,
  priority_reason text,
  -- The least a rule or an escalation asked for.
  priority_floor text CHECK (priority_floor IN ('none', 'low', 'medium', 'high', 'urgent')),
  score real NOT NULL,
  parts jsonb NOT NULL,
  effort text CHECK (effort IN ('small', 'medium', 'large')),
  trend_last7 integer,
  trend_before7 integer,
  theme text COLLATE "C",
  channel text,
  product_id id,
  person_id id,
  -- Voices of people we do not know share a case by product, theme and day; this names the three.
  group_key text COLLATE "C",
  owner_id id,
  team_id id,
  voices integer NOT NULL,
  unknown_voices integer NOT NULL,
  people integer NOT NULL,
  urgent boolean NOT NULL,
  min_rating real,
  worst_sentiment real,
  vip boolean NOT NULL,
  fields jsonb NOT NULL DEFAULT '{}',
  opened_by text NOT NULL,
  opened_at timestamptz NOT NULL,
  last_voice_at timestamptz NOT NULL,
  first_reply_at timestamptz,
  resolved_at timestamptz,
  resolution text,
  resolution_note text,
  verified_at timestamptz,
  closed_at timestamptz,
  reopened_count integer NOT NULL DEFAULT 0,
  snoozed_until timestamptz,
  -- The row stays as it was when it was merged, so that the merge can be undone exactly.
  merged_into id,
  merged_at timestamptz,
  next_due_at timestamptz,
  next_due_kind text,
  next_warn_at timestamptz,
  is_open boolean GENERATED ALWAYS AS (status IN ('new', 'open', 'pending', 'on_hold') AND merged_into IS NULL) STORED,
  due_rank timestamptz GENERATED ALWAYS AS (coalesce(next_due_at, 'infinity'::timestamptz)) STORED,
  priority_rank smallint GENERATED ALWAYS AS
    (CASE priority WHEN 'urgent' THEN 0 WHEN 'high' THEN 1 WHEN 'medium' THEN 2 WHEN 'low' THEN 3 ELSE 4 END) STORED,
  UNIQUE (workspace_id, number)
);
-- One open case a person and theme, whoever opens it and however many do so at once.
CREATE UNIQUE INDEX cases_one_open_by_person ON cases (workspace_id, person_id, coalesce(theme, ''))
  WHERE is_open AND person_id IS NOT NULL;
CREATE UNIQUE INDEX cases_one_open_group ON cases (workspace_id, group_key) WHERE is_open AND group_key IS NOT NULL;
CREATE INDEX cases_by_due ON cases (workspace_id, due_rank, id) WHERE is_open;
CREATE INDEX cases_by_priority ON cases (workspace_id, priority_rank, due_rank, id) WHERE is_open;
CREATE INDEX cases_of_owner ON cases (workspace_id, owner_id, due_rank, id) WHERE is_open;
CREATE INDEX cases_of_team ON cases (workspace_id, team_id, due_rank, id) WHERE is_open;
CREATE INDEX cases_newest ON cases (workspace_id, id DESC);
CREATE INDEX cases_of_person ON cases (workspace_id, person_id, id DESC) WHERE person_id IS NOT NULL;
CREATE INDEX cases_of_theme ON cases (workspace_id, theme, id DESC);
CREATE INDEX cases_by_status ON cases (workspace_id, status, id DESC);
CREATE INDEX cases_asleep ON cases (workspace_id, snoozed_until, id) WHERE snoozed_until IS NOT NULL;
CREATE INDEX cases_merged ON cases (workspace_id, merged_into, id DESC) WHERE merged_into IS NOT NULL;
CREATE INDEX cases_merged_people ON cases (workspace_id, person_id, coalesce(theme, '')) WHERE merged_into IS NOT NULL;
CREATE INDEX cases_merged_groups ON cases (workspace_id, group_key) WHERE merged_into IS NOT NULL AND group_key IS NOT NULL;
SELECT huiyin.guard_table('cases');

-- A feedback is in one case at most. One that was taken out by hand keeps its row, so that no rule puts it back.
CREATE TABLE case_feedback (
  workspace_id id NOT NULL,
  feedback_id id NOT NULL,
  case_id id,
  how text NOT NULL CHECK (how IN ('opened', 'rule', 'manual', 'merge', 'message')),
  joined_at timestamptz NOT NULL,
  -- Cases it was in before, oldest first: a merge adds one, undoing it takes it off.
  came_from text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (workspace_id, feedback_id)
);
CREATE INDEX case_feedback_in_order ON case_feedback (workspace_id, case_id, feedback_id);
SELECT huiyin.guard_table('case_feedback');

CREATE TABLE case_notes (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  case_id id NOT NULL,
  author_kind text NOT NULL,
  author_id text NOT NULL,
  author_name text NOT NULL,
  text text NOT NULL,
  mentions text[] NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX case_notes_in_order ON case_notes (workspace_id, case_id, id);
SELECT huiyin.guard_table('case_notes');

CREATE TABLE case_views (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  member_id id NOT NULL,
  name text NOT NULL,
  filter jsonb NOT NULL,
  sort text NOT NULL,
  shared boolean NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX case_views_of_member ON case_views (workspace_id, member_id, id);
SELECT huiyin.guard_table('case_views');

CREATE TABLE notifications (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  member_id id NOT NULL,
  kind text NOT NULL,
  case_id id NOT NULL,
  by_name text,
  vals jsonb NOT NULL,
  -- The same news rings once, however often it is heard.
  dedupe text NOT NULL,
  created_at timestamptz NOT NULL,
  read_at timestamptz,
  UNIQUE (workspace_id, member_id, dedupe)
);
CREATE INDEX notifications_newest ON notifications (workspace_id, member_id, id DESC);
CREATE INDEX notifications_unread ON notifications (workspace_id, member_id, id DESC) WHERE read_at IS NULL;
SELECT huiyin.guard_table('notifications');

CREATE VIEW cases_facts WITH (security_invoker = true) AS
  SELECT workspace_id, id, number, title, status,
    CASE WHEN status = 'new' THEN 'received' WHEN status IN ('open', 'on_hold') THEN 'in_progress'
      WHEN status = 'pending' THEN 'waiting_for_you'
      WHEN status = 'verified' OR status = 'closed' AND verified_at IS NOT NULL THEN 'verified' ELSE 'resolved' END AS public_stage,
    stage, priority, score, theme, channel, product_id, person_id, owner_id, team_id, voices, people, vip, is_open, opened_by,
    opened_at, last_voice_at, first_reply_at, resolved_at, resolution, verified_at, closed_at, reopened_count, snoozed_until,
    merged_into, next_due_at, next_due_kind
  FROM cases;
GRANT SELECT ON cases_facts TO huiyin_app;
CREATE VIEW case_feedback_facts WITH (security_invoker = true) AS
  SELECT workspace_id, case_id, feedback_id, how, joined_at FROM case_feedback WHERE case_id IS NOT NULL;
GRANT SELECT ON case_feedback_facts TO huiyin_app;
