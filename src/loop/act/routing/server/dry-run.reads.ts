// Answers what rules would have done with the feedback of the last days.
import type { z } from 'zod';
import type { Tx } from '../../../../platform/database/database.ts';
import { playRules } from '../core/dry-run.ts';
import type { dryRunRulesRoute, RuleDraft } from '../core/rule.contract.ts';
import { dayIn, type Rule } from '../core/rule-match.ts';
import { readJudgedSince, readTexts, timeZoneOf } from './judged.reads.ts';
import { rulesOf, settingsOf } from './rule.store.ts';

const MOST_SCANNED = 20_000;
const SAMPLES = 10;
const DRAFT_ID = 'draft';

export async function dryRun(
  tx: Tx,
  input: { days: number; rule?: RuleDraft | undefined; now: Date },
): Promise<z.output<typeof dryRunRulesRoute.ok>> {
  const since = new Date(input.now.getTime() - input.days * 86_400_000);
  const [stored, settings, timeZone, found] = await Promise.all([
    rulesOf(tx),
    settingsOf(tx),
    timeZoneOf(tx),
    readJudgedSince(tx, since, MOST_SCANNED + 1),
  ]);
  const rules: Rule[] = input.rule ? [{ ...input.rule, id: DRAFT_ID, builtIn: null, enabled: true }] : stored;
  const judged = found.slice(0, MOST_SCANNED).reverse();
  const played = playRules(rules, settings, judged, dayIn(timeZone), SAMPLES);
  const byId = new Map(judged.map((one) => [one.feedbackId, one]));
  const texts = await readTexts(
    tx,
    played.samples.map((sample) => sample.feedbackId),
  );
  const named = (ruleId: string) => (ruleId === DRAFT_ID ? null : ruleId);
  return {
    scanned: judged.length,
    truncated: found.length > MOST_SCANNED,
    matched: played.matched,
    wouldOpen: played.wouldOpen,
    wouldJoin: played.wouldJoin,
    passedOver: played.passedOver,
    byRule: [...played.byRule].map(([ruleId, matched]) => ({ ruleId: named(ruleId), matched })),
    samples: played.samples.map(({ feedbackId, ruleId, would }) => {
      const one = byId.get(feedbackId)!;
      const { channel, rating } = one;
      const text = texts.get(feedbackId) ?? '';
      return { feedbackId, channel, text, rating, theme: one.themes[0] ?? null, ruleId: named(ruleId), would };
    }),
  };
}
