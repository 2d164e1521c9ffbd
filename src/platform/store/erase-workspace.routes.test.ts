// One workspace goes, whole; the one beside it does not notice.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../test/harness/app.ts';
import { recordFeedbackRoute } from '../../loop/collect/intake/core/feedback.contract.ts';
import { eraseWorkspace } from './erase-workspace.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

async function rowsOf(workspaceId: string): Promise<Record<string, number>> {
  const tables = await app.db.asOwner<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_schema = 'public' AND column_name = 'workspace_id' AND table_type = 'BASE TABLE' ORDER BY 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await app.db.asOwner<{ n: number }>(
      `SELECT count(*)::int AS n FROM ${name} WHERE workspace_id = $1`,
      [workspaceId],
    );
    if (row!.n > 0) counts[name] = row!.n;
  }
  return counts;
}

describe('erasing a workspace', () => {
  it('leaves no row of it in any table, and every row of the other', async () => {
    const body = {
      channel: 'review',
      text: '用了过敏，脸肿了，要投诉',
      rating: 1,
      person: { externalId: 'u', email: 'a@example.com' },
    };
    await app.as.agent.call(recordFeedbackRoute, { body });
    await app.stranger.call(recordFeedbackRoute, { body });
    await app.settle();
    const other = await rowsOf(app.db.workspaceB);
    expect(Object.keys(other).length).toBeGreaterThan(10);
    expect(Object.keys(await rowsOf(app.db.workspaceA)).length).toBeGreaterThan(10);
    expect(await eraseWorkspace(app.db.database, app.db.workspaceA)).toBeGreaterThan(20);
    expect(await rowsOf(app.db.workspaceA)).toEqual({});
    expect(await rowsOf(app.db.workspaceB)).toEqual(other);
    expect(await app.db.asOwner('SELECT id FROM workspaces WHERE id = $1', [app.db.workspaceA])).toEqual([]);
  });
});
