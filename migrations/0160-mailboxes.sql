-- feature: loop/collect/mailboxes
-- Addresses of the shop whose letters come in: delivered to our listener, or fetched from its mail server.
CREATE TABLE mailboxes (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  address text NOT NULL,
  name text NOT NULL,
  way text NOT NULL CHECK (way IN ('smtp', 'imap')),
  enabled boolean NOT NULL DEFAULT true,
  plus_addresses boolean NOT NULL,
  takes_replies boolean NOT NULL,
  imap jsonb,
  password_sealed text,
  -- Where fetching stands: the server's own numbering and the last letter of it. A null position starts at the newest letter.
  uid_validity text,
  last_uid bigint,
  -- Set when the numbering changed: letters from this day on are looked at again.
  look_again_from timestamptz,
  checked_at timestamptz,
  next_check_at timestamptz,
  failures integer NOT NULL DEFAULT 0,
  error text,
  error_detail text,
  last_letter_at timestamptz,
  letters integer NOT NULL DEFAULT 0,
  held integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  CHECK ((way = 'imap') = (imap IS NOT NULL) AND (way = 'imap') = (password_sealed IS NOT NULL))
);
-- A letter delivered to us says nothing but its address, so an address leads to one shop.
CREATE UNIQUE INDEX mailboxes_one_address ON mailboxes (address);
CREATE UNIQUE INDEX mailboxes_one_for_replies ON mailboxes (workspace_id) WHERE takes_replies;
CREATE INDEX mailboxes_newest ON mailboxes (workspace_id, id DESC);
CREATE INDEX mailboxes_due ON mailboxes (next_check_at) WHERE way = 'imap' AND enabled;
SELECT huiyin.guard_table('mailboxes');
SELECT huiyin.machine_table('mailboxes');

CREATE TABLE mail_letters (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  mailbox_id id NOT NULL,
  -- The same letter however it came and however often.
  letter_key text NOT NULL,
  -- Keyed hashes: the letter's own id, to find what a later letter answers, and its sender.
  message_hash text,
  message_id_sealed text,
  from_hash text NOT NULL,
  from_hint text NOT NULL,
  person_id id,
  subject text NOT NULL,
  -- The words without quotes and signature, sealed; masked words lie where they were taken in.
  text_sealed text,
  kind text NOT NULL CHECK (kind IN ('feedback', 'reply', 'automatic', 'empty', 'failed')),
  reason text,
  feedback_id id,
  reply_subject id,
  reply_reporter id,
  case_id id,
  conversation_message_id id,
  received_at timestamptz NOT NULL,
  UNIQUE (workspace_id, letter_key)
);
CREATE INDEX mail_letters_newest ON mail_letters (workspace_id, mailbox_id, id DESC);
CREATE INDEX mail_letters_by_message ON mail_letters (workspace_id, message_hash) WHERE message_hash IS NOT NULL;
CREATE INDEX mail_letters_by_sender ON mail_letters (workspace_id, from_hash, received_at DESC);
CREATE INDEX mail_letters_by_feedback ON mail_letters (workspace_id, feedback_id) WHERE feedback_id IS NOT NULL;
CREATE INDEX mail_letters_by_answer ON mail_letters (workspace_id, conversation_message_id) WHERE conversation_message_id IS NOT NULL;
CREATE INDEX mail_letters_by_person ON mail_letters (workspace_id, person_id) WHERE person_id IS NOT NULL;
SELECT huiyin.guard_table('mail_letters');

-- A held attachment leaves its name, kind and reason only.
CREATE TABLE mail_attachments (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  letter_id id NOT NULL REFERENCES mail_letters (id) ON DELETE CASCADE,
  name text NOT NULL,
  media_type text NOT NULL,
  bytes bigint NOT NULL,
  held text,
  file_id id,
  CHECK ((held IS NULL) = (file_id IS NOT NULL))
);
CREATE INDEX mail_attachments_by_letter ON mail_attachments (workspace_id, letter_id, id);
SELECT huiyin.guard_table('mail_attachments');

-- Which signed mark stands for which conversation; the mark itself can be made again from the installation's secret.
CREATE TABLE reply_marks (
  workspace_id id NOT NULL,
  mark_hash text NOT NULL,
  subject id NOT NULL,
  reporter id NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, mark_hash)
);
CREATE INDEX reply_marks_by_reporter ON reply_marks (workspace_id, reporter);
SELECT huiyin.guard_table('reply_marks');
