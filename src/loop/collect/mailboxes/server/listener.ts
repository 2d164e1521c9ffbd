// Listens for delivered letters: known addresses only, within limits, and a yes only when the letter is safely stored.
import { type AddressInfo, isIP } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Log } from '../../../../platform/log/log.ts';
import { MAX_LETTER_BYTES } from '../core/mailbox.contract.ts';
import { baseAddress } from '../core/reply-mark.ts';
import { findByAddress, type MailboxRow } from './mailbox.store.ts';
import { type MailDeps, receiveLetter } from './receive-letter.ts';

const MAX_CONNECTIONS = 40;
const MAX_FROM_ONE = 10;
const MAX_RECIPIENTS = 20;
/** Letters a minute from one address. */
const PER_MINUTE = 120;

export interface Listener {
  /** Where it listens, once it does. */
  address(): { host: string; port: number } | null;
  start(): Promise<void>;
  /** Lets letters in mid-air be finished. */
  close(): Promise<void>;
}

/** @param options.limits smaller ones for tests */
export function createListener(
  deps: MailDeps,
  options: {
    at: { host: string; port: number };
    now: () => Date;
    log: Log;
    limits?: { bytes?: number; perMinute?: number; fromOne?: number };
  },
): Listener {
  const { log, now } = options;
  const limits = { bytes: MAX_LETTER_BYTES, perMinute: PER_MINUTE, fromOne: MAX_FROM_ONE, ...options.limits };
  const open = new Map<string, number>();
  const lately = createCounter(limits.perMinute);
  let listening: { host: string; port: number } | null = null;
  const server = new SMTPServer({
    name: 'huiyin',
    banner: 'Huiyin',
    size: limits.bytes,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    maxClients: MAX_CONNECTIONS,
    socketTimeout: 60_000,
    closeTimeout: 10_000,
    onConnect(session, done) {
      const count = (open.get(session.remoteAddress) ?? 0) + 1;
      if (count > limits.fromOne) return done(refusal(421, 'too many connections'));
      open.set(session.remoteAddress, count);
      (session as Counted).counted = true;
      return done();
    },
    onClose(session) {
      if (!(session as Counted).counted) return;
      const count = (open.get(session.remoteAddress) ?? 1) - 1;
      if (count > 0) open.set(session.remoteAddress, count);
      else open.delete(session.remoteAddress);
    },
    onMailFrom(_address, session, done) {
      return done(lately(session.remoteAddress, now()) ? undefined : refusal(451, 'too many letters, try again later'));
    },
    onRcptTo(address, session, done) {
      if (session.envelope.rcptTo.length >= MAX_RECIPIENTS) return done(refusal(452, 'too many recipients'));
      findByAddress(deps.database, baseAddress(address.address)).then(
        (found) => done(found?.way === 'smtp' ? undefined : refusal(550, 'no such mailbox here')),
        (error: unknown) => {
          log.warn({ error }, 'a recipient could not be looked up');
          done(refusal(451, 'try again later'));
        },
      );
    },
    onData(stream, session, done) {
      take(stream, session).then(
        () => done(),
        (error: unknown) => {
          const known = error instanceof Refused;
          if (!known) log.warn({ error }, 'a delivered letter could not be stored');
          done(known ? error : refusal(451, 'could not be stored, try again later'));
        },
      );
    },
  });
  // A client that breaks off is its own business.
  server.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE')
      log.warn({ reason: error.message }, 'delivery broke off');
  });

  async function take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      // Read to its end all the same: the protocol has no other way to say no.
      if (bytes <= limits.bytes) chunks.push(chunk);
    }
    if (bytes > limits.bytes || stream.sizeExceeded) throw refusal(552, 'the letter is too large');
    const to = session.envelope.rcptTo.map((one) => one.address.toLowerCase());
    const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
    const boxes = new Map<string, MailboxRow>();
    for (const address of to) {
      const found = await findByAddress(deps.database, baseAddress(address));
      if (found) boxes.set(found.id, found);
    }
    if (boxes.size === 0) throw refusal(550, 'no such mailbox here');
    const raw = Buffer.concat(chunks);
    for (const mailbox of boxes.values()) await receiveLetter(deps, now(), { mailbox, raw, envelope: { from, to } });
  }

  return {
    address: () => listening,
    start: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(options.at.port, options.at.host, () => {
          server.off('error', reject);
          const at = server.server.address() as AddressInfo;
          listening = { host: isIP(at.address) === 6 ? options.at.host : at.address, port: at.port };
          log.info(listening, 'letters may be delivered');
          resolve();
        });
      }),
    close: () =>
      new Promise((resolve) => {
        if (!listening) return resolve();
        listening = null;
        server.close(() => resolve());
      }),
  };
}

type Counted = SMTPServerSession & { counted?: boolean };

class Refused extends Error {
  readonly responseCode: number;
  constructor(responseCode: number, message: string) {
    super(message);
    this.responseCode = responseCode;
  }
}

function refusal(code: number, message: string): Refused {
  return new Refused(code, message);
}

/** Counts events by key in the running minute. */
function createCounter(most: number): (key: string, at: Date) => boolean {
  const counts = new Map<string, { minute: number; count: number }>();
  return (key, at) => {
    const minute = Math.floor(at.getTime() / 60_000);
    const entry = counts.get(key);
    if (entry?.minute === minute) {
      entry.count += 1;
      return entry.count <= most;
    }
    if (counts.size > 10_000) counts.clear();
    counts.set(key, { minute, count: 1 });
    return most > 0;
  };
}
