-- feature: loop/collect/photos
-- Pictures that came with a voice, and the places on them the customer pointed at; the files hold no metadata.
CREATE TABLE feedback_photos (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  feedback_id id NOT NULL,
  position integer NOT NULL,
  file_id id NOT NULL,
  thumb_id id NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  -- [{"x": 0-1, "y": 0-1, "note": masked words}]
  pins jsonb NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX feedback_photos_by_feedback ON feedback_photos (workspace_id, feedback_id, position);
SELECT huiyin.guard_table('feedback_photos');

CREATE VIEW feedback_photos_facts WITH (security_invoker = true) AS
  SELECT workspace_id, id, feedback_id, position, width, height, pins, created_at FROM feedback_photos;
