// Makes the secret of a source whose key is ours to make, so that nobody types a weak one.
import { randomBytes } from 'node:crypto';
import { connectorOf } from './registry.ts';

/**
 * Fills in the secret of a kind that has one of ours (`manifest.madeSecret`) when it was left out. `secret` is what was made, to be shown
 * once; null when nothing was.
 */
export function withMadeSecret(
  kind: string,
  given: Record<string, unknown>,
): { settings: Record<string, unknown>; secret: string | null } {
  const name = connectorOf(kind)?.manifest.madeSecret;
  if (name === undefined || (typeof given[name] === 'string' && given[name] !== ''))
    return { settings: given, secret: null };
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  return { settings: { ...given, [name]: secret }, secret };
}
