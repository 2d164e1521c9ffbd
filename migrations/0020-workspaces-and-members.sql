-- feature: ground/members
CREATE TABLE workspaces (
  id id PRIMARY KEY,
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9][a-z0-9-]{0,48}$'),
  name text NOT NULL,
  locale text NOT NULL DEFAULT 'zh-CN' CHECK (locale IN ('zh-CN', 'en')),
  time_zone text NOT NULL DEFAULT 'Asia/Shanghai',
  settings jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL
);
ALTER TABLE workspaces ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON workspaces TO huiyin_app
  USING (id = (SELECT huiyin.current_workspace())) WITH CHECK (id = (SELECT huiyin.current_workspace()));
GRANT SELECT, INSERT, UPDATE ON workspaces TO huiyin_app;
SELECT huiyin.machine_table('workspaces');

CREATE TABLE members (
  id id PRIMARY KEY,
  workspace_id id NOT NULL REFERENCES workspaces (id),
  email text NOT NULL,
  name text NOT NULL,
  role text NOT NULL CHECK (role IN ('owner', 'admin', 'manager', 'agent', 'analyst', 'host', 'viewer')),
  locale text NOT NULL DEFAULT 'zh-CN' CHECK (locale IN ('zh-CN', 'en')),
  password_hash text,
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('invited', 'active', 'disabled')),
  available boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz,
  UNIQUE (workspace_id, email)
);
CREATE INDEX members_by_email ON members (email);
SELECT huiyin.guard_table('members');
SELECT huiyin.machine_table('members');

CREATE TABLE teams (
  id id PRIMARY KEY,
  workspace_id id NOT NULL REFERENCES workspaces (id),
  name text NOT NULL,
  -- Departments own stage clocks: customer_service, analytics, operations, product …
  department text,
  created_at timestamptz NOT NULL,
  UNIQUE (workspace_id, name)
);
SELECT huiyin.guard_table('teams');

CREATE TABLE team_members (
  workspace_id id NOT NULL,
  team_id id NOT NULL REFERENCES teams (id) ON DELETE CASCADE,
  member_id id NOT NULL REFERENCES members (id) ON DELETE CASCADE,
  PRIMARY KEY (workspace_id, team_id, member_id)
);
SELECT huiyin.guard_table('team_members');

CREATE TABLE sessions (
  token_hash text PRIMARY KEY,
  workspace_id id NOT NULL,
  member_id id NOT NULL REFERENCES members (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  agent text
);
CREATE INDEX sessions_by_member ON sessions (workspace_id, member_id);
SELECT huiyin.guard_table('sessions');
SELECT huiyin.machine_table('sessions');

CREATE TABLE api_keys (
  id id PRIMARY KEY,
  workspace_id id NOT NULL REFERENCES workspaces (id),
  name text NOT NULL,
  hint text NOT NULL,
  secret_hash text NOT NULL UNIQUE,
  role text NOT NULL,
  scopes text[] NOT NULL DEFAULT '{}',
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz
);
CREATE INDEX api_keys_newest ON api_keys (workspace_id, id DESC);
SELECT huiyin.guard_table('api_keys');
SELECT huiyin.machine_table('api_keys');

-- One-time links: the first owner's, invitations and password resets. Only the hash is kept.
CREATE TABLE invitations (
  token_hash text PRIMARY KEY,
  workspace_id id NOT NULL,
  member_id id,
  kind text NOT NULL CHECK (kind IN ('first_owner', 'invitation', 'reset')),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
SELECT huiyin.guard_table('invitations');
SELECT huiyin.machine_table('invitations');

CREATE VIEW members_facts WITH (security_invoker = true) AS
  SELECT workspace_id, id, name, email, role, state, available FROM members;
GRANT SELECT ON members_facts TO huiyin_app;
CREATE VIEW teams_facts WITH (security_invoker = true) AS
  SELECT t.workspace_id, t.id, t.name, t.department FROM teams t;
GRANT SELECT ON teams_facts TO huiyin_app;
CREATE VIEW team_members_facts WITH (security_invoker = true) AS
  SELECT workspace_id, team_id, member_id FROM team_members;
GRANT SELECT ON team_members_facts TO huiyin_app;
