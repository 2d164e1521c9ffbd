-- feature: loop/answer/promises
CREATE TABLE promises (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  -- Null where a call or chat has become no case yet.
  case_id id,
  person_id id,
  feedback_id id,
  reply_id id,
  transcript_id id,
  source text NOT NULL CHECK (source IN ('member', 'reply', 'transcript')),
  -- Masked, like every word that is kept.
  text text NOT NULL,
  quote text,
  state text NOT NULL CHECK (state IN ('proposed', 'made', 'kept', 'missed', 'withdrawn')),
  due_at timestamptz,
  warn_at timestamptz,
  warned_at timestamptz,
  missed_at timestamptz,
  -- When the sweep looks at it next; null when there is nothing to wait for.
  next_look_at timestamptz,
  made_by text,
  made_by_id id,
  made_at timestamptz,
  settled_by text,
  settled_at timestamptz,
  note text,
  -- The same sentence of the same reply or call is proposed once.
  dedupe text NOT NULL,
  created_at timestamptz NOT NULL,
  UNIQUE (workspace_id, dedupe),
  CHECK (state IN ('proposed', 'withdrawn') OR due_at IS NOT NULL)
);
CREATE INDEX promises_open ON promises (workspace_id, due_at, id) WHERE state IN ('made', 'missed');
CREATE INDEX promises_by_state ON promises (workspace_id, state, id DESC);
CREATE INDEX promises_by_case ON promises (workspace_id, case_id, id DESC) WHERE case_id IS NOT NULL;
CREATE INDEX promises_by_person ON promises (workspace_id, person_id, id DESC) WHERE person_id IS NOT NULL;
CREATE INDEX promises_by_feedback ON promises (workspace_id, feedback_id) WHERE case_id IS NULL AND feedback_id IS NOT NULL;
CREATE INDEX promises_to_look_at ON promises (next_look_at, workspace_id) WHERE next_look_at IS NOT NULL;
SELECT huiyin.machine_table('promises');

CREATE VIEW promises_facts WITH (security_invoker = true) AS
  SELECT workspace_id, id, case_id, person_id, source, text, state, due_at, missed_at, made_at, settled_at, created_at FROM promises;
GRANT SELECT ON promises_facts TO huiyin_app;
