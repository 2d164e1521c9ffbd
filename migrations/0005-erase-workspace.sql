-- feature: platform/store
-- Removes every row of one workspace: some tables are append-only for both roles, so only the owner of the tables may do it.
CREATE FUNCTION huiyin.erase_workspace(wanted text) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  waiting text[];
  later text[];
  name text;
  gone bigint := 0;
  count bigint;
BEGIN
  SELECT array_agg(c.oid::regclass::text ORDER BY c.relname) INTO waiting
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id' AND NOT a.attisdropped
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition;
  -- A table others point to waits until those are empty.
  WHILE cardinality(waiting) > 0 LOOP
    later := '{}';
    FOREACH name IN ARRAY waiting LOOP
      BEGIN
        EXECUTE format('DELETE FROM %s WHERE workspace_id = $1', name) USING wanted;
        GET DIAGNOSTICS count = ROW_COUNT;
        gone := gone + count;
      EXCEPTION WHEN foreign_key_violation THEN
        later := later || name;
      END;
    END LOOP;
    IF cardinality(later) = cardinality(waiting) THEN
      RAISE EXCEPTION 'rows of % hold each other', later;
    END IF;
    waiting := later;
  END LOOP;
  DELETE FROM workspaces WHERE id = wanted;
  RETURN gone;
END
$$;
REVOKE ALL ON FUNCTION huiyin.erase_workspace(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION huiyin.erase_workspace(text) TO huiyin_machine;
