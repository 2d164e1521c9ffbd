// Shows what the reporters of a case would be told, before anybody is.
import type { z } from 'zod';
import type { Env } from '../../../../ground/env.ts';
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import { planWay } from '../../deliveries/server/door.ts';
import { type AnswerDesk, readCase, readReporters, readShop } from '../../desk/server/door.ts';
import { fillFor, giveStarters, readResolvedTemplate, unknownVariables } from '../../templates/server/door.ts';
import type { noticePreview } from '../core/notice.contract.ts';
import { BATCH } from './tell-reporters.ts';

/** @param input.message own words, or null for the workspace's template */
export async function previewNotice(
  env: Env,
  desk: AnswerDesk,
  input: { caseId: string; message: string | null },
): Promise<Result<z.output<typeof noticePreview>, 'not_found'>> {
  return env.db.write(async (tx) => {
    const found = await readCase(tx, input.caseId);
    if (!found) return refuse('not_found');
    const shop = await readShop(tx);
    const reporters = await readReporters(tx, found.id);
    const plans = [];
    for (const reporter of reporters.slice(0, BATCH)) {
      plans.push(await planWay(tx, desk, { caseId: found.id, reporter, wish: 'auto', shopLocale: shop.locale }));
    }
    const ways = { email: 0, task: 0, page: 0 };
    for (const plan of plans) ways[plan.way] += 1;
    const first = plans[0];
    const language = first?.language ?? shop.locale;
    await giveStarters(tx, env.now);
    const text = input.message || ((await readResolvedTemplate(tx))?.body[language] ?? '');
    const filled = fillFor(text, language, {
      found,
      shop,
      personName: first?.name ?? null,
      // The preview is for members: the secret itself stays out of it.
      link: first?.mayCarryLink ? `${desk.publicUrl()}/s/…` : null,
      agentName: null,
    });
    return ok({ reporters: reporters.length, ways, text: filled.text, unknown: unknownVariables(text) });
  });
}
