// Carries queued letters to the mail server, each at most once: a letter caught in mid-air by a crash waits for a person.
import nodemailer from 'nodemailer';
import sql from 'sql-template-tag';
import type { Database } from '../database/database.ts';
import type { Log } from '../log/log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Sealer } from '../secrets/seal.ts';
import { hintOfAddress, MAIL_CHANNEL } from './mail.store.ts';

interface QueuedMail {
  id: string;
  workspace_id: string;
  to_sealed: string;
  subject: string;
  body_text: string;
  body_html: string | null;
  reply_to: string | null;
  message_id: string;
  in_reply_to: string | null;
  attempts: number;
}

export interface MailRunner {
  start(): Promise<void>;
  /** Sends everything that is due; for tests. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

const MAX_ATTEMPTS = 8;
/** After this long in mid-air a letter's sender has died: nobody knows whether the server took it. */
const LOST_AFTER_SECONDS = 120;

/** @param options.onSettled told of every letter that was sent or given up, in the transaction that records it */
export function createMailRunner(options: {
  database: Database;
  sealer: Sealer;
  smtpUrl: string | null;
  from: string;
  log: Log;
  metrics: Metrics;
  now: () => Date;
}): MailRunner {
  const { database, sealer, log, metrics, now } = options;
  const transport = options.smtpUrl
    ? nodemailer.createTransport({
        url: options.smtpUrl,
        pool: true,
        maxConnections: 2,
        connectionTimeout: 15_000,
        socketTimeout: 30_000,
      } as never)
    : null;
  let stopping = false;
  let wake: (() => void) | undefined;
  let running: Promise<void> | undefined;
  let unlisten: (() => Promise<void>) | undefined;

  async function markLost(): Promise<void> {
    const lost = await database.machine.run(sql`
      UPDATE mails SET state = 'unconfirmed'
      WHERE state = 'sending' AND next_at < clock_timestamp() - make_interval(secs => ${LOST_AFTER_SECONDS})`);
    for (let index = 0; index < lost; index += 1) metrics.mail('unconfirmed');
  }

  async function sendNext(): Promise<boolean> {
    if (!transport) return false;
    const mail = await database.machine.maybe<QueuedMail>(sql`
      UPDATE mails SET state = 'sending', attempts = attempts + 1, next_at = clock_timestamp()
      WHERE id = (SELECT id FROM mails WHERE state = 'queued' AND next_at <= ${now()} ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id, workspace_id, to_sealed, subject, body_text, body_html, reply_to, message_id, in_reply_to, attempts`);
    if (!mail) return false;
    let to = '';
    try {
      to = sealer.open(mail.workspace_id, mail.to_sealed);
      await transport.sendMail({
        from: options.from,
        to,
        subject: mail.subject,
        text: mail.body_text,
        messageId: mail.message_id,
        ...(mail.body_html ? { html: mail.body_html } : {}),
        ...(mail.reply_to ? { replyTo: mail.reply_to } : {}),
        ...(mail.in_reply_to ? { inReplyTo: mail.in_reply_to, references: mail.in_reply_to } : {}),
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    } catch (error) {
      // A mail server repeats the address in its refusal; it stays as masked as everywhere else.
      const said = String((error as Error).message);
      const reason = (to ? said.replaceAll(to, hintOfAddress(to)) : said).slice(0, 1000);
      const refused = Number((error as { responseCode?: number }).responseCode ?? 0);
      const final = mail.attempts >= MAX_ATTEMPTS || (refused >= 500 && refused < 600);
      const next = new Date(now().getTime() + Math.min(30_000 * 2 ** mail.attempts, 6 * 3_600_000));
      await database.machine.run(sql`
        UPDATE mails SET state = ${final ? 'failed' : 'queued'}, next_at = ${next},
          last_error = ${reason} WHERE id = ${mail.id}`);
      metrics.mail(final ? 'failed' : 'retry');
      log.warn({ mail: mail.id, attempt: mail.attempts, reason }, 'letter was not taken');
      return true;
    }
    // Outside the try: when only this fails the letter has left, and must wait for a person instead of leaving again.
    await database.machine.run(
      sql`UPDATE mails SET state = 'sent', sent_at = ${now()}, last_error = NULL WHERE id = ${mail.id}`,
    );
    metrics.mail('sent');
    return true;
  }

  async function loop(): Promise<void> {
    while (!stopping) {
      let sentOne = false;
      try {
        await markLost();
        sentOne = await sendNext();
      } catch (error) {
        if (!stopping) log.warn({ error }, 'letters could not be read');
      }
      if (sentOne || stopping) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 5000);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  return {
    async start() {
      // A letter still marked as leaving when the product starts was cut off by the crash.
      unlisten = await database.listen(MAIL_CHANNEL, () => wake?.());
      running = loop();
    },
    async drain() {
      while (await sendNext());
    },
    async stop() {
      stopping = true;
      await unlisten?.();
      wake?.();
      await running;
      transport?.close();
    },
  };
}
