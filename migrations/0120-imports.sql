-- feature: loop/collect/imports
CREATE TABLE imports (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  -- Nothing when the command line reads a file where it lies, and once a finished file has been removed.
  file_id id,
  file_name text NOT NULL,
  size_bytes bigint NOT NULL,
  format text NOT NULL CHECK (format IN ('csv', 'tsv', 'jsonl', 'xlsx')),
  encoding text NOT NULL,
  state text NOT NULL CHECK (state IN ('uploaded', 'mapped', 'running', 'done', 'failed', 'cancelled')),
  columns text[] NOT NULL,
  header_key text NOT NULL,
  mapping jsonb NOT NULL,
  mapping_source text NOT NULL CHECK (mapping_source IN ('guessed', 'remembered', 'set')),
  confidence real NOT NULL,
  -- Where to go on; saved in the same transaction as the rows before it, so that no row is lost or taken twice.
  checkpoint jsonb,
  read_rows bigint NOT NULL DEFAULT 0,
  recorded bigint NOT NULL DEFAULT 0,
  duplicates bigint NOT NULL DEFAULT 0,
  rejected bigint NOT NULL DEFAULT 0,
  quarantined bigint NOT NULL DEFAULT 0,
  error_rows bigint NOT NULL DEFAULT 0,
  bytes_read bigint NOT NULL DEFAULT 0,
  -- Raised by each start: a runner of an earlier start sees that it is no longer meant.
  run_number integer NOT NULL DEFAULT 0,
  -- Failed tries since the last rows were taken.
  stumbles integer NOT NULL DEFAULT 0,
  failure text,
  created_by text,
  created_at timestamptz NOT NULL,
  started_at timestamptz,
  finished_at timestamptz,
  -- Time spent reading, over all starts.
  worked_ms bigint NOT NULL DEFAULT 0
);
CREATE INDEX imports_newest ON imports (workspace_id, id DESC);
SELECT huiyin.guard_table('imports');

-- Rows that were not taken. The row itself is sealed: it may hold whatever the gate would have masked.
CREATE TABLE import_errors (
  workspace_id id NOT NULL,
  import_id id NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  row_number bigint NOT NULL,
  line_number bigint NOT NULL,
  -- [{field, code, detail}]
  faults jsonb NOT NULL,
  sealed text NOT NULL,
  PRIMARY KEY (import_id, row_number)
);
CREATE INDEX import_errors_by_workspace ON import_errors (workspace_id, import_id, row_number);
SELECT huiyin.guard_table('import_errors');

-- The mapping last used for files with these columns.
CREATE TABLE import_mappings (
  workspace_id id NOT NULL,
  header_key text NOT NULL,
  mapping jsonb NOT NULL,
  used_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, header_key)
);
SELECT huiyin.guard_table('import_mappings');
