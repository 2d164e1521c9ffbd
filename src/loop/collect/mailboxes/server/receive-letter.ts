// Takes in one letter, however it came: read, recognised, scanned, and recorded once in one transaction.
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { type Env, systemEnv, tell } from '../../../../ground/env.ts';
import { newId } from '../../../../kit/ids.ts';
import type { Database, Tx } from '../../../../platform/database/database.ts';
import { type FileStore, safeFileName, saveFileRow } from '../../../../platform/files/file.store.ts';
import { hintOfAddress } from '../../../../platform/mail/mail.store.ts';
import { maskPersonalData } from '../../../../text/personal-data.ts';
import type { Gate } from '../../intake/server/door.ts';
import { automaticReason } from '../core/automatic.ts';
import { MAX_ATTACHMENT_BYTES, MAX_ATTACHMENTS } from '../core/mailbox.contract.ts';
import { mailReceived } from '../core/mailbox-events.contract.ts';
import { marksOf } from '../core/reply-mark.ts';
import { scanAttachment } from '../core/scan-attachment.ts';
import { plainSubject, stripLetter } from '../core/strip-letter.ts';
import {
  earlierLetter,
  letterKnown,
  lettersFrom,
  type NewAttachment,
  type NewLetter,
  saveAttachments,
  saveOutcome,
  takeLetter,
} from './letter.store.ts';
import { countLetter, type MailboxRow, ownAddresses } from './mailbox.store.ts';
import { type ParsedLetter, parseLetter } from './parse-letter.ts';
import { recordLetter } from './record-letter.ts';
import { threadOfMarks } from './reply-mark.store.ts';

export interface MailDeps {
  database: Database;
  gate: Gate;
  files: FileStore;
}

export interface Envelope {
  /** Empty for the null sender; null where the way in does not say. */
  from: string | null;
  /** Addresses it was delivered to. */
  to: readonly string[];
}

/** More letters than this from one sender within an hour are a loop, not a person. */
const MOST_AN_HOUR = 30;
const MAX_WORDS = 20_000;

/**
 * @param input.after runs in the letter's own transaction, also when the letter was known before
 * @returns `known` when the same letter was taken before
 */
export async function receiveLetter(
  deps: MailDeps,
  now: Date,
  input: { mailbox: MailboxRow; raw: Uint8Array; envelope: Envelope; after?: (tx: Tx) => Promise<void> },
): Promise<'taken' | 'known'> {
  const { mailbox, envelope } = input;
  const parsed = await parseLetter(input.raw);
  const key = keyOf(parsed, input.raw);
  const db = deps.database.workspace(mailbox.workspace_id);
  const env = systemEnv(db, now, mailbox.address);
  const known = await db.read((tx) => letterKnown(tx, key));
  const letterId = newId('let');
  const kept = known ? { rows: [], stored: [] } : await keepAttachments(deps.files, mailbox, parsed, letterId);
  const drop = () => Promise.all(kept.stored.map((file) => deps.files.remove(mailbox.workspace_id, file.id)));
  try {
    const taken = await db.write(async (tx) => {
      const done = !known && (await saveLetter(tx, env, deps, { mailbox, envelope, parsed, key, letterId, kept }));
      await input.after?.(tx);
      return done;
    });
    if (!taken) await drop();
    return taken ? 'taken' : 'known';
  } catch (error) {
    await drop();
    throw error;
  }
}

interface Kept {
  rows: NewAttachment[];
  stored: { id: string; bytes: number; sha256: string; name: string; mediaType: string }[];
}

interface Work {
  mailbox: MailboxRow;
  envelope: Envelope;
  parsed: ParsedLetter;
  key: string;
  letterId: string;
  kept: Kept;
}

