// Passwords: argon2id with the OWASP minimum (19 MiB, two passes), and a dummy check so that strangers learn nothing from time.
import { hash, verify } from '@node-rs/argon2';

// Algorithm 2 is argon2id; the package exports it as a const enum, which isolated modules cannot read.
const OPTIONS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password, OPTIONS);
}

let dummy: Promise<string> | undefined;

/** Checks a password; with no hash to check it still spends the time and answers no. */
export async function checkPassword(stored: string | null, password: string): Promise<boolean> {
  if (stored) return verify(stored, password);
  dummy ??= hashPassword('nobody has this password');
  await verify(await dummy, password);
  return false;
}
