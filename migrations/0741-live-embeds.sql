-- feature: engage/live/viewer
-- Sites of the shop on which a room may stand, and the sealed secret with which the shop signs who its visitors are.
CREATE TABLE live_embeds (
  room_id id PRIMARY KEY,
  workspace_id id NOT NULL,
  origins text[] NOT NULL,
  identity_secret text,
  changed_at timestamptz NOT NULL
);
SELECT huiyin.machine_table('live_embeds');
