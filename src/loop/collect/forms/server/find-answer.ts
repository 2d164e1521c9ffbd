// Finds out who answers and whether he has begun already, or begins a new answer for him.
import { newId } from '../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { hashToken, newToken, type Sealer } from '../../../../platform/secrets/seal.ts';
import type { FormLanguage } from '../core/form.contract.ts';
import { availability } from '../core/form-availability.ts';
import { isFull } from '../core/quota.ts';
import { STARTED } from '../core/sums.ts';
import { findByToken, findOfRespondent, insertAnswer, type Respondent, type StoredAnswer } from './answer.store.ts';
import { readContext } from './context-link.ts';
import type { FormDesk } from './form-desk.ts';
import { type Invitation, openInvitation } from './invitation.store.ts';
import { readShop, type StoredForm } from './stored-form.reads.ts';
import { readQuotaCounts } from './sum.reads.ts';
import { addSums } from './sum.store.ts';

/** Everything an address, a cookie or a caller says about who is there. */
export interface Visitor {
  /** Of the answer itself, given when it was begun. */
  token?: string | null;
  invitation?: string | null;
  /** The signed `c` of the address. */
  context?: string | null;
  /** A random text the browser keeps. */
  device?: string | null;
  /** Known to the caller by other means, for example a signed-in customer of the shop. */
  personId?: string | null;
}

export type BeginRefusal = 'form_closed' | 'form_not_begun' | 'form_ended' | 'form_full' | 'already_answered';

const WHY = { closed: 'form_closed', not_yet: 'form_not_begun', ended: 'form_ended', full: 'form_full' } as const;

/** Who answers: a known person before an invitation before a device. */
export function respondentOf(
  sealer: Sealer,
  form: { id: string },
  workspaceId: string,
  visitor: Visitor,
  invitation: Invitation | undefined,
): Respondent {
  const personId = visitor.personId ?? invitation?.personId ?? null;
  const invitationId = invitation?.id ?? null;
  if (visitor.personId) return { by: 'person', key: `p:${personId}`, personId, invitationId };
  // An invitation names its person: whoever holds two still answers once.
  if (invitation) return { by: 'invitation', key: `p:${personId}`, personId, invitationId };
  if (!visitor.device) return { by: 'nothing', key: null, personId: null, invitationId: null };
  // Another hash in every questionnaire: a device cannot be followed from one to the next.
  const key = `d:${sealer.blindIndex(workspaceId, 'form_device', `${form.id}\n${visitor.device}`)}`;
  return { by: 'device', key, personId: null, invitationId: null };
}

/** Who is there and what he has begun. */
export interface Found {
  answer: StoredAnswer | undefined;
  respondent: Respondent;
  invitation: Invitation | undefined;
}

/** The answer this visitor has begun, held; nothing when he is new. */
export async function findAnswer(tx: Tx, desk: FormDesk, form: StoredForm, visitor: Visitor): Promise<Found> {
  const { sealer } = desk.gate;
  const invitation = visitor.invitation ? await openInvitation(tx, form.id, visitor.invitation) : undefined;
  const respondent = respondentOf(sealer, form, tx.workspaceId, visitor, invitation);
  const byToken = visitor.token ? await findByToken(tx, sealer, form.id, hashToken(visitor.token)) : undefined;
  if (byToken) return { answer: byToken, respondent, invitation };
  const answer = respondent.key
    ? await findOfRespondent(tx, sealer, form.id, respondent.key, !form.settings.once)
    : undefined;
  return { answer, respondent, invitation };
}

/**
 * The answer to go on with. Whoever has begun may finish although the questionnaire has closed meanwhile.
 * @returns with the token for a new answer; null for one found, whose holder knows it or is known otherwise
 */
export async function beginAnswer(
  tx: Tx,
  desk: FormDesk,
  form: StoredForm,
  visitor: Visitor,
  found: Found,
  input: { language: FormLanguage; embedded: boolean; now: Date },
): Promise<Result<{ answer: StoredAnswer; token: string | null }, BeginRefusal>> {
  const { now, language } = input;
  const { sealer } = desk.gate;
  if (found.answer)
    return found.answer.state === 'started' ? ok({ answer: found.answer, token: null }) : refuse('already_answered');
  const full = form.settings.quota !== null && isFull(form.settings, await readQuotaCounts(tx, form.id, null));
  const open = availability(form, full, now);
  if (open !== 'open') return refuse(WHY[open]);
  const { token, hash } = newToken();
  const shop = await readShop(tx);
  const context = {
    ...found.invitation?.context,
    ...readContext(sealer, tx.workspaceId, form.id, visitor.context ?? null),
  };
  const id = newId('ans');
  const begun = await insertAnswer(tx, sealer, {
    id,
    formId: form.id,
    version: form.version,
    tokenHash: hash,
    once: form.settings.once,
    respondent: found.respondent,
    language,
    context,
    embedded: input.embedded,
    now,
    dropAt: dropAt(form, now),
    timeZone: shop.timeZone,
  });
  // Two taps at once: the first has begun, the second goes on with his.
  if (!begun) return beginAnswer(tx, desk, form, visitor, await findAnswer(tx, desk, form, visitor), input);
  const answer = (await findByToken(tx, sealer, form.id, hash))!;
  await addSums(tx, answer, [STARTED]);
  return ok({ answer, token });
}

/** When an answer that was just touched counts as dropped. */
export function dropAt(form: StoredForm, now: Date): Date {
  return new Date(now.getTime() + form.settings.dropAfterHours * 3_600_000);
}
