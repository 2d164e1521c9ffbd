-- feature: platform/mail
-- What became of a letter, for the rooms that sent it; the words and the address stay inside.
CREATE VIEW mails_facts WITH (security_invoker = true) AS
  SELECT workspace_id, id, dedupe_key, to_hint, message_id, state, attempts, last_error, created_at, sent_at, subject_id
  FROM mails;
CREATE INDEX mails_by_state ON mails (workspace_id, state, id DESC);
CREATE INDEX mails_by_subject ON mails (workspace_id, subject_id, id DESC) WHERE subject_id IS NOT NULL;
