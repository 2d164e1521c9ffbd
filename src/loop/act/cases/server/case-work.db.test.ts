// Work on cases on a real database: merging loses nothing, messages move the status, clocks come back onto the row, the bell rings once.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../../test/harness/database.ts';
import { addJudged, addMember, addPerson, addTeam } from '../../../../../test/harness/judged-feedback.ts';
import { type Env, systemEnv } from '../../../../ground/env.ts';
import { permissionsOf } from '../../../../ground/members/core/permission.contract.ts';
import type { Id } from '../../../../kit/ids.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { readTimeline } from '../../../../platform/events/event.reads.ts';
import { caseJobs } from './case.jobs.ts';
import { caseReactions } from './case.reactions.ts';
import { listCases } from './case.reads.ts';
import { conditionsOf } from './case-filter.reads.ts';
import { CaseRaced } from './case-raced.ts';
import { readCaseView } from './case-view.reads.ts';
import { noteAgentReply, noteCustomerMessage, reportersOf } from './door.ts';
import { addNote } from './verbs/add-note.ts';
import { assignCase } from './verbs/assign-case.ts';
import { bulkChange } from './verbs/bulk-change.ts';
import { changeDetails } from './verbs/change-details.ts';
import { closeCase } from './verbs/close-case.ts';
import { escalateCase } from './verbs/escalate-case.ts';
import { joinFeedback } from './verbs/join-feedback.ts';
import { mergeCase } from './verbs/merge-case.ts';
import { openCase } from './verbs/open-case.ts';
import { removeFeedback } from './verbs/remove-feedback.ts';
import { reopenCase } from './verbs/reopen-case.ts';
import { resolveCase } from './verbs/resolve-case.ts';
import { setEffort } from './verbs/set-effort.ts';
import { setPriority } from './verbs/set-priority.ts';
import { setStatus } from './verbs/set-status.ts';
import { snoozeCase } from './verbs/snooze-case.ts';
import { triageCase } from './verbs/triage-case.ts';
import { unmergeCase } from './verbs/unmerge-case.ts';
import { verifyCase } from './verbs/verify-case.ts';

let db: TestDatabase;
let env: Env;
let agent: string;
const now = new Date('2026-03-02T02:00:00Z');
const settle = { resolution: 'fixed' as const, note: null, message: null, tell: true };

beforeAll(async () => {
  db = await testDatabase({ appPoolSize: 12 });
});
afterAll(() => db.drop());
beforeEach(async () => {
  for (const table of [
    'cases',
    'case_feedback',
    'case_notes',
    'case_counters',
    'notifications',
    'clocked_cases',
    'clock_histories',
    'clocks',
    'judgements',
    'feedback',
    'events',
    'jobs',
    'members',
    'teams',
    'assignment_turns',
  ]) {
    await db.asOwner(`TRUNCATE ${table} CASCADE`);
  }
  agent = await addMember(db, '小林');
  env = {
    ...systemEnv(db.a, now, 'test'),
    actor: { kind: 'member', id: agent as Id<'mem'>, name: '小林', role: 'owner', permissions: permissionsOf('owner') },
  };
});

const write = <T>(work: (tx: Tx) => Promise<T>) => db.a.write(work);
const at = (iso: string): Env => ({ ...env, now: new Date(iso) });
const events = (type: string) =>
  db.asOwner<{ subject: string; data: Record<string, unknown> }>(
    `SELECT subject, data FROM events WHERE type = $1 ORDER BY seq`,
    [type],
  );
const rowOf = async (id: string) =>
  (await db.asOwner<Record<string, unknown>>(`SELECT * FROM cases WHERE id = $1`, [id]))[0]!;
const ringsOf = (member: string) =>
  db.asOwner<{ kind: string }>(`SELECT kind FROM notifications WHERE member_id = $1 ORDER BY id`, [member]);

async function opened(
  person: string | null,
  count = 1,
  themes = ['logistics.late'],
): Promise<{ id: string; feedback: string[] }> {
  const feedback = await addJudged(
    db,
    Array.from({ length: count }, () => ({ personId: person, rating: 1, themes })),
  );
  const result = await write((tx) => openCase(tx, env, { feedbackIds: feedback }));
  if (!result.ok) throw new Error(result.reason);
  return { id: result.value.id, feedback };
}

