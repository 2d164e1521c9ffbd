-- feature: loop/collect/forms
CREATE TABLE form_answers (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  form_id id NOT NULL REFERENCES forms (id) ON DELETE CASCADE,
  version integer NOT NULL,
  -- Opens the answer for going on with it; null once erased.
  token_hash text,
  state text NOT NULL CHECK (state IN ('started', 'completed', 'dropped', 'screened')),
  -- How we know that it is one person: identified, by invitation, or by device.
  identified_by text NOT NULL CHECK (identified_by IN ('person', 'invitation', 'device', 'nothing')),
  respondent text COLLATE "C",
  -- Copied from the settings when it was begun: one such row for each respondent.
  once boolean NOT NULL,
  person_id id,
  invitation_id id,
  language text NOT NULL,
  -- Choices and scores by question; words lie sealed beside it until they pass the gate.
  answers jsonb NOT NULL,
  words_sealed text,
  context jsonb NOT NULL,
  order_sealed text,
  scores jsonb NOT NULL DEFAULT '[]',
  embedded boolean NOT NULL,
  started_at timestamptz NOT NULL,
  touched_at timestamptz NOT NULL,
  drop_at timestamptz NOT NULL,
  settled_at timestamptz,
  -- The day it was begun in the shop's zone: every sum of it is kept under this day.
  day date NOT NULL,
  feedback_id id
);
CREATE UNIQUE INDEX form_answers_once ON form_answers (workspace_id, form_id, respondent) WHERE once AND respondent IS NOT NULL;
CREATE INDEX form_answers_of_respondent ON form_answers (workspace_id, form_id, respondent, id DESC) WHERE respondent IS NOT NULL;
CREATE UNIQUE INDEX form_answers_by_token ON form_answers (workspace_id, token_hash) WHERE token_hash IS NOT NULL;
CREATE INDEX form_answers_newest ON form_answers (workspace_id, form_id, id DESC);
CREATE INDEX form_answers_left ON form_answers (drop_at) WHERE state = 'started';
CREATE INDEX form_answers_of_person ON form_answers (workspace_id, person_id) WHERE person_id IS NOT NULL;
SELECT huiyin.machine_table('form_answers');

-- Which words answered which question: the words themselves are feedback.
CREATE TABLE form_texts (
  workspace_id id NOT NULL,
  form_id id NOT NULL REFERENCES forms (id) ON DELETE CASCADE,
  question text COLLATE "C" NOT NULL,
  answer_id id NOT NULL REFERENCES form_answers (id) ON DELETE CASCADE,
  version integer NOT NULL,
  day date NOT NULL,
  feedback_id id NOT NULL,
  PRIMARY KEY (workspace_id, form_id, question, answer_id)
);
CREATE INDEX form_texts_of_answer ON form_texts (workspace_id, answer_id);
SELECT huiyin.guard_table('form_texts');

-- Sums, kept in the transaction that begins or settles an answer, under the day it was begun and the version it answers.
-- Under the day 0001-01-01 and version 0 everything is summed once more over all time. An empty question is the whole form.
CREATE TABLE form_sums (
  workspace_id id NOT NULL,
  form_id id NOT NULL REFERENCES forms (id) ON DELETE CASCADE,
  day date NOT NULL,
  version integer NOT NULL,
  question text COLLATE "C" NOT NULL,
  item text COLLATE "C" NOT NULL,
  count bigint NOT NULL,
  PRIMARY KEY (workspace_id, form_id, day, version, question, item)
) WITH (fillfactor = 80);
SELECT huiyin.guard_table('form_sums');

CREATE VIEW forms_facts WITH (security_invoker = true) AS
  SELECT workspace_id, id, key, name, state, version, created_at, opened_at, closed_at FROM forms;
GRANT SELECT ON forms_facts TO huiyin_app;
CREATE VIEW form_answers_facts WITH (security_invoker = true) AS
  SELECT workspace_id, id, form_id, version, state, identified_by, person_id, invitation_id, language, answers, context,
    scores, started_at, settled_at, day, feedback_id
  FROM form_answers;
GRANT SELECT ON form_answers_facts TO huiyin_app;
CREATE VIEW form_invitations_facts WITH (security_invoker = true) AS
  SELECT workspace_id, id, form_id, trigger_id, person_id, subject, state, reason, created_at, settled_at FROM form_invitations;
GRANT SELECT ON form_invitations_facts TO huiyin_app;
CREATE VIEW form_daily_facts WITH (security_invoker = true) AS
  SELECT workspace_id, form_id, day, version, question, item, count FROM form_sums;
GRANT SELECT ON form_daily_facts TO huiyin_app;
