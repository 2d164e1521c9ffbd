// Opens cases by rule, or adds voices to the open ones; a thousand voices are one round of statements.
import type { Env } from '../../../../../ground/env.ts';
import { newId } from '../../../../../kit/ids.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { appendEvents, type NewEvent } from '../../../../../platform/events/event.store.ts';
import { pickMembers } from '../../../routing/server/door.ts';
import { titleOf } from '../../core/case.title.ts';
import { caseFeedbackJoined, caseOpened, casePriorityChanged } from '../../core/case-events.contract.ts';
import type { CaseVoice } from '../../core/case-voice.contract.ts';
import { addUp, gather } from '../../core/case-voices.ts';
import { insertCases, type NewCase, type StoredCase, saveGrowth } from '../case.store.ts';
import { noteNewFacts, startClocks } from '../case-clocks.ts';
import { casesOfFeedback, joinCases, lookAtFeedback } from '../case-feedback.store.ts';
import { lockOpenByKeys } from '../case-keys.store.ts';
import { type Trend, trendsOf, weigh } from '../case-priority.ts';
import { CaseRaced } from '../case-raced.ts';
import { tellSearchMany } from '../case-search.ts';
import { ringForTurns } from '../notification.store.ts';
import { assignCase } from './assign-case.ts';

/** So many voices of a group are read to name the case. */
const READ_FOR_TITLE = 8;

/**
 * Runs only for the product itself. Doing it again changes nothing: a feedback that is, or ever was, in a case stays as it is.
 * @param voices at most a few thousand
 */
export async function openOrJoin(
  tx: Tx,
  env: Env,
  voices: readonly CaseVoice[],
): Promise<{ opened: number; joined: number }> {
  // permit
  if (env.actor.kind !== 'system') throw new Error('Only the product itself opens cases by rule');
  // load
  const known = await casesOfFeedback(
    tx,
    voices.map((voice) => voice.feedbackId),
  );
  const groups = gather(voices.filter((voice) => !known.has(voice.feedbackId)));
  if (groups.size === 0) return { opened: 0, joined: 0 };
  const open = await lockOpenByKeys(
    tx,
    [...groups.values()].map((group) => group[0]!),
  );
  const trends = await trendsOf(
    tx,
    [...groups.values()].map((group) => group[0]!.theme),
    env.now,
  );
  // decide
  const drafts = await draftCases(tx, env, new Map([...groups].filter(([key]) => !open.has(key))), trends);
  // save
  const dues = await startClocks(
    tx,
    env,
    drafts.map((draft) => draft.row),
  );
  const opened = drafts.map(({ row, group }) => ({ row: { ...row, ...dues.get(row.id) }, group }));
  const numbers = await insertCases(
    tx,
    opened.map((one) => one.row),
  );
  // Somebody opened one of them in this very moment: begin again with what is true now.
  if (numbers.size !== opened.length) throw new CaseRaced();
  const joins = [...groups].flatMap(([key, group]) => {
    const row = open.get(key);
    return row ? [{ row, group }] : [];
  });
  const joinings = [
    ...opened.flatMap(({ row, group }) =>
      group.map(({ feedbackId }, index) => ({
        caseId: row.id,
        feedbackId,
        how: index === 0 ? ('opened' as const) : ('rule' as const),
      })),
    ),
    ...joins.flatMap(({ row, group }) =>
      group.map(({ feedbackId }) => ({ caseId: row.id, feedbackId, how: 'rule' as const })),
    ),
  ];
  const joined = await joinCases(tx, joinings, env.now, false);
  if (joined.size !== joinings.length) throw new CaseRaced();
  const grown = grow(joins, trends);
  await saveGrowth(
    tx,
    grown.map((one) => one.after),
  );
  await tellSearchMany(tx, joinings);
  const moved = grown.filter(({ before, after }) => before.priority !== after.priority || before.vip !== after.vip);
  await noteNewFacts(
    tx,
    env,
    moved.map((one) => one.after),
  );
  const given = opened.flatMap(({ row }) => (row.owner_id ? [{ caseId: row.id, memberId: row.owner_id }] : []));
  await ringForTurns(
    tx,
    given.map(({ caseId, memberId }) => ({
      caseId,
      memberId,
      kind: 'assigned' as const,
      by: null,
      dedupe: `opened ${caseId}`,
    })),
    env.now,
  );
  // tell
  const say = (type: string, subject: string, data: unknown): NewEvent => ({
    type,
    subject,
    data,
    actor: env.actor,
    at: env.now,
  });
  await appendEvents(tx, [
    ...opened.map(({ row, group }) =>
      say(caseOpened.type, row.id, {
        feedbackIds: group.map((voice) => voice.feedbackId),
        personId: row.person_id,
        theme: row.theme,
        rule: row.opened_by,
        number: numbers.get(row.id),
      }),
    ),
    ...joins.map(({ row, group }) =>
      say(caseFeedbackJoined.type, row.id, {
        feedbackIds: group.map((voice) => voice.feedbackId),
        rule: group[0]!.rule,
      }),
    ),
    ...moved
      .filter(({ before, after }) => before.priority !== after.priority)
      .map(({ before, after }) =>
        say(casePriorityChanged.type, after.id, {
          from: before.priority,
          to: after.priority,
          byHand: false,
          reason: null,
        }),
      ),
  ]);
  const unowned = joins.filter(({ row, group }) => !row.owner_id && group.some((voice) => voice.auto));
  for (const caseId of new Set(unowned.map(({ row }) => row.id))) await assignCase(tx, env, { caseId, auto: true });
  return { opened: opened.length, joined: joined.size - opened.length };
}

