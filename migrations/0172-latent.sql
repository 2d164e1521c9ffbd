-- feature: loop/understand/latent
-- A rule without a row is off and has the thresholds it was delivered with.
CREATE TABLE latent_rules (
  workspace_id id NOT NULL,
  key text NOT NULL,
  is_on boolean NOT NULL,
  settings jsonb NOT NULL,
  updated_at timestamptz NOT NULL,
  updated_by text NOT NULL,
  PRIMARY KEY (workspace_id, key)
);
CREATE INDEX latent_rules_on ON latent_rules (workspace_id) WHERE is_on;
SELECT huiyin.machine_table('latent_rules');

CREATE TABLE latent_findings (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  rule text NOT NULL,
  feedback_id id NOT NULL,
  person_id id,
  product_id id,
  text text NOT NULL,
  occurred_at timestamptz NOT NULL,
  signal_ids jsonb NOT NULL,
  doubt jsonb NOT NULL,
  found_at timestamptz NOT NULL
);
CREATE INDEX latent_findings_newest ON latent_findings (workspace_id, id DESC);
CREATE INDEX latent_findings_by_rule ON latent_findings (workspace_id, rule, id DESC);
SELECT huiyin.guard_table('latent_findings');

-- What a finding rests on. The key says: no rule uses the same evidence twice.
CREATE TABLE latent_evidence (
  workspace_id id NOT NULL,
  rule text NOT NULL,
  item text COLLATE "C" NOT NULL,
  finding_id id NOT NULL REFERENCES latent_findings (id) ON DELETE CASCADE,
  PRIMARY KEY (workspace_id, rule, item)
);
CREATE INDEX latent_evidence_by_finding ON latent_evidence (workspace_id, finding_id);
SELECT huiyin.guard_table('latent_evidence');

CREATE VIEW latent_findings_facts WITH (security_invoker = true) AS
  SELECT workspace_id, id, rule, feedback_id, person_id, product_id, occurred_at, doubt, found_at FROM latent_findings;
GRANT SELECT ON latent_findings_facts TO huiyin_app;
