// Fills words for a case and one of its reporters, for the reply box and for previews.
import type { Env } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Language } from '../../../../../platform/i18n/translate.ts';
import { planWay } from '../../../deliveries/server/door.ts';
import { type AnswerDesk, readCase, readReporters, readShop } from '../../../desk/server/door.ts';
import { statusLinkFor } from '../../../links/server/door.ts';
import { fillFor } from '../fill.ts';
import { readTemplate } from '../template.reads.ts';

export interface Filled {
  text: string;
  language: Language;
  missing: string[];
}

/**
 * @param input.templateId the template; or `input.text`, words not saved yet
 * @param input.reporter person id or feedback id; the reporter who spoke last when left out
 * @param input.language the reporter's own when left out
 */
export async function fillForCase(
  env: Env,
  desk: AnswerDesk,
  input: {
    templateId?: string;
    text?: string;
    caseId: string;
    reporter?: string | undefined;
    language?: Language | undefined;
    origin: string;
  },
): Promise<Result<Filled, 'forbidden' | 'not_found'>> {
  // permit
  if (!may(env.actor, 'template.read') || !may(env.actor, 'case.read')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const template = input.templateId ? await readTemplate(tx, input.templateId) : undefined;
    if (input.templateId && !template) return refuse('not_found');
    const found = await readCase(tx, input.caseId);
    if (!found) return refuse('not_found');
    const shop = await readShop(tx);
    const reporters = await readReporters(tx, found.id);
    const reporter = input.reporter ? reporters.find((one) => one.key === input.reporter) : reporters[0];
    if (input.reporter && !reporter) return refuse('not_found');
    const plan = reporter
      ? await planWay(tx, desk, { caseId: found.id, reporter, wish: 'auto', shopLocale: shop.locale })
      : null;
    // decide
    const language = input.language ?? plan?.language ?? shop.locale;
    const text = template ? template.body[language] : (input.text ?? '');
    // save: the link is made when the words hold one, and only for somebody who may send it
    const wantsLink = text.includes('status.link') && plan?.mayCarryLink && may(env.actor, 'reply.send');
    const link =
      wantsLink && reporter
        ? await statusLinkFor(tx, desk.sealer, {
            subject: found.id,
            reporter: reporter.key,
            now: env.now,
            days: desk.linkDays,
          })
        : null;
    const filled = fillFor(text, language, {
      found,
      shop,
      personName: plan?.name ?? null,
      link: link && `${input.origin}${link.path}`,
      agentName: env.actor.kind === 'system' ? null : env.actor.name,
    });
    return ok({ ...filled, language });
  });
}
