import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase, WORKSPACE_A } from '../../../test/harness/database.ts';

let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase();
  await test.asOwner('CREATE TABLE notes (workspace_id id NOT NULL, id id PRIMARY KEY, body text, amount bigint)');
  await test.asOwner(`SELECT huiyin.guard_table('notes')`);
});
afterAll(() => test?.drop());

describe('transactions', () => {
  it('run as the application inside their workspace', async () => {
    const row = await test.a.read((tx) =>
      tx.one(
        sql`SELECT current_user AS role, current_setting('huiyin.workspace') AS workspace, current_setting('transaction_read_only') AS only`,
      ),
    );
    expect(row).toEqual({ role: 'huiyin_app', workspace: WORKSPACE_A, only: 'on' });
  });
});
