// Makes a password nobody knows, for people of the demo shop who never type one.
import { randomBytes } from 'node:crypto';

export function randomSecret(): string {
  return randomBytes(24).toString('base64url');
}
