-- feature: loop/collect/forms
CREATE TABLE forms (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  -- The public name in an address: /q/<key>.
  key text COLLATE "C" NOT NULL UNIQUE,
  name text NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'open', 'closed')),
  -- The version that is answered now; 0 before it was first opened.
  version integer NOT NULL,
  definition jsonb NOT NULL,
  settings jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  updated_by text NOT NULL,
  opened_at timestamptz,
  closed_at timestamptz
);
CREATE INDEX forms_newest ON forms (workspace_id, id DESC);
SELECT huiyin.machine_table('forms');

-- What was asked, word for word, for as long as there are answers to it.
CREATE TABLE form_versions (
  workspace_id id NOT NULL,
  form_id id NOT NULL REFERENCES forms (id) ON DELETE CASCADE,
  version integer NOT NULL,
  definition jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  PRIMARY KEY (workspace_id, form_id, version)
);
SELECT huiyin.guard_table('form_versions');

-- After which news somebody is asked, how much later, how many of them and how seldom one person.
CREATE TABLE form_triggers (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  form_id id NOT NULL REFERENCES forms (id) ON DELETE CASCADE,
  event text NOT NULL,
  delay_minutes integer NOT NULL,
  sample real NOT NULL CHECK (sample > 0 AND sample <= 1),
  cool_down_days integer NOT NULL,
  enabled boolean NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX form_triggers_by_form ON form_triggers (workspace_id, form_id, id);
CREATE INDEX form_triggers_by_event ON form_triggers (workspace_id, event) WHERE enabled;
SELECT huiyin.guard_table('form_triggers');

CREATE TABLE form_invitations (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  form_id id NOT NULL REFERENCES forms (id) ON DELETE CASCADE,
  -- Null for an invitation made by hand or through the API.
  trigger_id id,
  person_id id NOT NULL,
  -- What it is about: a case, a signal, a live show; the same person is asked once about it.
  subject text COLLATE "C" NOT NULL,
  -- What the answer is to carry: place, product, batch.
  context jsonb NOT NULL,
  token_hash text NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN ('waiting', 'sent', 'answered', 'skipped')),
  reason text,
  mail_id id,
  created_at timestamptz NOT NULL,
  send_at timestamptz NOT NULL,
  settled_at timestamptz,
  UNIQUE (workspace_id, form_id, person_id, subject)
);
CREATE INDEX form_invitations_newest ON form_invitations (workspace_id, form_id, id DESC);
CREATE INDEX form_invitations_by_person ON form_invitations (workspace_id, person_id, settled_at DESC);
SELECT huiyin.machine_table('form_invitations');

-- How many invitations are in which state, kept with every change of one. An empty trigger: made by hand.
CREATE TABLE form_invitation_sums (
  workspace_id id NOT NULL,
  form_id id NOT NULL REFERENCES forms (id) ON DELETE CASCADE,
  trigger_id text COLLATE "C" NOT NULL,
  state text COLLATE "C" NOT NULL,
  reason text COLLATE "C" NOT NULL,
  count bigint NOT NULL,
  PRIMARY KEY (workspace_id, form_id, trigger_id, state, reason)
) WITH (fillfactor = 80);
SELECT huiyin.guard_table('form_invitation_sums');
