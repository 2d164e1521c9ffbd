-- feature: loop/publish/insight
-- Days whose sums have to be counted again, marked in the transaction that hears of a change.
CREATE TABLE insight_dirty (
  workspace_id id NOT NULL,
  day date NOT NULL,
  marked_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, day)
);
SELECT huiyin.machine_table('insight_dirty');

-- After much counting the next round waits a while, so that an import is not slowed by its own numbers.
CREATE TABLE insight_rests (
  workspace_id id PRIMARY KEY,
  until timestamptz NOT NULL
);
SELECT huiyin.guard_table('insight_rests');

-- Voices of a day under one value of one dimension; item '' of dimension 'all' is the day itself.
CREATE TABLE insight_daily (
  workspace_id id NOT NULL,
  dimension text COLLATE "C" NOT NULL,
  day date NOT NULL,
  item text COLLATE "C" NOT NULL,
  voices bigint NOT NULL,
  positive bigint NOT NULL,
  negative bigint NOT NULL,
  urgent bigint NOT NULL,
  latent bigint NOT NULL,
  complaints bigint NOT NULL,
  rated bigint NOT NULL,
  rating_sum double precision NOT NULL,
  rating_squares double precision NOT NULL,
  low_rated bigint NOT NULL,
  PRIMARY KEY (workspace_id, dimension, day, item)
);
SELECT huiyin.guard_table('insight_daily');
CREATE VIEW insight_daily_facts WITH (security_invoker = true) AS
  SELECT workspace_id, dimension, day, item, voices, positive, negative, urgent, latent, complaints, rated, rating_sum, rating_squares, low_rated
  FROM insight_daily;

-- How many voices of a day are at a point of the loop (bucket -1), and how long they took: bucket b holds times from
-- 2^(b/8) to 2^((b+1)/8) milliseconds, so that a median is known within 5 % without reading a row.
CREATE TABLE loop_daily (
  workspace_id id NOT NULL,
  day date NOT NULL,
  measure text COLLATE "C" NOT NULL,
  bucket smallint NOT NULL,
  amount bigint NOT NULL,
  PRIMARY KEY (workspace_id, day, measure, bucket)
) WITH (fillfactor = 80);
SELECT huiyin.guard_table('loop_daily');
CREATE VIEW loop_daily_facts WITH (security_invoker = true) AS
  SELECT workspace_id, day, measure, bucket, amount FROM loop_daily;

CREATE TABLE insight_views (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  member_id id NOT NULL,
  name text NOT NULL,
  search jsonb NOT NULL,
  shared boolean NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX insight_views_of ON insight_views (workspace_id, id DESC);
SELECT huiyin.guard_table('insight_views');

-- Verified cases the world can read of: a published report covers the day they were verified, or a published item of the
-- roadmap stands for them or for their problem.
CREATE VIEW published_cases_facts WITH (security_invoker = true) AS
  SELECT workspace_id, case_id, min(published_at) AS published_at FROM (
    SELECT c.workspace_id, c.id AS case_id, greatest(r.published_at, c.verified_at) AS published_at
    FROM reports_facts r
    JOIN workspaces_facts w ON w.workspace_id = r.workspace_id
    JOIN cases_facts c ON c.workspace_id = r.workspace_id AND (c.verified_at AT TIME ZONE w.time_zone)::date BETWEEN r.from_on AND r.to_on
    WHERE r.state = 'published'
    UNION ALL
    SELECT i.workspace_id, coalesce(p.case_id, m.case_id, l.target_id), i.published_at
    FROM roadmap_facts i
    JOIN roadmap_links_facts l ON l.workspace_id = i.workspace_id AND l.item_id = i.id AND l.kind IN ('case', 'problem', 'feedback')
    LEFT JOIN problem_cases_facts p ON l.kind = 'problem' AND p.workspace_id = l.workspace_id AND p.problem_id = l.target_id
    LEFT JOIN case_feedback_facts m ON l.kind = 'feedback' AND m.workspace_id = l.workspace_id AND m.feedback_id = l.target_id
    WHERE i.published_at IS NOT NULL) AS told
  GROUP BY workspace_id, case_id;

-- What was judged before there were sums.
INSERT INTO insight_dirty (workspace_id, day, marked_at)
SELECT DISTINCT workspace_id, day, now() FROM judgements_facts;
