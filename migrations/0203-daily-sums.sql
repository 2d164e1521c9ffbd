-- feature: loop/understand/overview
-- Sums a day, kept in the transaction that judges. Three kinds of rows keep them few: 'all' by channel, sentiment and
-- class, 'theme' by channel, 'product' by nothing more (empty texts there). `feedback` counts rows, `voices` leaves
-- repeats out, `positive` and `negative` count voices.
-- Under the day 0001-01-01 themes and products are summed over all time.
CREATE TABLE feedback_daily (
  workspace_id id NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('all', 'theme', 'product')),
  day date NOT NULL,
  item id NOT NULL,
  channel text COLLATE "C" NOT NULL,
  sentiment text COLLATE "C" NOT NULL,
  class text COLLATE "C" NOT NULL,
  feedback bigint NOT NULL,
  voices bigint NOT NULL,
  positive bigint NOT NULL,
  negative bigint NOT NULL,
  rated bigint NOT NULL,
  rating_sum double precision NOT NULL,
  low_rated bigint NOT NULL,
  PRIMARY KEY (workspace_id, kind, day, item, channel, sentiment, class)
) WITH (fillfactor = 80);
SELECT huiyin.guard_table('feedback_daily');
CREATE VIEW feedback_daily_facts WITH (security_invoker = true) AS
  SELECT workspace_id, kind, day, item, channel, sentiment, class, feedback, voices, positive, negative, rated, rating_sum, low_rated FROM feedback_daily;
GRANT SELECT ON feedback_daily_facts TO huiyin_app;
