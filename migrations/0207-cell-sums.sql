-- feature: loop/understand/overview
-- Sums by product, part of the offer and opinion (`product|aspect|polarity`): where a problem shows first.
ALTER TABLE feedback_daily DROP CONSTRAINT feedback_daily_kind_check;
ALTER TABLE feedback_daily ADD CONSTRAINT feedback_daily_kind_check CHECK (kind IN ('all', 'theme', 'product', 'cell'));

INSERT INTO feedback_daily (workspace_id, kind, day, item, channel, sentiment, class, feedback, voices, positive, negative, rated,
  rating_sum, low_rated)
SELECT j.workspace_id, 'cell', j.day, coalesce(j.product_id, '') || '|' || a.aspect || '|' || a.polarity, '', '', '', count(*),
  count(*) FILTER (WHERE NOT j.repeats), count(*) FILTER (WHERE NOT j.repeats AND j.sentiment = 'positive'),
  count(*) FILTER (WHERE NOT j.repeats AND j.sentiment = 'negative'), count(*) FILTER (WHERE NOT j.repeats AND j.rating IS NOT NULL),
  coalesce(sum(j.rating::float8) FILTER (WHERE NOT j.repeats), 0), count(*) FILTER (WHERE NOT j.repeats AND j.rating <= 2)
FROM judgements j
CROSS JOIN LATERAL (
  SELECT DISTINCT e ->> 0 AS aspect, sign((e ->> 1)::float8)::int AS polarity FROM jsonb_array_elements(j.aspects::jsonb) AS e) a
GROUP BY j.workspace_id, j.day, j.product_id, a.aspect, a.polarity;
