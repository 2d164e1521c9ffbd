-- feature: platform/store
-- The two roles everything runs as, the id type, and the walls between workspaces that every later table is put behind.

CREATE DOMAIN public.id AS text COLLATE "C";

-- Roles belong to the whole server, so several databases (or two starts at once) may make them together.
DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['huiyin_app', 'huiyin_machine'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS', wanted);
      EXCEPTION
        WHEN duplicate_object OR unique_violation THEN NULL;
        WHEN insufficient_privilege THEN
          RAISE EXCEPTION USING
            ERRCODE = 'insufficient_privilege',
            MESSAGE = format('The database login "%s" may not create roles.', current_user),
            HINT = format(E'Run this once as a superuser, then start again:\n'
              '  CREATE ROLE huiyin_app NOLOGIN NOSUPERUSER NOBYPASSRLS;\n'
              '  CREATE ROLE huiyin_machine NOLOGIN NOSUPERUSER NOBYPASSRLS;\n'
              '  GRANT huiyin_app, huiyin_machine TO %I;', current_user);
      END;
    END IF;
    IF NOT pg_has_role(current_user, wanted, 'MEMBER')
       OR NOT EXISTS (SELECT FROM pg_auth_members
                      WHERE roleid = wanted::regrole AND member = (SELECT oid FROM pg_roles WHERE rolname = current_user))
          AND NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
      BEGIN
        EXECUTE format('GRANT %I TO %I', wanted, current_user);
      EXCEPTION
        WHEN unique_violation THEN NULL;
        WHEN insufficient_privilege THEN
          RAISE EXCEPTION USING
            ERRCODE = 'insufficient_privilege',
            MESSAGE = format('The database login "%s" may not act as "%s".', current_user, wanted),
            HINT = format('Run this once as a superuser, then start again: GRANT huiyin_app, huiyin_machine TO %I;', current_user);
      END;
    END IF;
    IF (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = wanted) THEN
      RAISE EXCEPTION 'The role "%" may bypass row-level security; run: ALTER ROLE % NOSUPERUSER NOBYPASSRLS', wanted, wanted;
    END IF;
  END LOOP;
END
$$;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public, huiyin TO huiyin_app, huiyin_machine;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO huiyin_app, huiyin_machine;

-- The workspace of the running transaction; NULL when none was set, which no row equals.
CREATE FUNCTION huiyin.current_workspace() RETURNS public.id
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('huiyin.workspace', true), '')::public.id;

-- Puts a table behind the wall: the application sees and writes only rows of its workspace. The sub-select makes the
-- workspace a constant of the plan, so that indexes beginning with it are used.
CREATE FUNCTION huiyin.guard_table(guarded regclass, key text DEFAULT 'workspace_id') RETURNS void
  LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', guarded);
  EXECUTE format('DROP POLICY IF EXISTS workspace_wall ON %s', guarded);
  EXECUTE format('CREATE POLICY workspace_wall ON %s TO huiyin_app USING (%I = (SELECT huiyin.current_workspace())) '
    'WITH CHECK (%I = (SELECT huiyin.current_workspace()))', guarded, key, key);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO huiyin_app', guarded);
END
$$;

-- Lets the machine role (events, jobs, sign-in, look-ups) see every row. A table with a workspace is guarded as well; one
-- without is for the machine alone.
CREATE FUNCTION huiyin.machine_table(served regclass, key text DEFAULT 'workspace_id') RETURNS void
  LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = served AND attname = key AND NOT attisdropped) THEN
    PERFORM huiyin.guard_table(served, key);
  ELSE
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', served);
  END IF;
  EXECUTE format('DROP POLICY IF EXISTS machine_passes ON %s', served);
  EXECUTE format('CREATE POLICY machine_passes ON %s TO huiyin_machine USING (true) WITH CHECK (true)', served);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO huiyin_machine', served);
END
$$;

-- For the rare table that belongs to no workspace and holds nothing of any (positions, clocks): both roles use all of it.
CREATE FUNCTION huiyin.shared_table(shared regclass) RETURNS void
  LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', shared);
  EXECUTE format('CREATE POLICY shared_by_all ON %s TO huiyin_app, huiyin_machine USING (true) WITH CHECK (true)', shared);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO huiyin_app, huiyin_machine', shared);
END
$$;

-- Called after every run of migrations: no table may stand outside the walls, no view may look over them, and published
-- views are open to both roles.
CREATE FUNCTION huiyin.check_walls() RETURNS void
  LANGUAGE plpgsql AS $$
DECLARE
  found record;
BEGIN
  FOR found IN
    SELECT c.oid::regclass AS name FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND NOT c.relrowsecurity
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
  LOOP
    RAISE EXCEPTION 'The table % is outside the walls: its migration must call huiyin.guard_table, machine_table or shared_table', found.name;
  END LOOP;
  FOR found IN
    SELECT c.oid::regclass AS name,
           coalesce('security_invoker=true' = ANY (c.reloptions) OR 'security_invoker=on' = ANY (c.reloptions)
             OR 'security_invoker=1' = ANY (c.reloptions), false) AS invoker
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'v'
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
  LOOP
    IF NOT found.invoker THEN
      RAISE EXCEPTION 'The view % looks over the walls: create it WITH (security_invoker = true)', found.name;
    END IF;
    EXECUTE format('GRANT SELECT ON %s TO huiyin_app, huiyin_machine', found.name);
  END LOOP;
END
$$;
