// Opens a shop's own mailbox to read in it: checked address, encrypted line, nothing marked and nothing deleted.
import { ImapFlow } from 'imapflow';
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import { guardHost } from '../../../../platform/egress/guard-host.ts';
import type { ImapSettings, MailboxError } from '../core/mailbox.contract.ts';

export interface OpenBox {
  client: ImapFlow;
  uidValidity: string;
  /** The number the next letter will get. */
  uidNext: number;
  letters: number;
  close(): Promise<void>;
}

/** What went wrong, by name, and what the server said without addresses. */
export interface ImapFailure {
  error: MailboxError;
  detail: string | null;
}

/** @param privateHosts hosts in a private network that may be called */
export async function openBox(
  settings: ImapSettings,
  password: string,
  privateHosts: readonly string[],
): Promise<Result<OpenBox, MailboxError>> {
  const guarded = await guardHost(settings.host, privateHosts);
  if (!guarded.ok) return guarded;
  if (!settings.tls && !privateHosts.includes(settings.host)) return failed({ error: 'tls_failed', detail: null });
  const client = new ImapFlow({
    // The address that was checked is the one that is called; the name still has to match the certificate.
    host: guarded.value,
    servername: settings.host,
    port: settings.port,
    secure: settings.tls && settings.port !== 143,
    doSTARTTLS: settings.tls ? (settings.port === 143 ? true : undefined) : false,
    auth: { user: settings.user, pass: password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 15_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
  } as ConstructorParameters<typeof ImapFlow>[0]);
  // Without a listener a line that breaks later would end the process.
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    client.close();
    return failed(failureOf(error));
  }
  try {
    const box = await client.mailboxOpen(settings.folder, { readOnly: true });
    return ok({
      client,
      uidValidity: String(box.uidValidity),
      uidNext: box.uidNext,
      letters: box.exists,
      close: async () => {
        await client.logout().catch(() => client.close());
      },
    });
  } catch (error) {
    const failure = failureOf(error);
    await client.logout().catch(() => client.close());
    const missing = failure.error === 'mail_failed' || (error as { responseStatus?: string }).responseStatus === 'NO';
    return failed(missing ? { ...failure, error: 'folder_missing' } : failure);
  }
}

function failed(failure: ImapFailure): Result<never, MailboxError> {
  return refuse(failure.error, [
    { path: 'imap', code: failure.error, ...(failure.detail ? { message: failure.detail } : {}) },
  ]);
}

/** The name of a failure, from what the line or the server said. */
export function failureOf(error: unknown): ImapFailure {
  const said = error as { code?: string; message?: string; authenticationFailed?: boolean; responseText?: string };
  const words = `${said.responseText ?? ''} ${said.message ?? ''}`.trim();
  // A server repeats the name of the mailbox in its refusal.
  const detail = words.replace(/[^\s<>"']+@[^\s<>"']+/g, '***').slice(0, 300) || null;
  const code = said.code ?? '';
  if (said.authenticationFailed || code === 'AUTHENTICATIONFAILED') return { error: 'wrong_password', detail };
  if (
    /CERT|SELF_SIGNED|TLS|SSL|EPROTO|ALTNAME|UNABLE_TO/i.test(code) ||
    /certificate|wrong version number|STARTTLS/i.test(words)
  )
    return { error: 'tls_failed', detail };
  if (/TIMEOUT|ETIMEDOUT|TimedOut/i.test(code)) return { error: 'timed_out', detail };
  if (
    /ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|EPIPE|ClosedAfterConnect|NoConnection|EConnectionClosed/i.test(
      code,
    )
  )
    return { error: 'connect_failed', detail };
  if (/ENOTFOUND|EAI_AGAIN/.test(code)) return { error: 'host_unknown', detail };
  return { error: 'mail_failed', detail };
}
