// Lets the rules decide about judged feedback and hands what matches to cases.
import type { Env } from '../../../../../ground/env.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { type CaseVoice, openOrJoin } from '../../../cases/server/door.ts';
import type { RuleSettings } from '../../core/rule.contract.ts';
import { caseKeyOf, dayIn, type Judged, matchRule, type Rule } from '../../core/rule-match.ts';
import { readJudged, timeZoneOf } from '../judged.reads.ts';
import { rulesOf, settingsOf } from '../rule.store.ts';

/** Runs only for the product itself; doing it again changes nothing. */
export async function routeFeedback(
  tx: Tx,
  env: Env,
  input: { feedbackIds: readonly string[]; onlyUrgent: boolean },
): Promise<{ opened: number; joined: number }> {
  // permit
  if (env.actor.kind !== 'system') throw new Error('Only the product itself routes feedback');
  // load
  const [rules, settings, timeZone, judged] = await Promise.all([
    rulesOf(tx),
    settingsOf(tx),
    timeZoneOf(tx),
    readJudged(tx, input.feedbackIds),
  ]);
  // decide
  const day = dayIn(timeZone);
  const voices = judged
    .filter((one) => !input.onlyUrgent || one.class === 'urgent')
    .flatMap((one) => voiceOf(one, rules, settings, env.now, day) ?? []);
  // save and tell
  if (voices.length === 0) return { opened: 0, joined: 0 };
  return openOrJoin(tx, env, voices);
}

function voiceOf(
  judged: Judged,
  rules: readonly Rule[],
  settings: RuleSettings,
  now: Date,
  day: (at: Date) => string,
): CaseVoice | null {
  const rule = matchRule(rules, judged);
  if (!rule) return null;
  const key = caseKeyOf(judged, settings, now, day);
  if (typeof key === 'string') return null;
  return {
    feedbackId: judged.feedbackId,
    personId: 'personId' in key ? key.personId : null,
    groupKey: 'groupKey' in key ? key.groupKey : null,
    theme: key.theme,
    channel: judged.channel,
    productId: judged.productId,
    rating: judged.rating,
    sentimentScore: judged.sentimentScore,
    urgent: judged.class === 'urgent',
    vip: judged.vip,
    occurredAt: judged.occurredAt,
    rule: rule.builtIn ?? rule.id,
    floor: rule.actions.priority,
    teamId: rule.actions.teamId,
    auto: rule.actions.assign === 'auto',
  };
}
