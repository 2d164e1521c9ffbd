-- feature: loop/answer/deliveries
-- How each of our messages travels: by letter, by a task somebody carries out, or waiting on the person's status page.
CREATE TABLE deliveries (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  message_id id NOT NULL,
  case_id id NOT NULL,
  person_id id,
  feedback_id id,
  kind text NOT NULL CHECK (kind IN ('reply', 'notice')),
  way text NOT NULL CHECK (way IN ('email', 'task', 'page')),
  reason text,
  channel text NOT NULL,
  mail_id id,
  to_hint text,
  -- A letter's state is the letter's own; a task and words on a page keep theirs here.
  state text NOT NULL CHECK (state IN ('mailed', 'open', 'done', 'failed', 'waiting', 'seen')),
  -- The words to be carried, sealed: a public answer must be posted exactly as it was written.
  words_sealed text,
  note text,
  settled_at timestamptz,
  settled_by text,
  created_at timestamptz NOT NULL,
  UNIQUE (workspace_id, message_id),
  CHECK ((way = 'email') = (mail_id IS NOT NULL) AND (way = 'email') = (state = 'mailed'))
);
CREATE INDEX deliveries_open_tasks ON deliveries (workspace_id, id) WHERE way = 'task' AND state = 'open';
CREATE INDEX deliveries_tasks ON deliveries (workspace_id, state, id DESC) WHERE way = 'task';
CREATE INDEX deliveries_by_case ON deliveries (workspace_id, case_id, id DESC);
CREATE INDEX deliveries_waiting ON deliveries (workspace_id, case_id) WHERE way = 'page' AND state = 'waiting';
SELECT huiyin.guard_table('deliveries');

CREATE VIEW deliveries_facts WITH (security_invoker = true) AS
  SELECT d.workspace_id, d.id, d.message_id, d.case_id, d.person_id, d.feedback_id, d.kind, d.way, d.reason, d.channel,
    d.mail_id, d.to_hint, d.note, d.created_at,
    CASE d.way WHEN 'email' THEN m.state WHEN 'task' THEN 'task_' || d.state ELSE d.state END AS state,
    CASE d.way WHEN 'email' THEN m.sent_at ELSE d.settled_at END AS settled_at,
    CASE d.way WHEN 'email' THEN m.last_error ELSE d.note END AS error
  FROM deliveries d LEFT JOIN mails_facts m ON m.workspace_id = d.workspace_id AND m.id = d.mail_id;
