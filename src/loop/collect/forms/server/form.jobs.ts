// Sends invitations when their time has come, and ends the answers nobody went on with.
import { contactOf } from '../../../../ground/people/server/door.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { translator } from '../../../../platform/i18n/translate.ts';
import type { JobKind, Recurring } from '../../../../platform/jobs/job-runner.ts';
import { queueMail } from '../../../../platform/mail/mail.store.ts';
import { availability } from '../core/form-availability.ts';
import { isFull } from '../core/quota.ts';
import { whyNotSend } from '../core/trigger-rule.ts';
import type { FormDesk } from './form-desk.ts';
import { invitationToken, lockInvitation, readPastOf, settleInvitation } from './invitation.store.ts';
import { inWords } from './page/fields.ts';
import { findForm, readShop } from './stored-form.reads.ts';
import { readQuotaCounts } from './sum.reads.ts';
import { findTrigger } from './trigger.reads.ts';
import { dropAbandoned } from './verbs/drop-abandoned.ts';

export const INVITE_JOB = 'forms.invite';

/** One job for each invitation, due when it is to be sent. */
export function formJobs(desk: FormDesk): JobKind<never>[] {
  const kind: JobKind<{ invitationId: string }> = {
    kind: INVITE_JOB,
    run: ({ payload, db, now }) => db.write((tx) => sendInvitation(tx, desk, payload.invitationId, now)),
  };
  return [kind as JobKind<never>];
}

/** Answers left lying are ended within ten minutes of their time. */
export function formSweeps(desk: FormDesk): Recurring[] {
  return [
    {
      name: 'forms.drop_abandoned',
      everyMs: 600_000,
      run: async (now) => {
        await dropAbandoned(desk, now);
      },
    },
  ];
}

/** Sends one invitation or notes why not; a second run finds it settled and does nothing. */
export async function sendInvitation(tx: Tx, desk: FormDesk, invitationId: string, now: Date): Promise<void> {
  const invitation = await lockInvitation(tx, invitationId);
  if (invitation?.state !== 'waiting') return;
  const form = (await findForm(tx, invitation.formId))!;
  const trigger = invitation.triggerId ? await findTrigger(tx, invitation.triggerId) : undefined;
  const contact = await contactOf(tx, desk.gate.sealer, invitation.personId);
  const past = await readPastOf(tx, form.id, invitation.personId);
  const full = form.settings.quota !== null && isFull(form.settings, await readQuotaCounts(tx, form.id, null));
  const reason = whyNotSend({
    ...past,
    formOpen: availability(form, full, now) === 'open',
    triggerEnabled: trigger?.enabled ?? false,
    once: form.settings.once,
    coolDownDays: trigger?.coolDownDays ?? 0,
    hasAddress: contact.email !== null,
    now,
  });
  if (reason) return settleInvitation(tx, invitation, { state: 'skipped', reason }, now);
  const shop = await readShop(tx);
  const { languages } = form.definition;
  const language =
    [contact.locale, form.settings.language].find((one) => one && languages.includes(one)) ?? languages[0]!;
  const t = translator(language);
  const { token } = invitationToken(desk.gate.sealer, tx.workspaceId, invitation.id);
  const link = `${desk.publicUrl()}/q/${form.key}?i=${token}&lang=${language}`;
  const values = { shop: shop.name, title: inWords(form.definition.title, language), link, name: contact.name };
  const mailId = await queueMail(
    tx,
    desk.gate.sealer,
    {
      dedupeKey: `form_invitation:${invitation.id}`,
      to: contact.email!,
      subject: t('forms:mail.subject', values),
      text: [
        t(contact.name ? 'forms:mail.greeting' : 'forms:mail.greeting_unknown', values),
        t('forms:mail.ask', values),
        link,
        t('forms:mail.sign', values),
      ].join('\n\n'),
      subjectId: form.id,
    },
    now,
    desk.keepMail,
  );
  return settleInvitation(tx, invitation, { state: 'sent', mailId }, now);
}
