-- feature: engage/live/report
-- What is kept of an ended show: one file with its record, made from the journal and made anew when it must be.
CREATE TABLE live_reports (
  workspace_id id NOT NULL,
  show_id id NOT NULL,
  -- Null while it is being made.
  file_id id,
  record_version integer NOT NULL,
  events bigint NOT NULL DEFAULT 0,
  bytes bigint NOT NULL DEFAULT 0,
  asked_at timestamptz NOT NULL,
  made_at timestamptz,
  PRIMARY KEY (workspace_id, show_id)
);
SELECT huiyin.guard_table('live_reports');

-- What became of a question or an alarm after the show: once each, however often it is asked for.
CREATE TABLE live_followups (
  workspace_id id NOT NULL,
  show_id id NOT NULL,
  -- Id of the question group or alarm.
  ref text COLLATE "C" NOT NULL,
  kind text NOT NULL CHECK (kind IN ('question', 'alert')),
  case_id id NOT NULL,
  voices integer NOT NULL,
  followed_by id NOT NULL,
  followed_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, show_id, ref)
);
CREATE INDEX live_followups_by_case ON live_followups (workspace_id, case_id);
SELECT huiyin.guard_table('live_followups');