describe('opening by hand', () => {
  it('takes person, theme and title from the feedback, and refuses a second open case of both', async () => {
    const person = await addPerson(db, '安', 'vip');
    const { id } = await opened(person, 2);
    expect(await rowOf(id)).toMatchObject({
      title: '物流太慢，等了两周',
      person_id: person,
      theme: 'logistics.late',
      voices: 2,
      people: 1,
      vip: true,
      opened_by: 'manual',
      status: 'new',
    });
    const more = await addJudged(db, [{ personId: person }]);
    expect(await write((tx) => openCase(tx, env, { feedbackIds: more }))).toMatchObject({
      reason: 'open_case_exists',
      details: [{ message: id }],
    });
    expect(await write((tx) => openCase(tx, env, { feedbackIds: ['fb_00000000000000000000000000'] }))).toMatchObject({
      reason: 'unknown_feedback',
    });
    expect(await write((tx) => joinFeedback(tx, env, { caseId: id, feedbackIds: more }))).toMatchObject({ ok: true });
    expect(await rowOf(id)).toMatchObject({ voices: 3 });
    const other = await addJudged(db, [{ personId: await addPerson(db, '贝') }]);
    expect(await write((tx) => openCase(tx, env, { feedbackIds: [...other, more[0]!] }))).toMatchObject({
      reason: 'feedback_in_case',
    });
    expect(await write((tx) => removeFeedback(tx, env, { caseId: id, feedbackId: more[0]! }))).toMatchObject({
      ok: true,
    });
    expect(await write((tx) => openCase(tx, env, { feedbackIds: [...other, more[0]!] }))).toMatchObject({ ok: true });
  });

  it('opens one of twenty at once', async () => {
    const person = await addPerson(db, '安');
    const feedback = await addJudged(
      db,
      Array.from({ length: 20 }, () => ({ personId: person })),
    );
    const settled = await Promise.allSettled(
      feedback.map((id) => write((tx) => openCase(tx, env, { feedbackIds: [id] }))),
    );
    const results = settled.map((one) => (one.status === 'fulfilled' ? one.value : one.reason));
    expect(results.filter((result) => result.ok).length).toBe(1);
    const lost = results.filter((result) => result instanceof CaseRaced || result.reason === 'open_case_exists');
    expect(lost.length).toBe(19);
    expect((await db.asOwner('SELECT FROM clocked_cases')).length).toBe(1);
    expect((await db.asOwner('SELECT FROM cases')).length).toBe(1);
  });
});

describe('merging', () => {
  it('moves the feedback, keeps a pointer, and gives everything back', async () => {
    const [anna, bert, cleo] = [await addPerson(db, '安'), await addPerson(db, '贝'), await addPerson(db, '陈')];
    const [a, b, c] = [await opened(anna, 2), await opened(bert, 3), await opened(cleo, 1)];
    const before = [await rowOf(a.id), await rowOf(b.id), await rowOf(c.id)];
    const held = async () =>
      (
        await db.asOwner<{ case_id: string; ids: string[] }>(
          `SELECT case_id, array_agg(feedback_id::text ORDER BY feedback_id) AS ids FROM case_feedback GROUP BY case_id ORDER BY case_id`,
        )
      ).map((row) => [row.case_id, row.ids]);
    const heldBefore = await held();
    expect(await write((tx) => mergeCase(tx, env, { caseId: a.id, intoId: b.id }))).toMatchObject({ ok: true });
    expect(await write((tx) => mergeCase(tx, env, { caseId: b.id, intoId: c.id }))).toMatchObject({ ok: true });
    expect(await rowOf(c.id)).toMatchObject({ voices: 6, people: 3 });
    expect(await rowOf(a.id)).toMatchObject({ merged_into: b.id, is_open: false, status: 'new', next_due_at: null });
    const reporters = await db.a.read((tx) => reportersOf(tx, c.id));
    expect(reporters.map((one) => [one.personId, one.feedbackIds.length])).toEqual([
      [anna, 2],
      [bert, 3],
      [cleo, 1],
    ]);
    // Whoever asks about a merged case is answered by the one that stands for it.
    await write((tx) => noteCustomerMessage(tx, env, { caseId: a.id }));
    expect(await write((tx) => setStatus(tx, env, { caseId: a.id, status: 'open' }))).toMatchObject({
      reason: 'case_merged',
    });
    expect(await write((tx) => mergeCase(tx, env, { caseId: a.id, intoId: c.id }))).toMatchObject({
      reason: 'case_merged',
    });
    // The first merge is undone although the second carried its feedback further.
    expect(await write((tx) => unmergeCase(tx, env, { caseId: a.id }))).toMatchObject({ ok: true });
    expect(await rowOf(c.id)).toMatchObject({ voices: 4, people: 2 });
    expect(await write((tx) => unmergeCase(tx, env, { caseId: b.id }))).toMatchObject({ ok: true });
    expect(await held()).toEqual(heldBefore);
    const after = [await rowOf(a.id), await rowOf(b.id), await rowOf(c.id)];
    for (const [index, row] of after.entries()) expect(row).toEqual(before[index]);
    expect(await write((tx) => unmergeCase(tx, env, { caseId: b.id }))).toMatchObject({ reason: 'not_merged' });
  });

  it('refuses what would lose a promise', async () => {
    const [a, b] = [await opened(await addPerson(db, '安')), await opened(await addPerson(db, '贝'))];
    expect(await write((tx) => mergeCase(tx, env, { caseId: a.id, intoId: a.id }))).toMatchObject({
      reason: 'same_case',
    });
    expect(await write((tx) => mergeCase(tx, env, { caseId: a.id, intoId: 'case_x' }))).toMatchObject({
      reason: 'unknown_case',
    });
    expect(await write((tx) => mergeCase(tx, env, { caseId: 'case_x', intoId: a.id }))).toMatchObject({
      reason: 'not_found',
    });
    await write((tx) => resolveCase(tx, env, { ...settle, caseId: b.id }));
    expect(await write((tx) => mergeCase(tx, env, { caseId: a.id, intoId: b.id }))).toMatchObject({
      reason: 'case_settled',
    });
  });
});

