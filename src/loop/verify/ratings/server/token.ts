// Makes the secret of a rating's address again from its id, so that the secret itself never has to be kept.
import { hashToken, type Sealer } from '../../../../platform/secrets/seal.ts';

/** 192 bits that only this installation can compute, as 32 URL-safe characters, and the hash under which they are kept. */
export function ratingToken(sealer: Sealer, workspaceId: string, ratingId: string): { token: string; hash: string } {
  const bits =
    sealer.blindIndex(workspaceId, 'rating/1', ratingId) + sealer.blindIndex(workspaceId, 'rating/2', ratingId);
  const token = Buffer.from(bits, 'hex').subarray(0, 24).toString('base64url');
  return { token, hash: hashToken(token) };
}

/** The form every token has; anything else is not worth a look into the database. */
export function looksLikeToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{32}$/.test(text);
}
