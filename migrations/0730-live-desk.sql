-- feature: engage/live/desk
-- How five minutes of a show were, so that the next show of the room can be compared with its own history. Sums only, nobody is named.
CREATE TABLE live_desk_windows (
  workspace_id id NOT NULL,
  session_id id NOT NULL,
  at timestamptz NOT NULL,
  room_id id NOT NULL,
  comments integer NOT NULL,
  commenters integer NOT NULL,
  orders integer NOT NULL,
  gmv_minor bigint NOT NULL,
  follows integer NOT NULL,
  PRIMARY KEY (workspace_id, session_id, at)
);
CREATE INDEX live_desk_windows_room ON live_desk_windows (workspace_id, room_id, at DESC);
SELECT huiyin.guard_table('live_desk_windows');
