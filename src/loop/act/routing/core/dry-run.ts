// Plays rules through on feedback of the past, without touching anything.
import { keyOfVoice } from '../../cases/core/case-voice.contract.ts';
import type { RuleSettings } from './rule.contract.ts';
import { caseKeyOf, type Judged, matchRule, type Rule } from './rule-match.ts';

export interface Played {
  matched: number;
  wouldOpen: number;
  wouldJoin: number;
  passedOver: number;
  byRule: Map<string, number>;
  /** The first that would open or join, oldest first. */
  samples: { feedbackId: string; ruleId: string; would: 'open' | 'join' }[];
}

/**
 * Cases are taken to stay open through the window, so what would join is counted from the second voice of a person and theme on.
 * @param judged with the instant at which each was judged, oldest first: its age then decides
 */
export function playRules(
  rules: readonly Rule[],
  settings: RuleSettings,
  judged: readonly (Judged & { judgedAt: Date })[],
  day: (at: Date) => string,
  samples: number,
): Played {
  const played: Played = { matched: 0, wouldOpen: 0, wouldJoin: 0, passedOver: 0, byRule: new Map(), samples: [] };
  const open = new Set<string>();
  for (const one of judged) {
    const rule = matchRule(rules, one);
    if (!rule) continue;
    played.matched += 1;
    played.byRule.set(rule.id, (played.byRule.get(rule.id) ?? 0) + 1);
    const key = caseKeyOf(one, settings, one.judgedAt, day);
    if (typeof key === 'string') {
      played.passedOver += 1;
      continue;
    }
    const name = keyOfVoice({
      personId: 'personId' in key ? key.personId : null,
      groupKey: 'groupKey' in key ? key.groupKey : null,
      theme: key.theme,
    });
    const would = open.has(name) ? 'join' : 'open';
    if (would === 'open') played.wouldOpen += 1;
    else played.wouldJoin += 1;
    open.add(name);
    if (played.samples.length < samples) played.samples.push({ feedbackId: one.feedbackId, ruleId: rule.id, would });
  }
  return played;
}