describe('the way of a case', () => {
  it('goes from new to closed and comes back, with its clocks on the row', async () => {
    const { id } = await opened(await addPerson(db, '安'));
    expect((await rowOf(id)).next_due_at).toBeInstanceOf(Date);
    expect(await write((tx) => triageCase(tx, env, { caseId: id }))).toMatchObject({ ok: true });
    expect(await rowOf(id)).toMatchObject({ status: 'open', stage: 'classify' });
    await write((tx) => noteAgentReply(tx, at('2026-03-02T03:00:00Z'), { caseId: id, bot: true }));
    expect((await rowOf(id)).first_reply_at).toBeNull();
    await write((tx) =>
      noteAgentReply(tx, at('2026-03-02T03:10:00Z'), { caseId: id, bot: false, nextStatus: 'pending' }),
    );
    expect(await rowOf(id)).toMatchObject({
      status: 'pending',
      first_reply_at: new Date('2026-03-02T03:10:00Z'),
      next_due_at: null,
    });
    await write((tx) => noteCustomerMessage(tx, at('2026-03-02T04:00:00Z'), { caseId: id }));
    expect(await rowOf(id)).toMatchObject({ status: 'open' });
    expect((await rowOf(id)).next_due_at).toBeInstanceOf(Date);
    expect(await write((tx) => verifyCase(tx, env, { caseId: id, how: 'member', note: null }))).toMatchObject({
      reason: 'not_resolved',
    });
    await write((tx) => resolveCase(tx, at('2026-03-02T05:00:00Z'), { ...settle, caseId: id, message: '已补发' }));
    expect(await rowOf(id)).toMatchObject({
      status: 'resolved',
      stage: 'confirm',
      resolution: 'fixed',
      next_due_at: null,
      is_open: false,
    });
    expect((await events('case.resolved'))[0]!.data).toEqual({
      note: null,
      resolution: 'fixed',
      message: '已补发',
      tell: true,
    });
    await write((tx) => verifyCase(tx, env, { caseId: id, how: 'member', note: null }));
    await write((tx) => closeCase(tx, env, { caseId: id }));
    expect(await write((tx) => noteCustomerMessage(tx, env, { caseId: id }))).toMatchObject({ reason: 'case_closed' });
    expect(await write((tx) => reopenCase(tx, env, { caseId: id, reason: '又坏了', by: 'person' }))).toMatchObject({
      ok: true,
    });
    expect(await rowOf(id)).toMatchObject({
      status: 'open',
      stage: 'handle',
      resolved_at: null,
      verified_at: null,
      closed_at: null,
      reopened_count: 1,
    });
  });

  it('opens a resolved case again when the customer writes, unless another one has taken its place', async () => {
    const person = await addPerson(db, '安');
    const { id } = await opened(person);
    await write((tx) => resolveCase(tx, env, { ...settle, caseId: id }));
    await write((tx) => noteCustomerMessage(tx, env, { caseId: id }));
    expect(await rowOf(id)).toMatchObject({ status: 'open', reopened_count: 1 });
    await write((tx) => resolveCase(tx, env, { ...settle, caseId: id }));
    const next = await opened(person);
    expect(await write((tx) => noteCustomerMessage(tx, env, { caseId: id }))).toMatchObject({
      reason: 'open_case_exists',
      details: [{ message: next.id }],
    });
  });

  it('sleeps until its instant, wakes by the job, and rings its owner once', async () => {
    const owner = await addMember(db, '小王');
    const { id } = await opened(await addPerson(db, '安'));
    await write((tx) => assignCase(tx, env, { caseId: id, memberId: owner }));
    const until = new Date('2026-03-03T02:00:00Z');
    expect(
      await write((tx) => snoozeCase(tx, env, { caseId: id, until: new Date('2026-03-01T00:00:00Z') })),
    ).toMatchObject({ reason: 'invalid_instant' });
    await write((tx) => snoozeCase(tx, env, { caseId: id, until }));
    expect(await rowOf(id)).toMatchObject({ snoozed_until: until, next_due_at: null });
    const [job] = await db.asOwner<{ payload: { caseId: string; until: string }; run_at: Date }>(
      'SELECT payload, run_at FROM jobs',
    );
    expect(job!.run_at).toEqual(until);
    const wake = caseJobs()[0]!;
    const run = () =>
      wake.run({
        payload: job!.payload as never,
        db: db.a,
        now: until,
        attempt: 1,
        finish: async () => {},
        again: () => {},
        alive: async () => true,
      });
    await run();
    await run();
    expect((await rowOf(id)).snoozed_until).toBeNull();
    expect((await rowOf(id)).next_due_at).toBeInstanceOf(Date);
    expect((await ringsOf(owner)).map((ring) => ring.kind)).toEqual(['assigned', 'woke']);
  });
});

