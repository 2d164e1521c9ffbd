-- feature: loop/publish/evidence
-- One append-only Merkle log a workspace. `size` leaves are in it; `root`, `head_at` and `signature` are its signed head.
CREATE TABLE evidence_logs (
  workspace_id id PRIMARY KEY,
  -- Ed25519 public key as hex, its seed sealed.
  public_key text NOT NULL,
  sealed_seed text NOT NULL,
  size bigint NOT NULL DEFAULT 0,
  root bytea,
  head_at timestamptz,
  signature bytea,
  created_at timestamptz NOT NULL
);
SELECT huiyin.guard_table('evidence_logs');

-- What each leaf was made from. Leaves themselves hold only a salted digest; without salt and content (after an erasure) they say
-- nothing of anybody. The content of a receipt is the feedback itself and is not kept twice.
CREATE TABLE evidence_leaves (
  workspace_id id NOT NULL,
  seq bigint NOT NULL,
  kind text NOT NULL CHECK (kind IN ('receipt', 'step', 'promise', 'report', 'draw')),
  at timestamptz NOT NULL,
  digest bytea NOT NULL,
  salt bytea,
  -- What the leaf is about: a feedback, a case, a report.
  subject_id id,
  -- What made it: a feedback's or an event's id; each makes at most one leaf.
  source_id id NOT NULL,
  content text,
  PRIMARY KEY (workspace_id, seq)
);
CREATE UNIQUE INDEX evidence_leaves_once ON evidence_leaves (workspace_id, source_id);
CREATE INDEX evidence_leaves_of ON evidence_leaves (workspace_id, subject_id, seq) WHERE kind <> 'receipt' AND subject_id IS NOT NULL;
SELECT huiyin.guard_table('evidence_leaves');

-- Hashes of the tree, 256 to a row; the last row of each height is still growing.
CREATE TABLE evidence_tiles (
  workspace_id id NOT NULL,
  level smallint NOT NULL,
  index bigint NOT NULL,
  hashes bytea NOT NULL,
  PRIMARY KEY (workspace_id, level, index)
);
-- Hashes cannot be pressed smaller.
ALTER TABLE evidence_tiles ALTER COLUMN hashes SET STORAGE EXTERNAL;
SELECT huiyin.guard_table('evidence_tiles');

-- Signed heads of former times, at most one an hour: what was once shown stays checkable.
CREATE TABLE evidence_heads (
  workspace_id id NOT NULL,
  size bigint NOT NULL,
  root bytea NOT NULL,
  at timestamptz NOT NULL,
  signature bytea NOT NULL,
  PRIMARY KEY (workspace_id, size)
);
SELECT huiyin.guard_table('evidence_heads');

CREATE TABLE evidence_audits (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'running', 'sound', 'broken')),
  -- Leaves of the log when the audit began, and how many are looked at.
  size bigint NOT NULL,
  done bigint NOT NULL DEFAULT 0,
  -- Leaves whose content is gone by an erasure: counted, not a fault.
  erased bigint NOT NULL DEFAULT 0,
  -- The first faults found: [{seq, fault}].
  faults jsonb NOT NULL DEFAULT '[]',
  by_name text NOT NULL,
  started_at timestamptz NOT NULL,
  finished_at timestamptz
);
CREATE INDEX evidence_audits_newest ON evidence_audits (workspace_id, id DESC);
CREATE UNIQUE INDEX evidence_audits_one ON evidence_audits (workspace_id) WHERE state IN ('waiting', 'running');
SELECT huiyin.guard_table('evidence_audits');

CREATE VIEW evidence_facts WITH (security_invoker = true) AS
  SELECT workspace_id, seq, kind, at, subject_id, source_id FROM evidence_leaves;
GRANT SELECT ON evidence_facts TO huiyin_app;
