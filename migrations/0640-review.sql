-- feature: loop/publish/review
-- One pack a week; its facts are kept as they were when it was made, so that everybody in the room reads the same.
CREATE TABLE review_packs (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  week_from date NOT NULL,
  week_to date NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'held')),
  facts jsonb NOT NULL,
  attendance text[] NOT NULL DEFAULT '{}',
  notes text NOT NULL DEFAULT '',
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  held_at timestamptz,
  held_by text,
  UNIQUE (workspace_id, week_from),
  CHECK ((state = 'held') = (held_at IS NOT NULL))
);
SELECT huiyin.guard_table('review_packs');

-- What a meeting decided; open ones are brought to each later meeting until they are done or dropped with a reason.
CREATE TABLE review_decisions (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  pack_id id NOT NULL REFERENCES review_packs (id),
  week_from date NOT NULL,
  text text NOT NULL,
  owner_id id,
  due_on date,
  state text NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
  note text,
  link_kind text CHECK (link_kind IN ('problem', 'case')),
  link_id id,
  created_at timestamptz NOT NULL,
  settled_at timestamptz,
  CHECK ((state = 'open') = (settled_at IS NULL)),
  CHECK (state <> 'dropped' OR note IS NOT NULL),
  CHECK ((link_kind IS NULL) = (link_id IS NULL))
);
CREATE INDEX review_decisions_of_pack ON review_decisions (workspace_id, pack_id, id);
CREATE INDEX review_decisions_open ON review_decisions (workspace_id, week_from, id) WHERE state = 'open';
CREATE INDEX review_decisions_settled ON review_decisions (workspace_id, settled_at) WHERE settled_at IS NOT NULL;
SELECT huiyin.guard_table('review_decisions');

CREATE TABLE review_settings (
  workspace_id id PRIMARY KEY,
  weekday smallint CHECK (weekday BETWEEN 1 AND 7),
  hour smallint NOT NULL CHECK (hour BETWEEN 0 AND 23)
);
SELECT huiyin.guard_table('review_settings');

CREATE VIEW review_decisions_facts WITH (security_invoker = true) AS
  SELECT workspace_id, id, pack_id, week_from, text, owner_id, due_on, state, link_kind, link_id, created_at, settled_at
  FROM review_decisions;
