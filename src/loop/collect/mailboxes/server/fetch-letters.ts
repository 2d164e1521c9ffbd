// Fetches the letters that came since the last look, each saved together with the position it moves.
import { type Env, systemEnv, tell } from '../../../../ground/env.ts';
import type { Result } from '../../../../kit/result.ts';
import { MAX_LETTER_BYTES, type MailboxError } from '../core/mailbox.contract.ts';
import { mailboxStateChanged } from '../core/mailbox-events.contract.ts';
import { failureOf, type ImapFailure, type OpenBox, openBox } from './imap-client.ts';
import {
  lockMailbox,
  type MailboxRow,
  readMailbox,
  saveChecked,
  saveLookAgain,
  savePosition,
} from './mailbox.store.ts';
import { type MailDeps, receiveLetter } from './receive-letter.ts';

export interface FetchDeps extends MailDeps {
  privateHosts: readonly string[];
}

/** Letters of one look; the rest waits for the next, so that one full mailbox does not hold up the others. */
const MOST_AT_ONCE = 200;
const EVERY_MS = 60_000;
const LONGEST_PAUSE_MS = 3_600_000;
/** When the server numbers its letters anew, those of the last days are looked at again; known ones are passed over. */
const LOOK_BACK_MS = 7 * 86_400_000;

/** When a mailbox is looked into next: each failure in a row doubles the pause, up to an hour. */
export function nextLook(now: Date, failures: number): Date {
  const pause = failures === 0 ? EVERY_MS : Math.min(EVERY_MS * 2 ** Math.min(failures, 10), LONGEST_PAUSE_MS);
  return new Date(now.getTime() + pause);
}

/**
 * @param input.alive answers false when the product is stopping
 * @returns how many letters were new; null when the mailbox is gone or switched off
 */
export async function fetchLetters(
  deps: FetchDeps,
  now: Date,
  input: { workspaceId: string; mailboxId: string; alive?: () => Promise<boolean> },
): Promise<{ taken: number; error: MailboxError | null; more: boolean } | null> {
  const db = deps.database.workspace(input.workspaceId);
  const mailbox = await db.read((tx) => readMailbox(tx, input.mailboxId));
  if (!mailbox?.enabled || !mailbox.imap || !mailbox.password_sealed) return null;
  const env = systemEnv(db, now, mailbox.address);
  let password: string;
  try {
    password = deps.gate.sealer.open(mailbox.workspace_id, mailbox.password_sealed);
  } catch {
    return finish(env, mailbox, { taken: 0, more: false, failure: { error: 'wrong_password', detail: null } });
  }
  const opened: Result<OpenBox, MailboxError> = await openBox(mailbox.imap, password, deps.privateHosts);
  if (!opened.ok) {
    const failure = { error: opened.reason, detail: opened.details?.[0]?.message ?? null };
    return finish(env, mailbox, { taken: 0, more: false, failure });
  }
  let taken = 0;
  let more = false;
  let failure: ImapFailure | null = null;
  try {
    const read = await readNew(deps, env, mailbox, opened.value, input.alive);
    taken = read.taken;
    more = read.more;
  } catch (error) {
    if (!isLineError(error)) throw error;
    failure = failureOf(error);
  } finally {
    await opened.value.close();
  }
  return finish(env, mailbox, { taken, more, failure });
}

async function readNew(
  deps: FetchDeps,
  env: Env,
  mailbox: MailboxRow,
  box: OpenBox,
  alive: (() => Promise<boolean>) | undefined,
): Promise<{ taken: number; more: boolean }> {
  const { uidValidity } = box;
  const renumbered = mailbox.uid_validity !== null && mailbox.uid_validity !== uidValidity;
  let lookFrom = mailbox.look_again_from;
  if (renumbered) {
    const latest = mailbox.last_letter_at ?? mailbox.created_at;
    lookFrom = new Date(latest.getTime() - LOOK_BACK_MS);
    await env.db.write(async (tx) => {
      await savePosition(tx, mailbox.id, { uidValidity, lastUid: 0 });
      await saveLookAgain(tx, mailbox.id, lookFrom);
    });
  }
  // A mailbox that was never read begins with the letters to come; one told to read all begins at nought.
  const fresh = mailbox.uid_validity === null && mailbox.last_uid === null;
  const after = fresh ? box.uidNext - 1 : renumbered ? 0 : (mailbox.last_uid ?? 0);
  if (fresh || mailbox.uid_validity === null) {
    await env.db.write((tx) => savePosition(tx, mailbox.id, { uidValidity, lastUid: after }));
  }
  if (box.uidNext <= after + 1) return { taken: 0, more: false };
  const uids = await newUids(box, after, lookFrom);
  let taken = 0;
  for (const uid of uids.slice(0, MOST_AT_ONCE)) {
    if (alive && !(await alive())) return { taken, more: true };
    if (await readOne(deps, env, mailbox, box, uid)) taken += 1;
  }
  const more = uids.length > MOST_AT_ONCE;
  if (lookFrom && !more) await env.db.write((tx) => saveLookAgain(tx, mailbox.id, null));
  return { taken, more };
}

async function newUids(box: OpenBox, after: number, since: Date | null): Promise<number[]> {
  const query = since ? { uid: `${after + 1}:*`, since } : { uid: `${after + 1}:*` };
  const found = (await box.client.search(query, { uid: true })) || [];
  // "n:*" always names the newest letter, also when it is older than n.
  return [...new Set(found)].filter((uid) => uid > after).sort((one, other) => one - other);
}

async function readOne(deps: FetchDeps, env: Env, mailbox: MailboxRow, box: OpenBox, uid: number): Promise<boolean> {
  const position = { uidValidity: box.uidValidity, lastUid: uid };
  const found = await box.client.fetchOne(
    String(uid),
    { uid: true, size: true, source: { start: 0, maxLength: MAX_LETTER_BYTES } },
    { uid: true },
  );
  const letter = found || undefined;
  // Gone since, or larger than is read: passed over, so that it does not hold up the others.
  if (!letter?.source || (letter.size ?? 0) > MAX_LETTER_BYTES) {
    await env.db.write((tx) => savePosition(tx, mailbox.id, position));
    return false;
  }
  const outcome = await receiveLetter(deps, env.now, {
    mailbox,
    raw: letter.source,
    envelope: { from: null, to: [mailbox.address] },
    after: (tx) => savePosition(tx, mailbox.id, position),
  });
  return outcome === 'taken';
}

async function finish(
  env: Env,
  mailbox: MailboxRow,
  outcome: { taken: number; more: boolean; failure: ImapFailure | null },
): Promise<{ taken: number; error: MailboxError | null; more: boolean }> {
  const error = outcome.failure?.error ?? null;
  await env.db.write(async (tx) => {
    const latest = await lockMailbox(tx, mailbox.id);
    if (!latest) return;
    const failures = error ? latest.failures + 1 : 0;
    const nextAt = outcome.more ? env.now : nextLook(env.now, failures);
    await saveChecked(tx, mailbox.id, {
      now: env.now,
      nextAt,
      failures,
      error,
      detail: outcome.failure?.detail ?? null,
    });
    if (latest.error !== error) await tell(tx, env, mailboxStateChanged, { subject: mailbox.id, data: { error } });
  });
  return { taken: outcome.taken, error, more: outcome.more };
}

/** Whether the mail server or the line failed, and not our own store. */
function isLineError(error: unknown): boolean {
  const { code, responseStatus } = error as { code?: string; responseStatus?: string };
  if (responseStatus !== undefined) return true;
  return typeof code === 'string' && !/^[0-9A-Z]{5}$/.test(code);
}