describe('priority', () => {
  it('follows its parts until a hand sets it, and comes back', async () => {
    const { id } = await opened(await addPerson(db, '安'));
    expect(await rowOf(id)).toMatchObject({ priority: 'high', priority_by_hand: false });
    await write((tx) => setEffort(tx, env, { caseId: id, effort: 'large' }));
    expect(await rowOf(id)).toMatchObject({ priority: 'medium', effort: 'large' });
    await write((tx) => setPriority(tx, env, { caseId: id, priority: 'urgent', reason: '主播在等' }));
    await write((tx) => setEffort(tx, env, { caseId: id, effort: 'small' }));
    expect(await rowOf(id)).toMatchObject({
      priority: 'urgent',
      computed_priority: 'high',
      priority_reason: '主播在等',
    });
    await write((tx) => setPriority(tx, env, { caseId: id, priority: null, reason: null }));
    expect(await rowOf(id)).toMatchObject({ priority: 'high', priority_by_hand: false });
    expect(await write((tx) => setPriority(tx, env, { caseId: id, priority: null, reason: null }))).toMatchObject({
      reason: 'priority_not_by_hand',
    });
  });

  it('rises with a correction of a voice', async () => {
    const { id, feedback } = await opened(await addPerson(db, '安'));
    await db.asOwner(`UPDATE judgements SET class = 'urgent' WHERE feedback_id = $1`, [feedback[0]]);
    const reaction = caseReactions().find((one) => one.name === 'cases.weigh_corrections')!;
    const event = {
      seq: 1,
      id: 'evt_1',
      workspaceId: db.workspaceA,
      type: 'judgement.corrected',
      subject: feedback[0]!,
      actor: env.actor,
      at: now,
      data: { feedbackId: feedback[0], label: 'class', from: 'negative', to: 'urgent', takenBack: false },
    };
    await write((tx) => reaction.run({ tx, events: [event], now }));
    expect(await rowOf(id)).toMatchObject({ priority: 'urgent', urgent: true });
  });
});

