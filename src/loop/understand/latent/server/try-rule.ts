// A dry run: what thresholds would have found in the last 90 days, without recording anything.
import type { Env } from '../../../../ground/env.ts';
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import type { AnswerOf } from '../../../../kit/route.ts';
import { type LatentRuleKey, latentSettings, type tryLatentRuleRoute } from '../core/latent.contract.ts';
import { noticed } from './find-candidates.ts';

const MOST = 500;
const SHOWN = 12;

export async function tryRule(
  env: Env,
  input: { key: LatentRuleKey; settings: Record<string, number> },
): Promise<Result<AnswerOf<typeof tryLatentRuleRoute>, 'invalid_settings'>> {
  const settings = latentSettings[input.key].safeParse(input.settings);
  if (!settings.success)
    return refuse('invalid_settings', [
      { path: `settings.${String(settings.error.issues[0]?.path[0] ?? '')}`, code: 'invalid_settings' },
    ]);
  const from = new Date(env.now.getTime() - 90 * 86_400_000);
  const { found, doubt } = await env.db.read((tx) =>
    noticed(tx, input.key, settings.data, { from, to: env.now, limit: MOST, again: true }),
  );
  return ok({
    from: from.toISOString(),
    to: env.now.toISOString(),
    count: found.length,
    people: new Set(found.flatMap((one) => one.personId ?? [])).size,
    doubt,
    samples: found.slice(0, SHOWN).map((one) => ({
      rule: input.key,
      text: one.text,
      occurredAt: one.occurredAt.toISOString(),
      person: one.person,
      product: one.product && { id: one.product.id, name: one.product.name },
      signalIds: one.signalIds,
      doubt: one.doubt,
      feedbackId: null,
    })),
  });
}
