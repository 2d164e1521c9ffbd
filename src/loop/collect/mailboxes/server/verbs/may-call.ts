// Decides whether a mail server may be called at all, before anything of it is saved.
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { guardHost } from '../../../../../platform/egress/guard-host.ts';
import type { ImapSettings } from '../../core/mailbox.contract.ts';

/** A host nobody knows, or one inside a private network, is not saved; without TLS only hosts the installation allows. */
export async function mayCall(
  imap: ImapSettings,
  privateHosts: readonly string[],
): Promise<Result<null, 'invalid_host' | 'tls_needed'>> {
  if (!imap.tls && !privateHosts.includes(imap.host)) {
    return refuse('tls_needed', [{ path: 'imap.tls', code: 'tls_needed' }]);
  }
  const guarded = await guardHost(imap.host, privateHosts);
  // A name that does not resolve may be a slip of the network; it is saved and the page shows it.
  if (!guarded.ok && guarded.reason === 'host_private') {
    return refuse('invalid_host', [{ path: 'imap.host', code: 'host_private' }]);
  }
  return ok(null);
}
