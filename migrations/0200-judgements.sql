-- feature: loop/understand/judgement
-- One row a feedback: the judgement in force and all that finding it needs, so that a search joins nothing before the
-- page is known. `tokens` holds words and character pairs as hashes >= 0 and labels (channel, theme, class …) as numbers
-- < 0: one inverted index answers words and filters together.
CREATE TABLE judgements (
  feedback_id id PRIMARY KEY,
  workspace_id id NOT NULL,
  occurred_at timestamptz NOT NULL,
  -- Calendar day of occurred_at in the workspace's zone when it was judged; the daily sums are kept under it.
  day date NOT NULL,
  channel text NOT NULL,
  product_id id,
  person_id id,
  rating real,
  -- Hash of workspace and folded words; equal words have equal keys.
  text_key bigint NOT NULL,
  -- Hash of the person; 0 for an unknown one.
  person_key bigint NOT NULL,
  repeats boolean NOT NULL DEFAULT false,
  engine text NOT NULL,
  language text NOT NULL,
  sentiment text NOT NULL,
  sentiment_score real NOT NULL,
  class text NOT NULL,
  intents text[] NOT NULL,
  themes text[] NOT NULL,
  -- Compact: [aspect, polarity, start, end, confidence] each; start -1 where no words are named.
  aspects text NOT NULL,
  urgency_level text NOT NULL,
  urgency_reason text,
  spam_score real NOT NULL,
  emotion text NOT NULL,
  corrected text[] NOT NULL DEFAULT '{}',
  -- What the engine said of the labels a person has corrected; null when nothing is corrected.
  machine jsonb,
  -- Compact: [label, kind, start, end, weight, words] each; read for one feedback at a time only.
  reasons text NOT NULL,
  tokens int[] NOT NULL,
  judged_at timestamptz NOT NULL
);
CREATE INDEX judgements_newest ON judgements (workspace_id, occurred_at DESC, feedback_id DESC);
CREATE INDEX judgements_same_words ON judgements (text_key, person_key);
CREATE INDEX judgements_tokens ON judgements USING gin (tokens);
-- Tokens stay in the row (a walk reads them), reasons move out first when a long text fills it.
ALTER TABLE judgements ALTER COLUMN tokens SET STORAGE MAIN;
ALTER TABLE judgements ALTER COLUMN tokens SET STATISTICS 100;
ALTER TABLE judgements ALTER COLUMN reasons SET STATISTICS 0;
ALTER TABLE judgements ALTER COLUMN aspects SET STATISTICS 0;
ALTER TABLE judgements SET (toast_tuple_target = 4080, autovacuum_vacuum_insert_scale_factor = 0.2,
  autovacuum_analyze_scale_factor = 0.25);
SELECT huiyin.guard_table('judgements');

CREATE VIEW judgements_facts WITH (security_invoker = true) AS
  SELECT workspace_id, feedback_id, engine, language, sentiment, sentiment_score, class, intents, aspects::jsonb AS aspects,
    urgency_level, urgency_reason, spam_score, emotion, themes, corrected, judged_at, occurred_at, day, channel, product_id, person_id,
    rating, repeats, text_key, person_key
  FROM judgements;
GRANT SELECT ON judgements_facts TO huiyin_app;

CREATE TABLE corrections (
  workspace_id id NOT NULL,
  feedback_id id NOT NULL REFERENCES judgements (feedback_id) ON DELETE CASCADE,
  label text NOT NULL CHECK (label IN ('sentiment', 'class', 'intents', 'themes', 'aspects', 'urgency', 'spam')),
  from_value jsonb NOT NULL,
  to_value jsonb NOT NULL,
  by_id id NOT NULL,
  by_name text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, feedback_id, label)
);
SELECT huiyin.guard_table('corrections');
CREATE VIEW corrections_facts WITH (security_invoker = true) AS
  SELECT workspace_id, feedback_id, label, from_value, to_value, by_id, by_name, at FROM corrections;
GRANT SELECT ON corrections_facts TO huiyin_app;

CREATE TABLE judgement_runs (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'cancelled')),
  engine text NOT NULL,
  scope jsonb NOT NULL,
  total bigint NOT NULL,
  done bigint NOT NULL DEFAULT 0,
  changed bigint NOT NULL DEFAULT 0,
  -- Feedback up to this id are judged again.
  cursor id NOT NULL DEFAULT '',
  by_id id NOT NULL,
  by_name text NOT NULL,
  created_at timestamptz NOT NULL,
  finished_at timestamptz
);
CREATE INDEX judgement_runs_newest ON judgement_runs (workspace_id, id DESC);
CREATE UNIQUE INDEX judgement_runs_one ON judgement_runs (workspace_id) WHERE state IN ('waiting', 'running');
SELECT huiyin.guard_table('judgement_runs');

-- How many rows the planner expects of a statement: its statistics know which words and labels are common.
CREATE FUNCTION huiyin.expected_rows(statement text) RETURNS double precision
  LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp AS $$
DECLARE
  plan json;
BEGIN
  EXECUTE 'EXPLAIN (FORMAT JSON) ' || statement INTO plan;
  RETURN (plan -> 0 -> 'Plan' ->> 'Plan Rows')::double precision;
END
$$;
REVOKE ALL ON FUNCTION huiyin.expected_rows(text) FROM PUBLIC;

