// Brings a letter's words to the one gate.
import type { Env } from '../../../../ground/env.ts';
import { findOrCreatePeople } from '../../../../ground/people/server/door.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { feedbackDraft } from '../../intake/core/feedback.contract.ts';
import { type Gate, recordInTransaction } from '../../intake/server/door.ts';
import type { LetterKind } from '../core/mailbox.contract.ts';
import type { NewAttachment } from './letter.store.ts';

export interface LetterWords {
  key: string;
  text: string;
  subject: string;
  from: { address: string; name: string };
  saidAt: Date;
  /** Key of the sender's earlier letter that this one goes on from. */
  follows: string | null;
  mailbox: string;
  attachments: readonly Pick<NewAttachment, 'name' | 'held'>[];
}

/** A letter's external id at the gate. */
const externalIdOf = (key: string) => `mail:${key.slice(0, 40)}`;

/** @returns what became of it and whose it is */
export async function recordLetter(
  tx: Tx,
  env: Env,
  gate: Gate,
  letter: LetterWords,
): Promise<{ kind: LetterKind; reason: string | null; feedbackId: string | null; personId: string | null }> {
  const draft = {
    channel: 'email',
    externalId: externalIdOf(letter.key),
    text: letter.text,
    ...(letter.subject && letter.subject !== letter.text ? { title: [...letter.subject].slice(0, 300).join('') } : {}),
    occurredAt: letter.saidAt.toISOString(),
    ...(letter.follows ? { followsExternalId: externalIdOf(letter.follows) } : {}),
    meta: {
      mailbox: letter.mailbox,
      ...(letter.attachments.length > 0
        ? {
            attachments: letter.attachments
              .slice(0, 20)
              .map((one) => ({ name: one.name.slice(0, 80), held: one.held })),
          }
        : {}),
    },
  };
  const { address, name } = letter.from;
  const person = { email: address, ...(name && name !== address ? { name: [...name].slice(0, 100).join('') } : {}) };
  // An address no mail program could answer names nobody.
  const named = feedbackDraft.safeParse({ ...draft, person });
  const parsed = named.success ? named : feedbackDraft.safeParse(draft);
  if (!parsed.success) return { kind: 'failed', reason: 'unreadable', feedbackId: null, personId: null };
  const [outcome] = await recordInTransaction(gate, tx, env, [parsed.data]);
  const [personId = null] = parsed.data.person
    ? await findOrCreatePeople(tx, gate.sealer, [parsed.data.person], env.now)
    : [];
  if (!outcome?.id) return { kind: 'failed', reason: outcome?.reason ?? 'unreadable', feedbackId: null, personId };
  return { kind: 'feedback', reason: outcome.reason, feedbackId: outcome.id, personId };
}
