// Opens a case by hand from feedback somebody picked.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { whoIs } from '../../../routing/server/door.ts';
import type { Priority } from '../../core/case.contract.ts';
import { titleOf } from '../../core/case.title.ts';
import { chosenTheme, soleOf } from '../../core/case-choice.ts';
import { caseOpened } from '../../core/case-events.contract.ts';
import { insertCases, type NewCase, openTwin } from '../case.store.ts';
import { startClocks } from '../case-clocks.ts';
import { casesOfFeedback, type FeedbackLook, joinCases, lookAtFeedback } from '../case-feedback.store.ts';
import { trendsOf, weigh } from '../case-priority.ts';
import { CaseRaced } from '../case-raced.ts';
import { tellSearch } from '../case-search.ts';
import { ring } from '../notification.store.ts';

export interface OpenInput {
  feedbackIds: readonly string[];
  title?: string | undefined;
  /** The most frequent theme of the feedback when left out. */
  theme?: string | undefined;
  priority?: Priority | undefined;
  teamId?: string | undefined;
  memberId?: string | undefined;
}

type Refusal =
  | 'forbidden'
  | 'unknown_feedback'
  | 'feedback_in_case'
  | 'open_case_exists'
  | 'unknown_member'
  | 'unknown_team';

export async function openCase(tx: Tx, env: Env, input: OpenInput): Promise<Result<{ id: string }, Refusal>> {
  // permit
  if (!may(env.actor, 'case.work')) return refuse('forbidden');
  // load
  const wanted = [...new Set(input.feedbackIds)];
  const looks = await lookAtFeedback(tx, wanted);
  const taken = [...(await casesOfFeedback(tx, wanted)).values()].find((caseId) => caseId !== null);
  const who = await whoIs(tx, { memberId: input.memberId ?? null, teamId: input.teamId ?? null });
  const id = newId('case');
  const theme: string | null = input.theme ?? chosenTheme(looks.map((look) => look.theme));
  const personId = soleOf(looks.map((look) => look.person_id));
  const twin = personId ? await openTwin(tx, { id, person_id: personId, group_key: null }, theme) : undefined;
  const trends = await trendsOf(tx, [theme], env.now);
  // decide
  if (looks.length !== wanted.length || looks.length === 0) return refuse('unknown_feedback');
  if (taken) return refuse('feedback_in_case', [{ path: 'feedbackIds', code: 'feedback_in_case', message: taken }]);
  if (twin) return refuse('open_case_exists', [{ path: 'feedbackIds', code: 'open_case_exists', message: twin.id }]);
  if (!who.memberKnown) return refuse('unknown_member');
  if (!who.teamKnown) return refuse('unknown_team');
  const drafted = draft(env, id, looks, { ...input, theme, personId, trend: theme ? trends.get(theme) : undefined });
  // save
  const row = { ...drafted, ...(await startClocks(tx, env, [drafted])).get(id) };
  const numbers = await insertCases(tx, [row]);
  // Somebody opened the same in this very moment: what the clocks were told must go as well.
  if (!numbers.has(id)) throw new CaseRaced();
  const joinings = wanted.map((feedbackId) => ({ caseId: id, feedbackId, how: 'opened' as const }));
  const joined = await joinCases(tx, joinings, env.now, true);
  if (joined.size !== wanted.length) throw new CaseRaced();
  await tellSearch(tx, wanted, id);
  if (row.owner_id && row.owner_id !== env.actor.id) {
    const dedupe = `opened ${id}`;
    await ring(tx, [{ memberId: row.owner_id, kind: 'assigned', caseId: id, by: env.actor.name, dedupe }], env.now);
  }
  // tell
  const data = { feedbackIds: wanted, personId, theme, rule: 'manual', number: numbers.get(id)! };
  await tell(tx, env, caseOpened, { subject: id, data });
  return ok({ id });
}

function draft(
  env: Env,
  id: string,
  looks: readonly FeedbackLook[],
  input: Omit<OpenInput, 'theme'> & {
    theme: string | null;
    personId: string | null;
    trend: { last7: number; before7: number } | undefined;
  },
): NewCase {
  const sentiments = looks.flatMap((look) => look.sentiment_score ?? []);
  const ratings = looks.flatMap((look) => look.rating ?? []);
  const latest = Math.max(...looks.map((look) => look.occurred_at.getTime()));
  const facts = {
    voices: looks.length,
    unknown_voices: looks.filter((look) => look.person_id === null).length,
    people: new Set(looks.flatMap((look) => look.person_id ?? [])).size,
    urgent: looks.some((look) => look.class === 'urgent'),
    min_rating: ratings.length > 0 ? Math.min(...ratings) : null,
    worst_sentiment: sentiments.length > 0 ? Math.min(...sentiments) : null,
    vip: looks.some((look) => look.vip),
    trend_last7: input.trend?.last7 ?? null,
    trend_before7: input.trend?.before7 ?? null,
    effort: null,
    priority_floor: null,
    priority_by_hand: input.priority !== undefined,
    priority: input.priority ?? ('none' as const),
  };
  return {
    ...facts,
    ...weigh(facts),
    id,
    title: input.title ?? titleOf(looks),
    status: 'new',
    stage: input.memberId ? 'handle' : 'collect',
    priority_reason: null,
    theme: input.theme,
    channel: looks[0]!.channel,
    product_id: soleOf(looks.map((look) => look.product_id)),
    person_id: input.personId,
    group_key: null,
    owner_id: input.memberId ?? null,
    team_id: input.teamId ?? null,
    opened_by: 'manual',
    opened_at: env.now,
    last_voice_at: new Date(latest),
    next_due_at: null,
    next_due_kind: null,
    next_warn_at: null,
  };
}
