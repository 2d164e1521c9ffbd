-- feature: loop/understand/judgement
-- Which feedback stand in a case: told by the later room through the door, so that the explorer can filter by it.
CREATE TABLE feedback_cases (
  workspace_id id NOT NULL,
  feedback_id id NOT NULL,
  case_id id NOT NULL,
  PRIMARY KEY (workspace_id, feedback_id)
);
SELECT huiyin.guard_table('feedback_cases');
CREATE VIEW feedback_cases_facts WITH (security_invoker = true) AS
  SELECT workspace_id, feedback_id, case_id FROM feedback_cases;
GRANT SELECT ON feedback_cases_facts TO huiyin_app;
