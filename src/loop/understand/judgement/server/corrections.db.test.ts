// A correction is in force everywhere at once, outlives a new engine, and can be taken back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../../test/harness/database.ts';
import { addReceived, receivedEvent } from '../../../../../test/harness/received-feedback.ts';
import { type Env, systemEnv } from '../../../../ground/env.ts';
import { createJobRunner } from '../../../../platform/jobs/job-runner.ts';
import { createLog } from '../../../../platform/log/log.ts';
import { createMetrics } from '../../../../platform/metrics/metrics.ts';
import type { TextEngine } from '../../../../text/judge.contract.ts';
import { loadEngine } from '../../../../text/node/load-engine.ts';
import { feedbackFilter } from '../../search/core/search.contract.ts';
import { findFeedbackIds } from '../../search/server/find-feedback.ts';
import { judgementJobs } from './judgement.jobs.ts';
import { judgementReactions } from './judgement.reactions.ts';
import { judgementsOf } from './judgement.reads.ts';
import { listRuns } from './run.reads.ts';
import { cancelRun } from './verbs/cancel-run.ts';
import { correctJudgement } from './verbs/correct-judgement.ts';
import { startRun } from './verbs/start-run.ts';
import { takeBackCorrection } from './verbs/take-back-correction.ts';

const NOW = new Date('2026-03-02T02:00:00Z');
let db: TestDatabase;
let engine: TextEngine;
let env: Env;
let ids: string[];

beforeAll(async () => {
  db = await testDatabase();
  engine = await loadEngine();
  env = systemEnv(db.a, NOW, 'test');
  ids = await addReceived(db, [
    ...Array.from({ length: 1200 }, (_, index) => ({ text: `物流太慢了，等了${index}天`, rating: 1 })),
    { text: '质量很好，非常满意', rating: 5 },
  ]);
  const [reaction] = judgementReactions({ engine });
  await db.a.write((tx) => reaction!.run({ tx, events: [receivedEvent(db.workspaceA, ids)], now: NOW }));
});
afterAll(() => db.drop());

const find = (query: object) =>
  db.a.read(async (tx) => (await findFeedbackIds(tx, feedbackFilter.parse(query), { limit: 50 }))!.ids);
const view = async (id: string) => (await db.a.read((tx) => judgementsOf(tx, [id]))).get(id)!;
const sums = () =>
  db.asOwner(
    `SELECT kind, item::text, sentiment, class, feedback::int AS n FROM feedback_daily WHERE feedback <> 0 AND day > '0001-01-01' ORDER BY 1, 2, 3, 4`,
  );

function runner(judges: TextEngine) {
  return createJobRunner({
    database: db.database,
    kinds: judgementJobs({ engine: judges, now: () => NOW }) as never,
    log: createLog('silent'),
    metrics: createMetrics(false),
    now: () => NOW,
  });
}

describe('corrections', () => {
  it('change the view, the search and the sums, and going back restores them exactly', async () => {
    const id = ids.at(-1)!;
    const before = await sums();
    const was = await view(id);
    expect(was.sentiment).toBe('positive');
    const done = await correctJudgement(env, { feedbackId: id, label: 'sentiment', value: 'negative' });
    expect(done).toMatchObject({
      ok: true,
      value: { sentiment: 'negative', class: 'negative', corrected: ['sentiment'] },
    });
    await correctJudgement(env, { feedbackId: id, label: 'themes', value: ['service.rude'] });
    expect(await find({ theme: 'service.rude', sentiment: 'negative' })).toEqual([id]);
    expect(await find({ theme: 'service' })).toEqual([id]);
    expect(await sums()).toContainEqual({
      kind: 'theme',
      item: 'service.rude',
      sentiment: '',
      class: '',
      n: 1,
    });

    expect(await takeBackCorrection(env, { feedbackId: id, label: 'class' })).toMatchObject({
      reason: 'not_corrected',
    });
    await takeBackCorrection(env, { feedbackId: id, label: 'themes' });
    await takeBackCorrection(env, { feedbackId: id, label: 'sentiment' });
    expect(await find({ theme: 'service.rude' })).toEqual([]);
    expect(await sums()).toEqual(before);
    expect({ ...(await view(id)), judgedAt: '' }).toEqual({ ...was, judgedAt: '' });
    const told = await db.asOwner<{ data: object }>(
      `SELECT data FROM events WHERE type = 'judgement.corrected' ORDER BY seq`,
    );
    expect(told.map((event) => event.data)).toMatchObject([
      { label: 'sentiment', from: 'positive', to: 'negative', takenBack: false },
      { label: 'themes', to: ['service.rude'], takenBack: false },
      { label: 'themes', from: ['service.rude'], takenBack: true },
      { label: 'sentiment', from: 'negative', to: 'positive', takenBack: true },
    ]);
  });

  it.each([
    ['sentiment', 'angry', 'invalid_value'],
    ['themes', ['no.such'], 'unknown_theme'],
    ['themes', ['logistics'], 'unknown_theme'],
    ['urgency', 'boredom', 'invalid_value'],
    ['aspects', [{ aspect: 'price', polarity: 5 }], 'invalid_value'],
  ] as const)('refuse %s = %j', async (label, value, reason) => {
    expect(await correctJudgement(env, { feedbackId: ids[0]!, label, value })).toMatchObject({ ok: false, reason });
  });

  it('outlive a re-judgement, which runs in batches, can be resumed and tells what it did', async () => {
    const corrected = ids[600]!;
    await correctJudgement(env, { feedbackId: corrected, label: 'urgency', value: 'legal' });
    const other: TextEngine = {
      ...engine,
      version: 'other@2',
      judgeMany: (items) =>
        engine.judgeMany(items).map((judgement) => ({ ...judgement, engine: 'other@2', intents: ['suggest'] })),
    };
    const started = await startRun(env, { engine: other }, { outdatedOnly: false });
    expect(started).toMatchObject({ ok: true, value: { state: 'waiting', total: 1201 } });
    expect(await startRun(env, { engine: other }, { outdatedOnly: false })).toMatchObject({ reason: 'run_under_way' });
    await runner(other).drain();
    const [run] = (await db.a.read((tx) => listRuns(tx, { limit: 5 }))).items;
    expect(run).toMatchObject({ state: 'done', total: 1201, done: 1201 });
    expect(run!.changed).toBeGreaterThan(1000);
    expect(await view(corrected)).toMatchObject({
      engine: 'other@2',
      class: 'urgent',
      intents: ['suggest'],
      urgency: { level: 'high', reason: 'legal' },
      corrected: ['urgency'],
    });
    const told = await db.asOwner<{ n: number }>(
      `SELECT sum(jsonb_array_length(data -> 'feedbackIds'))::int AS n FROM events WHERE type = 'feedback.judged' AND (data ->> 'again')::boolean`,
    );
    expect(told[0]!.n).toBe(1201);
    await takeBackCorrection(env, { feedbackId: corrected, label: 'urgency' });
    expect(await view(corrected)).toMatchObject({ urgency: { level: 'none' }, intents: ['suggest'], corrected: [] });
  });

  it('leave a cancelled run where it was', async () => {
    const started = await startRun(env, { engine }, { outdatedOnly: true });
    if (!started.ok) throw new Error(started.reason);
    expect(await cancelRun(env, { runId: started.value.id })).toMatchObject({
      ok: true,
      value: { state: 'cancelled' },
    });
    expect(await cancelRun(env, { runId: started.value.id })).toMatchObject({ reason: 'already_finished' });
    await runner(engine).drain();
    expect((await view(ids[0]!)).engine).toBe('other@2');
  });
});