interface Draft {
  row: NewCase;
  group: CaseVoice[];
}

async function draftCases(
  tx: Tx,
  env: Env,
  groups: Map<string, CaseVoice[]>,
  trends: Map<string, Trend>,
): Promise<Draft[]> {
  if (groups.size === 0) return [];
  const wanted = [...groups.values()].flatMap((group) =>
    group.slice(0, READ_FOR_TITLE).map((voice) => voice.feedbackId),
  );
  const texts = new Map((await lookAtFeedback(tx, wanted)).map((look) => [look.id, look]));
  const owners = await ownersOf(tx, env, [...groups.values()]);
  return [...groups.values()].map((group) => {
    const first = group[0]!;
    const trend = first.theme === null ? undefined : trends.get(first.theme);
    const ownerId = owners.get(group) ?? null;
    const sum = addUp(null, group);
    const facts = {
      ...sum,
      trend_last7: trend?.last7 ?? null,
      trend_before7: trend?.before7 ?? null,
      effort: null,
      priority_by_hand: false,
      priority: 'none' as const,
    };
    const looks = group.flatMap((voice) => texts.get(voice.feedbackId) ?? []);
    return {
      group,
      row: {
        ...facts,
        ...weigh(facts),
        id: newId('case'),
        title: titleOf(looks),
        status: 'new' as const,
        stage: ownerId ? ('handle' as const) : ('collect' as const),
        priority_reason: null,
        theme: first.theme,
        channel: first.channel,
        product_id: first.productId,
        person_id: first.personId,
        group_key: first.groupKey,
        owner_id: ownerId,
        team_id: first.teamId,
        opened_by: first.rule,
        opened_at: env.now,
        next_due_at: null,
        next_due_kind: null,
        next_warn_at: null,
      },
    };
  });
}

/** Takes turns for all new cases that want an owner, team by team. */
async function ownersOf(tx: Tx, env: Env, groups: readonly CaseVoice[][]): Promise<Map<CaseVoice[], string>> {
  const wanting = groups.filter((group) => group.some((voice) => voice.auto));
  const owners = new Map<CaseVoice[], string>();
  for (const teamId of new Set(wanting.map((group) => group[0]!.teamId))) {
    const own = wanting.filter((group) => group[0]!.teamId === teamId);
    const turns = await pickMembers(tx, { teamId, count: own.length, now: env.now });
    own.forEach((group, index) => {
      const memberId = turns[index];
      if (memberId) owners.set(group, memberId);
    });
  }
  return owners;
}

/** Two keys may lead to one case (merged ones): its voices are added one group after the other. */
function grow(
  joins: readonly { row: StoredCase; group: CaseVoice[] }[],
  trends: Map<string, Trend>,
): { before: StoredCase; after: StoredCase }[] {
  const grown = new Map<string, { before: StoredCase; after: StoredCase }>();
  for (const { row, group } of joins) {
    const current = grown.get(row.id)?.after ?? row;
    const trend = row.theme === null ? undefined : trends.get(row.theme);
    const facts = {
      ...current,
      ...addUp(current, group),
      trend_last7: trend?.last7 ?? current.trend_last7,
      trend_before7: trend?.before7 ?? current.trend_before7,
    };
    grown.set(row.id, { before: row, after: { ...facts, ...weigh(facts) } });
  }
  return [...grown.values()];
}
