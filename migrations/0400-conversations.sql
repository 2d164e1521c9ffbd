-- feature: loop/answer/conversations
-- One conversation for each person across all channels. Where nobody knows who spoke, the voice stands for him.
CREATE TABLE conversations (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  person_id id,
  feedback_id id,
  created_at timestamptz NOT NULL,
  last_in_at timestamptz,
  last_out_at timestamptz,
  CHECK (num_nonnulls(person_id, feedback_id) = 1)
);
CREATE UNIQUE INDEX conversations_one_a_person ON conversations (workspace_id, person_id) WHERE person_id IS NOT NULL;
CREATE UNIQUE INDEX conversations_one_a_voice ON conversations (workspace_id, feedback_id) WHERE feedback_id IS NOT NULL;
SELECT huiyin.guard_table('conversations');

-- What was said beyond the voices themselves, which stay where the gate put them and are joined in when looked at.
CREATE TABLE messages (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  conversation_id id NOT NULL REFERENCES conversations (id),
  case_id id NOT NULL,
  kind text NOT NULL CHECK (kind IN ('message', 'reply', 'notice')),
  channel text NOT NULL,
  body text NOT NULL,
  -- The words as they were, only where masking took something away.
  body_sealed text,
  author_kind text NOT NULL CHECK (author_kind IN ('person', 'member', 'key', 'system')),
  author_id text,
  author_name text,
  feedback_id id,
  at timestamptz NOT NULL
);
CREATE INDEX messages_in_order ON messages (workspace_id, conversation_id, at DESC, id DESC);
CREATE INDEX messages_by_case ON messages (workspace_id, case_id, at DESC, id DESC);
SELECT huiyin.guard_table('messages');

CREATE VIEW messages_facts WITH (security_invoker = true) AS
  SELECT m.workspace_id, m.id, m.conversation_id, c.person_id, coalesce(c.person_id, c.feedback_id) AS reporter, m.case_id, m.kind, m.channel, m.body AS text,
    m.body_sealed IS NOT NULL AS masked, m.author_kind, m.author_id, m.author_name, m.feedback_id, m.at
  FROM messages m JOIN conversations c ON c.workspace_id = m.workspace_id AND c.id = m.conversation_id;