async function saveLetter(tx: Tx, env: Env, deps: MailDeps, work: Work): Promise<boolean> {
  const { mailbox, parsed, letterId, kept } = work;
  const { sealer } = deps.gate;
  const { workspaceId } = tx;
  const hash = (id: string) => sealer.blindIndex(workspaceId, 'mail_id', id);
  const fromHash = sealer.blindIndex(workspaceId, 'mail_from', parsed.from.address);
  const own = await ownAddresses(tx);
  const subject = plainSubject(parsed.subject);
  const automatic = parsed.broken
    ? null
    : automaticReason({
        headers: parsed.headers,
        from: parsed.from.address,
        subject: parsed.subject,
        envelopeFrom: work.envelope.from,
        own,
      });
  const flood = (await lettersFrom(tx, fromHash, new Date(env.now.getTime() - 3_600_000))) >= MOST_AN_HOUR;
  const marks = marksOf({ addresses: [...work.envelope.to, ...parsed.recipients], ids: parsed.answers });
  const thread = await threadOfMarks(tx, sealer, marks);
  const words = wordsOf(parsed, subject, kept, thread !== null);
  const kind = parsed.broken
    ? 'failed'
    : automatic || flood
      ? 'automatic'
      : words === ''
        ? 'empty'
        : thread
          ? 'reply'
          : 'feedback';
  const letter: NewLetter = {
    id: letterId,
    mailboxId: mailbox.id,
    key: work.key,
    messageHash: parsed.messageId ? hash(parsed.messageId) : null,
    messageIdSealed: parsed.messageId ? sealer.seal(workspaceId, parsed.messageId) : null,
    fromHash,
    fromHint: parsed.from.address ? hintOfAddress(parsed.from.address) : '',
    personId: null,
    subject: [...maskPersonalData(subject).masked].slice(0, 300).join(''),
    textSealed: kind === 'reply' ? sealer.seal(workspaceId, words) : null,
    kind,
    reason: kind === 'automatic' ? (automatic ?? 'too_many') : kind === 'failed' ? 'unreadable' : null,
    feedbackId: null,
    reply: kind === 'reply' ? thread : null,
    receivedAt: env.now,
  };
  if (!(await takeLetter(tx, letter))) return false;
  for (const file of kept.stored) {
    await saveFileRow(tx, { ...file, purpose: 'mail_attachment' }, env.now);
  }
  await saveAttachments(tx, kept.rows);
  await countLetter(tx, mailbox.id, { at: env.now, held: kept.rows.filter((row) => row.held).length });
  let feedbackId: string | null = null;
  if (kind === 'feedback') {
    const follows = await earlierLetter(tx, fromHash, parsed.answers.map(hash));
    const outcome = await recordLetter(tx, env, deps.gate, {
      key: work.key,
      text: words,
      subject,
      from: parsed.from,
      saidAt: saidAt(parsed, env.now),
      follows,
      mailbox: mailbox.address,
      attachments: kept.rows,
    });
    feedbackId = outcome.feedbackId;
    await saveOutcome(tx, letterId, { ...outcome });
  }
  if (kind === 'feedback' || kind === 'reply') {
    await tell(tx, env, mailReceived, {
      subject: feedbackId,
      data: { letterId, mailboxId: mailbox.id, feedbackId, replyTo: letter.reply },
    });
  }
  return true;
}

/** What the writer said this time; where that is nothing, his subject or the names of what he attached. */
function wordsOf(parsed: ParsedLetter, subject: string, kept: Kept, isReply: boolean): string {
  const { text } = stripLetter(parsed.text);
  // A letter that only forwards somebody's words says them.
  const said = text !== '' ? text : isReply ? '' : parsed.text.trim();
  const words = said !== '' ? said : isReply ? '' : subject;
  const whole = words !== '' ? words : kept.rows.map((row) => `[${row.name}]`).join(' ');
  return [...whole].slice(0, MAX_WORDS).join('').slice(0, MAX_WORDS).trim();
}

/** The same letter, fetched and delivered or sent to two addresses of ours, has the same key; nobody can take another's place. */
function keyOf(parsed: ParsedLetter, raw: Uint8Array): string {
  const hash = createHash('sha256');
  if (parsed.broken) return hash.update(raw).digest('hex');
  hash.update(JSON.stringify([parsed.messageId, parsed.from.address, parsed.subject, parsed.date, parsed.text]));
  for (const part of parsed.attachments) hash.update(part.bytes);
  return hash.digest('hex');
}

function saidAt(parsed: ParsedLetter, now: Date): Date {
  const age = parsed.date ? now.getTime() - parsed.date.getTime() : Number.NaN;
  return age >= 0 && age < 366 * 86_400_000 ? parsed.date! : now;
}

async function keepAttachments(
  files: FileStore,
  mailbox: MailboxRow,
  parsed: ParsedLetter,
  letterId: string,
): Promise<Kept> {
  const kept: Kept = { rows: [], stored: [] };
  for (const [index, part] of parsed.attachments.slice(0, 100).entries()) {
    const name = safeFileName(part.name || `attachment-${index + 1}`);
    const scanned = scanAttachment({
      name: part.name,
      declared: part.declared,
      bytes: part.bytes,
      limit: MAX_ATTACHMENT_BYTES,
    });
    const held = scanned.held ?? (index >= MAX_ATTACHMENTS ? 'too_many' : null);
    const mediaType = scanned.mediaType.slice(0, 100);
    let fileId: string | null = null;
    if (!held) {
      const stored = await files.save(mailbox.workspace_id, Readable.from([part.bytes]), MAX_ATTACHMENT_BYTES);
      kept.stored.push({ ...stored, name, mediaType });
      fileId = stored.id;
    }
    kept.rows.push({ id: newId('att'), letterId, name, mediaType, bytes: part.bytes.length, held, fileId });
  }
  return kept;
}
