-- feature: loop/answer/status
-- What a reporter answered when asked whether it is solved: once for each resolution.
CREATE TABLE verdicts (
  workspace_id id NOT NULL,
  case_id id NOT NULL,
  resolution integer NOT NULL,
  reporter id NOT NULL,
  solved boolean NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, case_id, resolution, reporter)
);
SELECT huiyin.guard_table('verdicts');
CREATE VIEW verdicts_facts WITH (security_invoker = true) AS
  SELECT workspace_id, case_id, resolution, reporter, solved, at FROM verdicts;
