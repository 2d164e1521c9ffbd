import sql, { raw } from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase, WORKSPACE_A, WORKSPACE_B } from '../../../test/harness/database.ts';

// Tables that belong to no workspace. Add one here only with a reason.
const MACHINE_ONLY = ['workspaces']; // the list of workspaces itself
const SHARED = ['reaction_cursors']; // how far each reaction has read: positions, nothing of any workspace
const WITHOUT_WORKSPACE = [...MACHINE_ONLY, ...SHARED];

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test?.drop());

interface TableFacts {
  name: string;
  walled: boolean;
  workspace: boolean;
  not_null: boolean;
  policies: { name: string; roles: string[]; command: string; using: string | null; check: string | null }[];
  owner: string;
}

const tables = () =>
  test.asOwner<TableFacts>(`
    SELECT c.relname AS name, c.relrowsecurity AS walled, a.attname IS NOT NULL AS workspace, coalesce(a.attnotnull, false) AS not_null,
      pg_get_userbyid(c.relowner) AS owner,
      coalesce((SELECT json_agg(json_build_object('name', p.policyname, 'roles', p.roles, 'command', p.cmd, 'using', p.qual, 'check', p.with_check))
                FROM pg_policies p WHERE p.schemaname = 'public' AND p.tablename = c.relname), '[]') AS policies
    FROM pg_class c LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id' AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    ORDER BY 1`);

const bare = (text: string | null) => text?.replace(/::text|[()\s]/g, '') ?? '';
const WALL = bare('workspace_id = (SELECT huiyin.current_workspace() AS current_workspace)');

describe('every table', () => {
  it('with a workspace stands behind the wall, and its workspace is never missing', async () => {
    const wrong = (await tables())
      .filter((table) => table.workspace && !WITHOUT_WORKSPACE.includes(table.name))
      .filter((table) => {
        const wall = table.policies.filter((policy) => policy.roles.includes('huiyin_app'));
        return !(
          table.walled &&
          table.not_null &&
          wall.length === 1 &&
          bare(wall[0]!.using) === WALL &&
          bare(wall[0]!.check) === WALL &&
          wall[0]!.command === 'ALL'
        );
      });
    expect(wrong.map((table) => table.name)).toEqual([]);
  });

  it('without one is on the list and closed to the application', async () => {
    const open = (await tables()).filter((table) => !table.workspace);
    expect(open.map((table) => table.name).filter((name) => !WITHOUT_WORKSPACE.includes(name))).toEqual([]);
    for (const table of open) {
      expect(table.walled, table.name).toBe(true);
      if (SHARED.includes(table.name)) continue;
      const wall = table.policies.filter((policy) => policy.roles.includes('huiyin_app'));
      for (const policy of wall) expect(policy.using, table.name).toContain('huiyin.current_workspace()');
    }
  });

  it('has policies for our two roles only', async () => {
    const roles = new Set((await tables()).flatMap((table) => table.policies.flatMap((policy) => policy.roles)));
    expect([...roles].filter((role) => role !== 'huiyin_app' && role !== 'huiyin_machine')).toEqual([]);
  });

  it('shows nothing and takes nothing when no workspace is set', async () => {
    for (const table of (await tables()).filter(({ name }) => !SHARED.includes(name))) {
      const seen = await test.database.machine
        .write(async (tx) => {
          await tx.client.query('SET LOCAL ROLE huiyin_app');
          return (await tx.client.query(`SELECT count(*)::int AS n FROM ${table.name}`)).rows[0].n;
        })
        .catch((error) => error.code);
      // Either there is no right to it at all, or there is nothing to see.
      expect([0, '42501'], table.name).toContain(seen);
    }
  });
});

describe('the roles', () => {
  it('cannot bypass the walls, own nothing, and are not each other', async () => {
    const roles = await test.asOwner(`SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin,
        (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owns,
        (SELECT count(*)::int FROM pg_auth_members WHERE member = r.oid) AS member_of
      FROM pg_roles r WHERE rolname IN ('huiyin_app', 'huiyin_machine') ORDER BY 1`);
    const nothing = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolcanlogin: false,
      owns: 0,
      member_of: 0,
    };
    expect(roles).toEqual([
      { rolname: 'huiyin_app', ...nothing },
      { rolname: 'huiyin_machine', ...nothing },
    ]);
  });

  it('may not switch the walls off or make tables of their own', async () => {
    await test.asOwner('CREATE TABLE wall_test (workspace_id id NOT NULL, id id)');
    await test.asOwner(`SELECT huiyin.guard_table('wall_test')`);
    for (const text of [
      'ALTER TABLE wall_test DISABLE ROW LEVEL SECURITY',
      'DROP POLICY workspace_wall ON wall_test',
      'CREATE TABLE mine (id int)',
      'TRUNCATE wall_test',
      'CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
      'SELECT * FROM huiyin.migrations',
    ]) {
      await expect(
        test.a.write((tx) => tx.run(raw(text))),
        text,
      ).rejects.toMatchObject({ code: '42501' });
    }
    await expect(
      test.a.write((tx) =>
        tx.run(raw('SET LOCAL row_security = off; ')).then(() => tx.rows(sql`SELECT * FROM wall_test`)),
      ),
    ).rejects.toThrow('row-level security');
  });
});

