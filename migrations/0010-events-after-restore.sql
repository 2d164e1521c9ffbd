-- feature: platform/events
-- Transaction numbers mean something only on the server that gave them. A restore calls every huiyin.after_restore_* function
-- before it commits; this one renumbers events and positions so that what each reaction has read stays read, nothing more.
CREATE FUNCTION huiyin.after_restore_events() RETURNS void
  LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  CREATE TEMP TABLE marks ON COMMIT DROP AS
    SELECT xid, seq, row_number() OVER (ORDER BY xid, seq) AS place FROM (SELECT DISTINCT xid, seq FROM reaction_cursors) AS positions;
  -- Events between two positions share one small number; within it they keep the order of `seq`.
  UPDATE events SET xid =
    (SELECT 1 + count(*) FROM marks WHERE (marks.xid, marks.seq) < (events.xid, events.seq))::text::xid8;
  UPDATE reaction_cursors AS cursor SET
    xid = marks.place::text::xid8,
    seq = coalesce((SELECT max(events.seq) FROM events WHERE events.xid = marks.place::text::xid8), 0)
  FROM marks WHERE marks.xid = cursor.xid AND marks.seq = cursor.seq;
  DROP TABLE marks;
END
$$;
