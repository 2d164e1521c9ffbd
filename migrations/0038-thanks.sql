-- feature: ground/people
-- The name by which a customer wants to be thanked in public; both are set only by himself, and both go when he takes it back.
ALTER TABLE people ADD COLUMN nickname text;
ALTER TABLE people ADD COLUMN thanks_consent_at timestamptz;
ALTER TABLE people ADD CONSTRAINT people_thanks CHECK ((nickname IS NULL) = (thanks_consent_at IS NULL));
CREATE INDEX people_thanked ON people (workspace_id, thanks_consent_at) WHERE thanks_consent_at IS NOT NULL;

CREATE OR REPLACE VIEW people_facts WITH (security_invoker = true) AS
  SELECT p.workspace_id, p.id, p.name, p.locale, p.tier, p.created_at, p.last_voice_at, p.nickname, p.thanks_consent_at FROM people p;
