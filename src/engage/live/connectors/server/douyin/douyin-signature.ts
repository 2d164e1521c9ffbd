// How Douyin signs its live data push, by the official documentation ("直播间数据推送 · 验签").
import { digestOf } from '../../../../../platform/secrets/signatures.ts';

const SIGNED = ['x-msg-type', 'x-nonce-str', 'x-roomid', 'x-timestamp'] as const;

/** base64(MD5(headers as `k=v` in alphabetical order joined by `&`, then body, then secret)). */
export function signDouyin(
  secret: string,
  headers: Readonly<Record<string, string | undefined>>,
  body: string | Uint8Array,
): string {
  const head = SIGNED.map((name) => `${name}=${headers[name] ?? ''}`).join('&');
  return digestOf('md5', head, body, secret).toString('base64');
}
