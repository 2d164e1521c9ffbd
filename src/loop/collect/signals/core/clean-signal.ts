// Brings a signal into storable form: masked, in one spelling, without anything a database or a screen could stumble over.
import { isTooDeep, plainJson, plainText } from '../../../../kit/plain-json.ts';
import type { SignalDraft } from './signal.contract.ts';

const MAX_META_CHARS = 4096;
const MAX_META_DEPTH = 16;

export interface CleanTools {
  mask(text: string): { masked: string };
}

/** @returns the clean signal, or the path and code of what cannot be kept */
export function cleanSignal(
  draft: SignalDraft,
  tools: CleanTools,
): { draft: SignalDraft; meta: string } | { path: string; code: string } {
  const externalId = plainText(draft.externalId).trim();
  if (externalId === '') return { path: 'externalId', code: 'empty_external_id' };
  const given = draft.meta ?? {};
  if (isTooDeep(given, MAX_META_DEPTH)) return { path: 'meta', code: 'meta_too_large' };
  const meta = JSON.stringify(plainJson(JSON.parse(JSON.stringify(given))));
  if (meta.length > MAX_META_CHARS) return { path: 'meta', code: 'meta_too_large' };
  const text = (value: string | undefined) => (value === undefined ? undefined : plainText(value).trim() || undefined);
  return {
    meta: tools.mask(meta).masked === meta ? meta : '{}',
    draft: {
      ...draft,
      externalId,
      orderNo: text(draft.orderNo),
      orderAlias: text(draft.orderAlias),
      reason: draft.reason === undefined ? undefined : text(tools.mask(plainText(draft.reason)).masked),
      person: draft.person && {
        ...draft.person,
        name: text(draft.person.name),
        externalId: text(draft.person.externalId),
      },
      lines: draft.lines.flatMap((line) => {
        const sku = text(line.sku);
        const name = text(line.name);
        if (sku === undefined && name === undefined) return [];
        return [{ ...line, sku, name, size: text(line.size), sizeTo: text(line.sizeTo) }];
      }),
    },
  };
}
