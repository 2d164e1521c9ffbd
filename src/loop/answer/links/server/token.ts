// Makes the token of a status link again from what is kept, so that the token itself never has to be.
import { hashToken, type Sealer } from '../../../../platform/secrets/seal.ts';

export interface LinkKey {
  subject: string;
  reporter: string;
  generation: number;
}

/** 192 bits that only this installation can compute, as 32 URL-safe characters, and the hash under which they are kept. */
export function linkToken(sealer: Sealer, workspaceId: string, key: LinkKey): { token: string; hash: string } {
  const value = `${key.subject}\n${key.reporter}\n${key.generation}`;
  const bits =
    sealer.blindIndex(workspaceId, 'status_link/1', value) + sealer.blindIndex(workspaceId, 'status_link/2', value);
  const token = Buffer.from(bits, 'hex').subarray(0, 24).toString('base64url');
  return { token, hash: hashToken(token) };
}

/** The form every token has; anything else is not worth a look into the database. */
export function looksLikeToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{32}$/.test(text);
}
