-- feature: ground/people
CREATE TABLE people (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  name text,
  locale text,
  tier text NOT NULL DEFAULT 'standard' CHECK (tier IN ('standard', 'vip')),
  created_at timestamptz NOT NULL,
  last_voice_at timestamptz
);
CREATE INDEX people_newest ON people (workspace_id, id DESC);
SELECT huiyin.guard_table('people');

-- Look-ups go by keyed hash; the value itself is sealed and shown only to those who may reveal it.
CREATE TABLE identities (
  workspace_id id NOT NULL,
  kind text NOT NULL CHECK (kind IN ('external', 'email', 'phone')),
  value_hash text NOT NULL,
  person_id id NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  value_sealed text NOT NULL,
  hint text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, kind, value_hash)
);
CREATE INDEX identities_by_person ON identities (workspace_id, person_id);
SELECT huiyin.guard_table('identities');

CREATE VIEW people_facts WITH (security_invoker = true) AS
  SELECT p.workspace_id, p.id, p.name, p.locale, p.tier, p.created_at, p.last_voice_at FROM people p;
GRANT SELECT ON people_facts TO huiyin_app;
