-- feature: engage/live/viewer
-- Secret addresses of a room: its overlay for a picture mixer, its prompter for the host. Only the hash of the secret is kept.
CREATE TABLE live_links (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  room_id id NOT NULL,
  kind text NOT NULL CHECK (kind IN ('overlay', 'prompter')),
  name text NOT NULL,
  token_hash text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  revoked_at timestamptz
);
CREATE INDEX live_links_of_room ON live_links (workspace_id, room_id, id);
SELECT huiyin.machine_table('live_links');
