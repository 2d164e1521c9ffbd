-- feature: loop/collect/transcripts
-- Calls and chats by speaker turn. Customer turns became feedback; all turns are kept masked as context.
CREATE TABLE transcripts (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  channel text NOT NULL CHECK (channel IN ('hotline', 'chat')),
  external_id text COLLATE "C" NOT NULL,
  started_at timestamptz NOT NULL,
  agent text,
  person_id id,
  turn_count integer NOT NULL,
  feedback_ids text[] NOT NULL,
  promises integer NOT NULL,
  created_at timestamptz NOT NULL,
  UNIQUE (workspace_id, channel, external_id)
);
CREATE INDEX transcripts_newest ON transcripts (workspace_id, id DESC);
CREATE INDEX transcripts_by_person ON transcripts (workspace_id, person_id) WHERE person_id IS NOT NULL;
SELECT huiyin.guard_table('transcripts');

CREATE TABLE transcript_turns (
  workspace_id id NOT NULL,
  transcript_id id NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
  position integer NOT NULL,
  speaker text NOT NULL CHECK (speaker IN ('customer', 'agent', 'bot', 'system', 'unknown')),
  guessed boolean NOT NULL,
  at timestamptz,
  -- Masked words.
  text text NOT NULL,
  feedback_id id,
  promised boolean NOT NULL,
  promise_due_at timestamptz,
  PRIMARY KEY (workspace_id, transcript_id, position)
);
CREATE INDEX transcript_turns_by_feedback ON transcript_turns (workspace_id, feedback_id) WHERE feedback_id IS NOT NULL;
SELECT huiyin.guard_table('transcript_turns');

-- Files handed over; worked through in batches, going on where they stopped.
CREATE TABLE transcript_imports (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  file_id id,
  file_name text NOT NULL,
  channel text NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
  total integer,
  done integer NOT NULL DEFAULT 0,
  recorded integer NOT NULL DEFAULT 0,
  duplicates integer NOT NULL DEFAULT 0,
  rejected integer NOT NULL DEFAULT 0,
  feedback integer NOT NULL DEFAULT 0,
  promises integer NOT NULL DEFAULT 0,
  problems jsonb NOT NULL,
  failure text,
  created_by text,
  created_at timestamptz NOT NULL,
  finished_at timestamptz
);
CREATE INDEX transcript_imports_newest ON transcript_imports (workspace_id, id DESC);
SELECT huiyin.guard_table('transcript_imports');
