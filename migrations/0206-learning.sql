-- feature: loop/understand/learning
-- What a shop has taught its engine: only ids and labels are kept; the words are read when learning and stay where they are.
CREATE TABLE learning_settings (
  workspace_id id PRIMARY KEY,
  is_on boolean NOT NULL DEFAULT true,
  self_training boolean NOT NULL DEFAULT true,
  -- The version in force; null: the base judges.
  active_id id,
  -- Set while a learning is asked for or under way.
  asked_at timestamptz,
  learned_at timestamptz,
  nightly_on date
);
SELECT huiyin.machine_table('learning_settings');

CREATE TABLE shop_engines (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  number integer NOT NULL,
  state text NOT NULL CHECK (state IN ('active', 'superseded', 'rolled_back', 'refused', 'outdated')),
  -- `name@version` of the engine it stands on; on another it is void.
  base text NOT NULL,
  -- `name@version+id`, as judgements name it; the base's own name where nothing was kept.
  engine text NOT NULL,
  weights bytea,
  lessons integer NOT NULL,
  unlabelled integer NOT NULL,
  report jsonb NOT NULL,
  cause text NOT NULL CHECK (cause IN ('corrections', 'nightly', 'by_hand', 'new_base')),
  -- Why it was not taken.
  reason text,
  by_name text NOT NULL,
  made_at timestamptz NOT NULL,
  ended_at timestamptz,
  UNIQUE (workspace_id, number)
);
SELECT huiyin.guard_table('shop_engines');

-- One row for each label a person looked at: what the engine had said, and what he decided.
CREATE TABLE label_checks (
  workspace_id id NOT NULL,
  feedback_id id NOT NULL,
  label text NOT NULL,
  machine_value jsonb NOT NULL,
  decided jsonb NOT NULL,
  agrees boolean NOT NULL,
  engine text NOT NULL,
  confidence real,
  was_doubtful boolean NOT NULL,
  -- desk: corrected in passing; doubt: asked because the engine was unsure; sample: drawn by lot, the unbiased ones.
  source text NOT NULL CHECK (source IN ('desk', 'doubt', 'sample')),
  channel text NOT NULL,
  product_id id,
  by_id id NOT NULL,
  by_name text NOT NULL,
  day date NOT NULL,
  at timestamptz NOT NULL,
  -- The version that was made with it; null: not learned yet.
  learned_in id,
  PRIMARY KEY (workspace_id, feedback_id, label)
);
CREATE INDEX label_checks_newest ON label_checks (workspace_id, at DESC);
CREATE INDEX label_checks_fresh ON label_checks (workspace_id, at) WHERE learned_in IS NULL;
SELECT huiyin.guard_table('label_checks');
CREATE VIEW label_checks_facts WITH (security_invoker = true) AS
  SELECT workspace_id, feedback_id, label, machine_value, decided, agrees, engine, confidence, was_doubtful, source, channel, product_id,
    by_id, by_name, day, at FROM label_checks;
GRANT SELECT ON label_checks_facts TO huiyin_app;

-- What people corrected before is learned from as well.
INSERT INTO label_checks (workspace_id, feedback_id, label, machine_value, decided, agrees, engine, confidence, was_doubtful, source,
  channel, product_id, by_id, by_name, day, at)
SELECT c.workspace_id, c.feedback_id, c.label, c.from_value, c.to_value, c.from_value = c.to_value, j.engine, j.confidence, j.is_doubtful,
  'desk', j.channel, j.product_id, c.by_id, c.by_name, (c.at AT TIME ZONE w.time_zone)::date, c.at
FROM corrections c JOIN judgements j ON j.feedback_id = c.feedback_id JOIN workspaces w ON w.id = c.workspace_id;

-- Voices drawn by lot, so many a day, to be looked at beside the doubtful ones.
CREATE TABLE label_samples (
  workspace_id id NOT NULL,
  feedback_id id NOT NULL,
  day date NOT NULL,
  PRIMARY KEY (workspace_id, feedback_id)
);
CREATE INDEX label_samples_newest ON label_samples (workspace_id, day DESC, feedback_id);
SELECT huiyin.guard_table('label_samples');

CREATE TABLE label_skips (
  workspace_id id NOT NULL,
  member_id id NOT NULL,
  feedback_id id NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, member_id, feedback_id)
);
SELECT huiyin.guard_table('label_skips');

-- What came of a lesson: which voices much like it were judged again.
CREATE TABLE lesson_effects (
  workspace_id id NOT NULL,
  feedback_id id NOT NULL,
  shop_engine_id id NOT NULL REFERENCES shop_engines (id) ON DELETE CASCADE,
  alike integer NOT NULL,
  changed integer NOT NULL,
  -- [{feedbackId, from, to}] of those that changed, at most 50.
  changes jsonb NOT NULL,
  -- The correction was taken back: those voices are judged once more.
  is_undone boolean NOT NULL DEFAULT false,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, feedback_id)
);
SELECT huiyin.guard_table('lesson_effects');

-- The newest feedback of the present workspace that share most words with a text, best first; past the policies, whose
-- operators would have every token read twice. The walk is bounded.
CREATE FUNCTION huiyin.sharing_most(marks int[], within int, take int) RETURNS TABLE (feedback_id id)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT j.feedback_id
  FROM (SELECT n.feedback_id, n.tokens FROM judgements n WHERE n.workspace_id = huiyin.current_workspace()
    ORDER BY n.occurred_at DESC, n.feedback_id DESC LIMIT within) j
  CROSS JOIN LATERAL (SELECT count(*)::float8 AS n FROM unnest(j.tokens) AS t WHERE t = ANY (marks)) s
  WHERE s.n >= 2
  ORDER BY s.n / sqrt(cardinality(j.tokens)) DESC, j.feedback_id DESC LIMIT take
$$;
REVOKE ALL ON FUNCTION huiyin.sharing_most(int[], int, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION huiyin.sharing_most(int[], int, int) TO huiyin_app;

-- So many judged voices of a day, drawn by lot (a hash of id and day: drawn again it gives the same).
CREATE FUNCTION huiyin.drawn_by_lot(of_day date, within int, take int) RETURNS TABLE (feedback_id id)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT j.feedback_id
  FROM (SELECT n.feedback_id FROM judgements n WHERE n.workspace_id = huiyin.current_workspace() AND n.judged_at IS NOT NULL
      AND n.occurred_at >= of_day - 1 AND n.occurred_at < of_day + 2 AND n.day = of_day AND NOT n.repeats AND n.channel <> 'signal'
      AND n.confidence IS NOT NULL
    LIMIT within) j
  ORDER BY hashtextextended(j.feedback_id || of_day::text, 7) LIMIT take
$$;
REVOKE ALL ON FUNCTION huiyin.drawn_by_lot(date, int, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION huiyin.drawn_by_lot(date, int, int) TO huiyin_app;