-- Finds judged feedback of the present workspace, newest first. It runs as the owner, past the policies, because their
-- operators would keep the inverted index from being used; the workspace is named in every statement instead.
-- A frequent word is met at once by walking from the newest row, a rare one is fetched by the inverted index. A short walk
-- comes first: what it meets tells how frequent the words are together, better than any statistics do.
--   must: tokens that all occur · groups: of each array literal at least one occurs · never: none occurs
CREATE FUNCTION huiyin.find_judged(must int[], groups text[], never int[], products text[], person text, from_at timestamptz,
    to_at timestamptz, has_case boolean, before_at timestamptz, before_id text, take int)
  RETURNS TABLE (feedback_id id, occurred_at timestamptz)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  ws text := huiyin.current_workspace();
  place text;
  fits text := '';
  also text := '';
  newest constant text := ' ORDER BY occurred_at DESC, feedback_id DESC';
  one text;
  expected double precision;
  reach double precision;
  further double precision;
  bound bigint;
  met bigint;
BEGIN
  IF ws IS NULL THEN RETURN; END IF;
  place := format('workspace_id = %L', ws);
  IF from_at IS NOT NULL THEN place := place || format(' AND occurred_at >= %L', from_at); END IF;
  IF to_at IS NOT NULL THEN place := place || format(' AND occurred_at < %L', to_at); END IF;
  IF before_at IS NOT NULL THEN
    place := place || format(' AND (occurred_at, feedback_id) < (%L::timestamptz, %L::id)', before_at, before_id);
  END IF;
  IF cardinality(must) > 0 THEN fits := format(' AND tokens @> %L::int[]', must); END IF;
  FOREACH one IN ARRAY groups LOOP fits := fits || format(' AND tokens && %L::int[]', one); END LOOP;
  IF cardinality(never) > 0 THEN also := format(' AND NOT tokens && %L::int[]', never); END IF;
  -- Ids are hashed into tokens; the column settles what two hashes might confuse.
  IF cardinality(products) > 0 THEN also := also || format(' AND product_id = ANY (%L::text[])', products); END IF;
  IF has_case IS NOT NULL THEN
    also := also || format(' AND %s EXISTS (SELECT FROM feedback_cases c WHERE c.workspace_id = %L AND c.feedback_id = j.feedback_id)',
      CASE WHEN has_case THEN '' ELSE 'NOT' END, ws);
  END IF;
  -- One person says little: his feedback are fetched by their own index and sifted.
  IF person IS NOT NULL THEN
    RETURN QUERY EXECUTE format(
      'WITH own AS MATERIALIZED (SELECT f.id FROM feedback_facts f WHERE f.workspace_id = %L AND f.person_id = %L),
         hit AS MATERIALIZED (SELECT j.feedback_id, j.occurred_at FROM own o JOIN judgements j ON j.feedback_id = o.id WHERE %s%s%s)
       SELECT h.feedback_id, h.occurred_at FROM hit h%s LIMIT %s', ws, person, place, fits, also, newest, take);
    RETURN;
  END IF;
  IF fits = '' THEN
    RETURN QUERY EXECUTE format('SELECT j.feedback_id, j.occurred_at FROM judgements j WHERE %s%s%s LIMIT %s', place, also, newest, take);
    RETURN;
  END IF;
  bound := 3000 + 2 * take;
  RETURN QUERY EXECUTE format(
    'SELECT j.feedback_id, j.occurred_at FROM (SELECT * FROM judgements WHERE %s%s LIMIT %s) j WHERE true%s%s LIMIT %s',
    place, newest, bound, fits, also, take);
  GET DIAGNOSTICS met = ROW_COUNT;
  IF met >= take THEN RETURN; END IF;
  reach := greatest(huiyin.expected_rows(format('SELECT FROM judgements j WHERE %s', place)), 1);
  expected := reach * (met + 1) / bound;
  IF met < 5 THEN
    expected := greatest(least(expected, huiyin.expected_rows(format('SELECT FROM judgements j WHERE %s%s', place, fits))), 1);
  END IF;
  -- A row met while walking costs about a third of one fetched by the inverted index, which jumps about.
  further := bound + (take - met) * reach / expected;
  IF further < expected * 3 THEN
    bound := least(ceil(2 * further), 60000);
    RETURN QUERY EXECUTE format(
      'SELECT j.feedback_id, j.occurred_at FROM (SELECT * FROM judgements WHERE %s%s LIMIT %s) j WHERE true%s%s OFFSET %s LIMIT %s',
      place, newest, bound, fits, also, met, take - met);
    GET DIAGNOSTICS bound = ROW_COUNT;
    met := met + bound;
    IF met >= take THEN RETURN; END IF;
  END IF;
  RETURN QUERY EXECUTE format(
    'WITH hit AS MATERIALIZED (SELECT j.feedback_id, j.occurred_at FROM judgements j WHERE %s%s%s)
     SELECT h.feedback_id, h.occurred_at FROM hit h%s OFFSET %s LIMIT %s', place, fits, also, newest, met, take - met);
END
$$;
REVOKE ALL ON FUNCTION huiyin.find_judged(int[], text[], int[], text[], text, timestamptz, timestamptz, boolean, timestamptz, text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION huiyin.find_judged(int[], text[], int[], text[], text, timestamptz, timestamptz, boolean, timestamptz, text, int) TO huiyin_app;

-- Feedback of the present workspace that share marks with another one: candidates for "similar".
CREATE FUNCTION huiyin.sharing_tokens(marks int[], take int) RETURNS TABLE (feedback_id id)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY EXECUTE format('SELECT j.feedback_id FROM judgements j WHERE j.workspace_id = %L AND j.tokens && %L::int[] LIMIT %s',
    huiyin.current_workspace(), marks, take);
END
$$;
REVOKE ALL ON FUNCTION huiyin.sharing_tokens(int[], int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION huiyin.sharing_tokens(int[], int) TO huiyin_app;
