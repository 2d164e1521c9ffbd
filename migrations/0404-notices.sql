-- feature: loop/answer/notices
-- Everybody who reported a case is told its outcome once for each resolution: the key below is the promise.
CREATE TABLE notices (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  case_id id NOT NULL,
  resolution integer NOT NULL,
  -- The person, or the voice where nobody knows who spoke.
  reporter id NOT NULL,
  person_id id,
  feedback_id id,
  message_id id NOT NULL,
  created_at timestamptz NOT NULL,
  UNIQUE (workspace_id, case_id, resolution, reporter)
);
CREATE INDEX notices_by_case ON notices (workspace_id, case_id, id DESC);
SELECT huiyin.guard_table('notices');
