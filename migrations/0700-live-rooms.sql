-- feature: engage/live/rooms
-- Rooms of the shop in which shows are held. The public name stands in addresses without a workspace, so it is one for all.
CREATE TABLE live_rooms (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  title text NOT NULL,
  slug text COLLATE "C" NOT NULL UNIQUE,
  cover_url text,
  video_url text,
  is_open boolean NOT NULL DEFAULT true,
  is_simulated boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL
);
CREATE INDEX live_rooms_newest ON live_rooms (workspace_id, id DESC);
SELECT huiyin.machine_table('live_rooms');

-- Shows held in a room; at most one of a room is running.
CREATE TABLE live_shows (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  room_id id NOT NULL REFERENCES live_rooms (id) ON DELETE CASCADE,
  title text NOT NULL,
  state text NOT NULL CHECK (state IN ('live', 'ended')),
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  -- How far the journal is known to reach; the journal itself is the truth.
  events bigint NOT NULL DEFAULT 0,
  comments bigint NOT NULL DEFAULT 0,
  completeness double precision NOT NULL DEFAULT 1,
  last_event_at timestamptz,
  -- The journal was removed after the time it is kept for.
  journal_gone_at timestamptz
);
CREATE UNIQUE INDEX live_shows_running ON live_shows (room_id) WHERE state = 'live';
CREATE INDEX live_shows_newest ON live_shows (workspace_id, id DESC);
CREATE INDEX live_shows_by_room ON live_shows (workspace_id, room_id, id DESC);
SELECT huiyin.machine_table('live_shows');

-- What is on the shelf of a room, by the number viewers type.
CREATE TABLE live_shelf (
  workspace_id id NOT NULL,
  room_id id NOT NULL REFERENCES live_rooms (id) ON DELETE CASCADE,
  link_no integer NOT NULL,
  product_id id NOT NULL,
  title text NOT NULL,
  sku text,
  price_minor bigint,
  list_price_minor bigint,
  currency text,
  stock integer,
  aliases text[] NOT NULL DEFAULT '{}',
  facts jsonb NOT NULL DEFAULT '[]',
  PRIMARY KEY (workspace_id, room_id, link_no)
);
CREATE INDEX live_shelf_by_product ON live_shelf (workspace_id, product_id);
SELECT huiyin.guard_table('live_shelf');

-- A platform's own name of a product leads to ours, so that orders and pins of every source meet on one product.
CREATE TABLE live_product_names (
  workspace_id id NOT NULL,
  source text COLLATE "C" NOT NULL,
  platform_id text COLLATE "C" NOT NULL,
  product_id id NOT NULL,
  PRIMARY KEY (workspace_id, source, platform_id)
);
SELECT huiyin.guard_table('live_product_names');

-- Where a room hears from. The address of a pushed source leads to one row, whoever calls.
CREATE TABLE live_sources (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  room_id id NOT NULL REFERENCES live_rooms (id) ON DELETE CASCADE,
  kind text COLLATE "C" NOT NULL,
  name text NOT NULL,
  push_key text COLLATE "C" NOT NULL UNIQUE,
  settings jsonb NOT NULL DEFAULT '{}',
  secrets_sealed text,
  secrets_set text[] NOT NULL DEFAULT '{}',
  is_on boolean NOT NULL DEFAULT false,
  notice_accepted_at timestamptz,
  state text NOT NULL DEFAULT 'off' CHECK (state IN ('off', 'connecting', 'open', 'waiting', 'failed')),
  detail text,
  last_event_at timestamptz,
  events bigint NOT NULL DEFAULT 0,
  unread bigint NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL
);
CREATE INDEX live_sources_by_room ON live_sources (workspace_id, room_id, id);
SELECT huiyin.machine_table('live_sources');

-- Finished parts of a show's journal: compressed, in the file store, with what one must know to find a moment.
CREATE TABLE live_segments (
  workspace_id id NOT NULL,
  show_id id NOT NULL REFERENCES live_shows (id) ON DELETE CASCADE,
  first_seq bigint NOT NULL,
  last_seq bigint NOT NULL,
  first_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  events integer NOT NULL,
  bytes bigint NOT NULL,
  file_id id NOT NULL,
  archived_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, show_id, first_seq)
);
SELECT huiyin.guard_table('live_segments');

-- Alarms that became cases: one row each, so that a restart opens none twice.
CREATE TABLE live_alert_cases (
  workspace_id id NOT NULL,
  show_id id NOT NULL REFERENCES live_shows (id) ON DELETE CASCADE,
  alert_id text COLLATE "C" NOT NULL,
  feedback_id id NOT NULL,
  case_id id,
  raised_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, show_id, alert_id)
);
CREATE INDEX live_alert_cases_by_case ON live_alert_cases (workspace_id, case_id);
SELECT huiyin.guard_table('live_alert_cases');

-- Viewers who are known persons since something they said became feedback: by the keyed hash the journal names them with.
CREATE TABLE live_known_people (
  workspace_id id NOT NULL,
  uid text COLLATE "C" NOT NULL,
  person_id id NOT NULL,
  show_id id NOT NULL REFERENCES live_shows (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, uid, show_id)
);
CREATE INDEX live_known_people_by_person ON live_known_people (workspace_id, person_id);
CREATE INDEX live_known_people_by_show ON live_known_people (workspace_id, show_id);
SELECT huiyin.guard_table('live_known_people');

-- How long journals are kept.
CREATE TABLE live_settings (
  workspace_id id PRIMARY KEY,
  keep_days integer NOT NULL
);
SELECT huiyin.machine_table('live_settings');

CREATE VIEW live_rooms_facts WITH (security_invoker = true) AS
  SELECT workspace_id, id, title, slug, cover_url, video_url, is_open, is_simulated, created_at FROM live_rooms;
GRANT SELECT ON live_rooms_facts TO huiyin_app, huiyin_machine;

CREATE VIEW live_shows_facts WITH (security_invoker = true) AS
  SELECT s.workspace_id, s.id, s.room_id, s.title, s.state, s.started_at, s.ended_at, s.events, s.comments, s.completeness,
    s.last_event_at, s.journal_gone_at, r.title AS room_title, r.slug AS room_slug, r.is_simulated
  FROM live_shows s JOIN live_rooms r ON r.id = s.room_id;
GRANT SELECT ON live_shows_facts TO huiyin_app, huiyin_machine;

CREATE VIEW live_alert_cases_facts WITH (security_invoker = true) AS
  SELECT workspace_id, show_id, alert_id, feedback_id, case_id, raised_at FROM live_alert_cases;
GRANT SELECT ON live_alert_cases_facts TO huiyin_app;

CREATE VIEW live_known_people_facts WITH (security_invoker = true) AS
  SELECT workspace_id, uid, person_id, show_id FROM live_known_people;
GRANT SELECT ON live_known_people_facts TO huiyin_app;
