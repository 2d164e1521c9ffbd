-- feature: platform/mail
CREATE TABLE mails (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  -- The sender's own key: the same letter is written once however often it is asked for.
  dedupe_key text NOT NULL,
  to_sealed text NOT NULL,
  to_hint text NOT NULL,
  subject text NOT NULL,
  body_text text NOT NULL,
  body_html text,
  reply_to text,
  message_id text NOT NULL,
  in_reply_to text,
  -- kept: no mail server is set, the letter can be read in the console. unconfirmed: the product stopped while the
  -- letter was on its way, so it may or may not have left; a person decides.
  state text NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'kept', 'unconfirmed')),
  attempts integer NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL,
  last_error text,
  created_at timestamptz NOT NULL,
  sent_at timestamptz,
  subject_id id,
  UNIQUE (workspace_id, dedupe_key)
);
CREATE INDEX mails_due ON mails (next_at, id) WHERE state IN ('queued', 'sending');
CREATE INDEX mails_newest ON mails (workspace_id, id DESC);
SELECT huiyin.guard_table('mails');
SELECT huiyin.machine_table('mails');

CREATE TABLE files (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  purpose text NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  bytes bigint NOT NULL,
  sha256 text NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz
);
CREATE INDEX files_newest ON files (workspace_id, id DESC);
SELECT huiyin.guard_table('files');
SELECT huiyin.machine_table('files');
