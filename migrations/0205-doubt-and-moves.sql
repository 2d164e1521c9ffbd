-- feature: loop/understand/judgement
-- How sure the engine was, and which voices wait for a person: doubtful ones whose sentiment nobody has settled yet.
ALTER TABLE judgements ADD COLUMN confidence real;
ALTER TABLE judgements ADD COLUMN is_doubtful boolean NOT NULL DEFAULT false;
ALTER TABLE judgements ADD COLUMN awaits_person boolean NOT NULL
  GENERATED ALWAYS AS (is_doubtful AND NOT ('sentiment' = ANY (corrected))) STORED;
-- Least certain first: the order in which they are asked about.
CREATE INDEX judgements_doubtful ON judgements (workspace_id, confidence, feedback_id) WHERE awaits_person;

CREATE OR REPLACE VIEW judgements_facts WITH (security_invoker = true) AS
  SELECT workspace_id, feedback_id, engine, language, sentiment, sentiment_score, class, intents, aspects::jsonb AS aspects,
    urgency_level, urgency_reason, spam_score, emotion, themes, corrected, judged_at, occurred_at, day, channel, product_id, person_id,
    rating, repeats, text_key, person_key, confidence, is_doubtful, awaits_person,
    -- What the engine said, also where a person has said otherwise since.
    coalesce(machine ->> 'sentiment', sentiment) AS machine_sentiment
  FROM judgements;
GRANT SELECT ON judgements_facts TO huiyin_app;

-- A run tells which engines' labels it replaced and how many went from which label to which.
ALTER TABLE judgement_runs ADD COLUMN was jsonb NOT NULL DEFAULT '{}';
ALTER TABLE judgement_runs ADD COLUMN moves jsonb NOT NULL DEFAULT '{}';
ALTER TABLE judgement_runs DROP CONSTRAINT judgement_runs_state_check;
ALTER TABLE judgement_runs ADD CONSTRAINT judgement_runs_state_check
  CHECK (state IN ('waiting', 'running', 'paused', 'done', 'cancelled'));
DROP INDEX judgement_runs_one;
CREATE UNIQUE INDEX judgement_runs_one ON judgement_runs (workspace_id) WHERE state IN ('waiting', 'running', 'paused');