describe('a wall', () => {
  beforeAll(async () => {
    await test.asOwner(
      'CREATE TABLE walled (workspace_id id NOT NULL, id id, body text, PRIMARY KEY (workspace_id, id))',
    );
    await test.asOwner(`SELECT huiyin.guard_table('walled')`);
    await test.asOwner(
      'CREATE VIEW walled_facts WITH (security_invoker = true) AS SELECT workspace_id, id FROM walled',
    );
    await test.asOwner(
      `INSERT INTO walled SELECT w, 'row_' || n, 'text' FROM unnest($1::text[]) w, generate_series(1, 5000) n`,
      [[WORKSPACE_A, WORKSPACE_B]],
    );
    await test.asOwner('ANALYZE walled');
    await test.asOwner('SELECT huiyin.check_walls()');
  });

  it('hides the rows of strangers even from a statement that forgets the workspace', async () => {
    const rows = await test.a.read((tx) =>
      tx.rows<{ workspace_id: string }>(sql`SELECT DISTINCT workspace_id FROM walled`),
    );
    expect(rows).toEqual([{ workspace_id: WORKSPACE_A }]);
    const facts = await test.a.read((tx) => tx.one(sql`SELECT count(*) AS n FROM walled_facts`));
    expect(facts).toEqual({ n: 5000 });
  });

  it('keeps strangers from changing, moving or adding rows', async () => {
    expect(
      await test.a.write((tx) => tx.run(sql`UPDATE walled SET body = 'x' WHERE workspace_id = ${WORKSPACE_B}`)),
    ).toBe(0);
    expect(await test.a.write((tx) => tx.run(sql`DELETE FROM walled WHERE workspace_id = ${WORKSPACE_B}`))).toBe(0);
    const moves = [
      sql`INSERT INTO walled VALUES (${WORKSPACE_B}, 'row_x', 'x')`,
      sql`UPDATE walled SET workspace_id = ${WORKSPACE_B} WHERE id = 'row_1'`,
    ];
    for (const move of moves) await expect(test.a.write((tx) => tx.run(move))).rejects.toMatchObject({ code: '42501' });
  });

  it('is a constant of the plan, so indexes that begin with the workspace are used', async () => {
    const plan = await test.a.read((tx) =>
      tx.rows<{ 'QUERY PLAN': string }>(
        sql`EXPLAIN SELECT body FROM walled WHERE workspace_id = ${WORKSPACE_A} AND id = 'row_77'`,
      ),
    );
    const text = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).toContain('Index Scan using walled_pkey');
    expect(text).toContain('InitPlan');
    const forgetful = await test.a.read((tx) =>
      tx.rows<{ 'QUERY PLAN': string }>(sql`EXPLAIN SELECT body FROM walled WHERE id = 'row_77'`),
    );
    expect(forgetful.map((row) => row['QUERY PLAN']).join('\n')).toContain('Index Cond: (((workspace_id)::text =');
  });

  it('stands also against the machine where it was not let in', async () => {
    await expect(test.database.machine.rows(sql`SELECT * FROM walled`)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the check of the walls', () => {
  it('refuses a table without one and a view that looks over it', async () => {
    await test.asOwner('CREATE TABLE forgotten (workspace_id id)');
    await expect(test.asOwner('SELECT huiyin.check_walls()')).rejects.toThrow(
      'The table forgotten is outside the walls',
    );
    await test.asOwner('DROP TABLE forgotten');
    await test.asOwner('CREATE VIEW peek AS SELECT * FROM walled');
    await expect(test.asOwner('SELECT huiyin.check_walls()')).rejects.toThrow('The view peek looks over the walls');
    await test.asOwner('DROP VIEW peek');
  });
});
