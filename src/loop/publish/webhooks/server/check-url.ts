// Says what is wrong with an address in words of the field it came from.
import { type Refused, refuse } from '../../../../kit/result.ts';
import { mayPost } from '../../../../platform/egress/post-out.ts';

/** Null when the address may be called; looked up before anything is saved, and again before each call. */
export async function refuseUrl(url: string, privateHosts: readonly string[]): Promise<Refused<'invalid_url'> | null> {
  const may = await mayPost(url, privateHosts);
  return may.ok ? null : refuse('invalid_url', [{ path: 'url', code: may.reason }]);
}
