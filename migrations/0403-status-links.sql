-- feature: loop/answer/links
-- A secret address for one reporter and one thing he reported (a case, or a voice that is no case yet). Only the token's
-- hash is kept; the token itself can be made again from the installation's secret and the generation.
CREATE TABLE status_links (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  token_hash text NOT NULL UNIQUE,
  subject id NOT NULL,
  reporter id NOT NULL,
  generation integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  opened_at timestamptz,
  UNIQUE (workspace_id, subject, reporter)
);
SELECT huiyin.machine_table('status_links');
