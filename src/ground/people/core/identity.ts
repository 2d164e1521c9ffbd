// Brings what names a customer to one form, so that the same address written two ways is the same person.
import type { PersonHint } from './person.contract.ts';

export type IdentityKind = 'external' | 'email' | 'phone';

export interface IdentityValue {
  kind: IdentityKind;
  value: string;
  hint: string;
}

/** Strongest first: a channel's own id decides over an address, an address over a number. */
export function identitiesOf(hint: PersonHint): IdentityValue[] {
  const found: IdentityValue[] = [];
  if (hint.externalId)
    found.push({ kind: 'external', value: hint.externalId.trim(), hint: edge(hint.externalId.trim()) });
  if (hint.email) {
    const value = hint.email.trim().toLowerCase();
    const [local = '', domain = ''] = value.split('@');
    found.push({ kind: 'email', value, hint: `${local.slice(0, 1)}***@${domain}` });
  }
  if (hint.phone) {
    const value = normalisePhone(hint.phone);
    if (value.length >= 5) found.push({ kind: 'phone', value, hint: `${value.slice(0, 3)}****${value.slice(-2)}` });
  }
  return found;
}

/** Digits only; a mainland number loses its country code (+86, 0086) so that both forms are one. */
export function normalisePhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  const local = digits.replace(/^(0086|86)(?=1[3-9]\d{9}$)/, '');
  return local;
}

function edge(value: string): string {
  return value.length <= 4 ? `${value.slice(0, 1)}***` : `${value.slice(0, 2)}***${value.slice(-2)}`;
}
