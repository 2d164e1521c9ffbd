// The code of a coupon: one for each person, the same whenever he asks, and nobody can make one up.
import { createHmac } from 'node:crypto';

/** Without the characters people mix up. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** @param key hex @returns ten characters in two groups */
export function codeOf(key: string, uid: string): string {
  const hash = createHmac('sha256', Buffer.from(key, 'hex')).update(uid).digest();
  const text = Array.from(hash.subarray(0, 10), (byte) => LETTERS[byte % LETTERS.length]).join('');
  return `${text.slice(0, 5)}-${text.slice(5)}`;
}
