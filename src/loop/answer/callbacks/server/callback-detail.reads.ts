// Reads what a caller needs before him: the script for this customer, his words, what we told him last.
import sql from 'sql-template-tag';
import type { AnswerOf } from '../../../../kit/route.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { eventsOf } from '../../../../platform/events/event.reads.ts';
import { type Language, translator } from '../../../../platform/i18n/translate.ts';
import { caseResolved } from '../../../act/cases/core/case-events.contract.ts';
import { readCase, readShop } from '../../desk/server/door.ts';
import type { CallbackView } from '../core/callback.contract.ts';
import type { getCallbackRoute } from '../core/callback-routes.contract.ts';
import { fillScript } from '../core/fill-script.ts';
import { listScripts } from './script.reads.ts';

type Detail = Omit<AnswerOf<typeof getCallbackRoute>, keyof CallbackView>;

export async function callbackDetail(
  tx: Tx,
  view: CallbackView,
  agentName: string | null,
  language?: Language,
): Promise<Detail> {
  const shop = await readShop(tx);
  const found = await readCase(tx, view.case.id);
  const person = view.person
    ? await tx.maybe<{ locale: Language | null }>(
        sql`SELECT locale FROM people_facts WHERE workspace_id = ${tx.workspaceId} AND id = ${view.person.id}`,
      )
    : undefined;
  const spoken = language ?? person?.locale ?? shop.locale;
  const t = translator(spoken);
  const scripts = await listScripts(tx);
  const chosen = await tx.maybe<{ script_id: string | null }>(
    sql`SELECT script_id FROM callbacks WHERE workspace_id = ${tx.workspaceId} AND id = ${view.id}`,
  );
  const script = scripts.find((one) => one.id === chosen?.script_id) ?? scripts[0];
  const values = {
    'person.name': view.person?.name ?? null,
    'case.number': String(view.case.number),
    'case.title': view.case.title,
    'product.name': found?.productName ?? null,
    'shop.name': shop.name,
    'agent.name': agentName,
  };
  const standIns = {
    'person.name': t('answer:stand_in.person_name'),
    'product.name': t('answer:stand_in.product_name'),
    'agent.name': t('answer:stand_in.agent_name'),
  };
  const voices = await tx.rows<{ id: string; text: string; channel: string; at: Date }>(sql`
    SELECT f.id, f.text, f.channel, f.occurred_at AS at FROM case_feedback_facts m
    JOIN feedback_facts f ON f.workspace_id = m.workspace_id AND f.id = m.feedback_id
    WHERE m.workspace_id = ${tx.workspaceId} AND m.case_id = ${view.case.id}
      AND (${view.person?.id ?? null}::text IS NULL OR f.person_id = ${view.person?.id ?? ''})
    ORDER BY f.occurred_at DESC, f.id DESC LIMIT 5`);
  const reply = await tx.maybe<{ text: string; by: string | null; at: Date }>(sql`
    SELECT text, author_name AS by, at FROM messages_facts
    WHERE workspace_id = ${tx.workspaceId} AND case_id = ${view.case.id} AND kind IN ('reply', 'notice') ORDER BY at DESC, id DESC LIMIT 1`);
  const resolved = (await eventsOf(tx, [view.case.id], [caseResolved.type])).at(-1);
  return {
    script: {
      id: script?.id ?? null,
      name: script?.name ?? t('callbacks:noScript'),
      language: spoken,
      text: script ? fillScript(script.body[spoken], values, standIns) : '',
    },
    voices: voices.map((voice) => ({ ...voice, at: voice.at.toISOString() })),
    lastReply: reply ? { ...reply, at: reply.at.toISOString() } : null,
    resolutionNote: resolved ? caseResolved.data.parse(resolved.data).note : null,
  };
}
