// Signs the context of an address (place, product, batch, order), so that nobody can write his own.
import { timingSafeEqual } from 'node:crypto';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import { type FormContext, formContext } from '../core/form.contract.ts';

/** Short names keep the QR code coarse enough for a cheap printer. */
const SHORT = { place: 'l', sku: 's', product: 'p', batch: 'b', orderNo: 'o' } as const;

/** The `c` of an address: what it says and a signature over it; null for an empty context. */
export function signContext(sealer: Sealer, workspaceId: string, formId: string, context: FormContext): string | null {
  const short = Object.fromEntries(
    Object.entries(SHORT).flatMap(([key, letter]) => {
      const value = context[key as keyof FormContext];
      return value ? [[letter, value]] : [];
    }),
  );
  if (Object.keys(short).length === 0) return null;
  const said = Buffer.from(JSON.stringify(short)).toString('base64url');
  return `${said}.${signature(sealer, workspaceId, formId, said)}`;
}

/** @returns an empty context for anything that was not signed here for this questionnaire */
export function readContext(sealer: Sealer, workspaceId: string, formId: string, text: string | null): FormContext {
  const [said, signed, ...rest] = (text ?? '').split('.');
  if (!said || !signed || rest.length > 0) return {};
  const wanted = signature(sealer, workspaceId, formId, said);
  if (signed.length !== wanted.length || !timingSafeEqual(Buffer.from(signed), Buffer.from(wanted))) return {};
  try {
    const short = JSON.parse(Buffer.from(said, 'base64url').toString('utf8')) as Record<string, unknown>;
    const long = Object.entries(SHORT).map(([key, letter]) => [key, short[letter]]);
    return formContext.parse(Object.fromEntries(long));
  } catch {
    return {};
  }
}

function signature(sealer: Sealer, workspaceId: string, formId: string, said: string): string {
  const hash = sealer.blindIndex(workspaceId, 'form_context', `${formId}\n${said}`);
  return Buffer.from(hash, 'hex').subarray(0, 12).toString('base64url');
}