describe('people at work', () => {
  it('assigns in turns, fairly even at once', async () => {
    const members = [await addMember(db, '甲'), await addMember(db, '乙'), await addMember(db, '丙')];
    const team = await addTeam(db, '售后', members);
    const ids: string[] = [];
    for (let index = 0; index < 12; index += 1) ids.push((await opened(await addPerson(db, `客${index}`))).id);
    await write((tx) => assignCase(tx, env, { caseId: ids[0]!, teamId: team }));
    const results = await Promise.all(
      ids.map((caseId) => write((tx) => assignCase(tx, env, { caseId, teamId: team, auto: true }))),
    );
    expect(results.every((result) => result.ok)).toBe(true);
    const loads = await db.asOwner<{ owner_id: string; n: string }>(
      'SELECT owner_id, count(*) AS n FROM cases GROUP BY owner_id',
    );
    expect(loads.map((row) => Number(row.n))).toEqual([4, 4, 4]);
    expect(loads.map((row) => row.owner_id).sort()).toEqual([...members].sort());
    await db.asOwner('UPDATE members SET available = false');
    expect(await write((tx) => assignCase(tx, env, { caseId: ids[0]!, auto: true }))).toMatchObject({
      reason: 'nobody_available',
    });
    expect(await write((tx) => assignCase(tx, env, { caseId: ids[0]!, memberId: 'mem_x' }))).toMatchObject({
      reason: 'unknown_member',
    });
    expect(await write((tx) => assignCase(tx, env, { caseId: ids[0]!, teamId: 'team_x' }))).toMatchObject({
      reason: 'unknown_team',
    });
    expect(await write((tx) => assignCase(tx, env, { caseId: ids[0]!, memberId: agent, teamId: team }))).toMatchObject({
      reason: 'not_in_team',
    });
  });

  it('rings for mentions and shows the note', async () => {
    const other = await addMember(db, '小王');
    const { id } = await opened(await addPerson(db, '安'));
    expect(
      await write((tx) => addNote(tx, env, { caseId: id, text: '看一下', mentions: [other, agent] })),
    ).toMatchObject({ ok: true });
    expect(await write((tx) => addNote(tx, env, { caseId: id, text: '看一下', mentions: ['mem_x'] }))).toMatchObject({
      reason: 'unknown_member',
    });
    expect((await ringsOf(other)).length).toBe(1);
    expect((await ringsOf(agent)).length).toBe(0);
    const view = await db.a.read((tx) => readCaseView(tx, id, now));
    expect(view!.notes).toMatchObject([
      { text: '看一下', author: { name: '小林' }, mentions: [{ name: '小林' }, { name: '小王' }] },
    ]);
  });

  it('climbs the ladder: tells the owner, then the manager, raises and hands over', async () => {
    const manager = await addMember(db, '主管', 'manager');
    const owner = await addMember(db, '小王');
    const team = await addTeam(db, '升级组', [manager]);
    const { id } = await opened(await addPerson(db, '安'));
    await write((tx) => assignCase(tx, env, { caseId: id, memberId: owner }));
    const system = systemEnv(db.a, now, 'clocks');
    const news = {
      clockId: 'clk_0' as never,
      caseId: id,
      kind: 'frt' as const,
      stage: null,
      round: 1,
      dueAt: now.toISOString(),
      step: 0,
      on: 'warn' as const,
    };
    for (const again of [1, 2]) {
      void again;
      await write((tx) =>
        escalateCase(tx, system, { caseId: id, news: { ...news, action: { type: 'notify_owner' } } }),
      );
      await write((tx) =>
        escalateCase(tx, system, {
          caseId: id,
          news: { ...news, on: 'breach', step: 1, action: { type: 'notify_manager' } },
        }),
      );
    }
    expect((await ringsOf(owner)).map((one) => one.kind)).toEqual(['assigned', 'clock_warned']);
    expect((await ringsOf(manager)).map((one) => one.kind)).toEqual(['escalated']);
    await write((tx) =>
      escalateCase(tx, system, { caseId: id, news: { ...news, step: 2, action: { type: 'raise_priority' } } }),
    );
    expect(await rowOf(id)).toMatchObject({ priority: 'urgent', priority_floor: 'urgent' });
    await write((tx) =>
      escalateCase(tx, system, {
        caseId: id,
        news: { ...news, step: 3, action: { type: 'reassign_team', teamId: team } },
      }),
    );
    expect(await rowOf(id)).toMatchObject({ team_id: team, owner_id: manager });
  });

  it('changes many at once, each for itself', async () => {
    const [a, b] = [await opened(await addPerson(db, '安')), await opened(await addPerson(db, '贝'))];
    await write((tx) => resolveCase(tx, env, { ...settle, caseId: b.id }));
    const results = await write((tx) =>
      bulkChange(tx, env, [a.id, b.id, 'case_x'], { verb: 'status', status: 'pending' }),
    );
    expect(results).toEqual([
      { id: a.id, ok: true, reason: null },
      { id: b.id, ok: false, reason: 'case_settled' },
      { id: 'case_x', ok: false, reason: 'not_found' },
    ]);
  });
});

