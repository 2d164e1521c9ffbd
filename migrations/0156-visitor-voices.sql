-- feature: loop/collect/visitors
-- Which browser said what without signing in; the browser's secret itself is never kept, only a keyed hash.
CREATE TABLE visitor_voices (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  browser_hash text NOT NULL,
  -- Made from the browser's own name for this voice: sent again, it is the same voice.
  voice_hash text NOT NULL,
  feedback_id id NOT NULL,
  channel text NOT NULL,
  -- An address was given with it: only claimed, so personal news goes to the address and not to the browser.
  claimed boolean NOT NULL,
  created_at timestamptz NOT NULL,
  UNIQUE (workspace_id, voice_hash)
);
CREATE INDEX visitor_voices_by_browser ON visitor_voices (workspace_id, browser_hash, id DESC);
CREATE INDEX visitor_voices_by_feedback ON visitor_voices (workspace_id, feedback_id);
SELECT huiyin.guard_table('visitor_voices');

CREATE VIEW visitor_voices_facts WITH (security_invoker = true) AS
  SELECT workspace_id, id, browser_hash, feedback_id, channel, claimed, created_at FROM visitor_voices;
