-- feature: loop/act/routing
CREATE TABLE rules (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  position integer NOT NULL,
  name text NOT NULL,
  built_in text CHECK (built_in IN ('urgent', 'low_rating', 'complaint')),
  enabled boolean NOT NULL,
  conditions jsonb NOT NULL,
  actions jsonb NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (workspace_id, built_in)
);
CREATE INDEX rules_in_order ON rules (workspace_id, position, id);
SELECT huiyin.guard_table('rules');

CREATE TABLE rule_settings (
  workspace_id id PRIMARY KEY,
  max_age_days integer,
  unknown_people text NOT NULL CHECK (unknown_people IN ('group', 'ignore'))
);
SELECT huiyin.guard_table('rule_settings');

-- Whose turn it is: the row is locked while a case is given away, so that two at once do not choose the same member.
CREATE TABLE assignment_turns (
  workspace_id id NOT NULL,
  member_id id NOT NULL,
  last_given_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, member_id)
);
SELECT huiyin.guard_table('assignment_turns');