describe('lists', () => {
  it('pages every order without losing or repeating a case', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 9; index += 1) ids.push((await opened(await addPerson(db, `客${index}`))).id);
    await db.asOwner(`UPDATE cases SET next_due_at = NULL WHERE number % 2 = 0`);
    for (const sort of ['due', 'priority', 'newest', 'oldest'] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await db.a.read(async (tx) =>
          listCases(tx, { where: await conditionsOf(tx, {}, agent, now), sort, cursor, limit: 2, now }),
        );
        seen.push(...page.items.map((row) => row.id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(seen.length).toBe(9);
      expect(new Set(seen)).toEqual(new Set(ids));
    }
  });

  it('filters by everything a view can ask', async () => {
    const person = await addPerson(db, '安', 'vip');
    const mine = await opened(person);
    const other = await opened(await addPerson(db, '贝'), 1, ['quality.broken']);
    const team = await addTeam(db, '售后', [agent]);
    await write((tx) => assignCase(tx, env, { caseId: mine.id, memberId: agent, teamId: team }));
    await write((tx) => changeDetails(tx, env, { caseId: other.id, title: '杯子碎了 100%', fields: { batch: 'B7' } }));
    const find = (filter: object) =>
      db.a.read(async (tx) => {
        const where = await conditionsOf(tx, filter, agent, now);
        return (await listCases(tx, { where, sort: 'newest', cursor: undefined, limit: 50, now })).items.map(
          (row) => row.id,
        );
      });
    for (const filter of [
      { owners: ['me'] },
      { teams: ['mine'] },
      { teams: [team] },
      { vip: true },
      { personId: person },
      { themes: ['logistics'] },
      { q: '#1' },
      { q: '太慢' },
      { owners: [agent, 'mem_x'] },
    ]) {
      expect(await find(filter), JSON.stringify(filter)).toEqual([mine.id]);
    }
    for (const filter of [{ owners: ['none'] }, { teams: ['none'] }, { themes: ['quality.broken'] }, { q: '100%' }]) {
      expect(await find(filter), JSON.stringify(filter)).toEqual([other.id]);
    }
    expect(await find({ channels: ['chat'] })).toEqual([]);
    expect(await find({ due: 'late' })).toEqual([]);
    expect(
      (await find({ priorities: ['high'], channels: ['review'], openedFrom: '2026-03-01T00:00:00Z' })).length,
    ).toBe(2);
    expect(await find({ statuses: ['resolved'] })).toEqual([]);
  });

  it('shows a case whole, and its history', async () => {
    const person = await addPerson(db, '安');
    const { id, feedback } = await opened(person, 2);
    await opened(person, 1, ['quality.broken']);
    const view = await db.a.read((tx) => readCaseView(tx, id, now));
    expect(view).toMatchObject({
      number: 1,
      actions: ['triage', 'continue', 'wait_for_customer', 'wait_for_third_party', 'resolve'],
      personCard: { name: '安', otherCases: [{ number: 2, theme: 'quality.broken' }] },
      feedback: {
        items: [
          {
            feedbackId: feedback[0],
            how: 'opened',
            judgement: { class: 'negative', aspects: [{ aspect: 'logistics', span: [0, 4] }] },
          },
          {},
        ],
        nextCursor: null,
      },
    });
    expect(view!.clocks.length).toBeGreaterThan(0);
    expect(view!.nextDue!.state).toBe('on_time');
    const history = await db.a.read((tx) => readTimeline(tx, id, undefined, 50));
    expect(history.items.map((entry) => entry.type)).toEqual(['case.opened']);
    expect(await db.b.read((tx) => readCaseView(tx, id, now))).toBeUndefined();
  });
});
