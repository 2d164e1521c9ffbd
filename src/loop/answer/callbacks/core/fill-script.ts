// Fills a call script; unlike a letter it may show a gap, for the caller reads it before he speaks.
import { SCRIPT_VARIABLES } from './callback.contract.ts';

const VARIABLE = /\{\{([^{}]*)\}\}/g;
const KNOWN: ReadonlySet<string> = new Set(SCRIPT_VARIABLES);

/** Names nobody knows, and braces that do not close. */
export function unknownIn(text: string): string[] {
  const names = [...text.matchAll(VARIABLE)].map((match) => match[1]!.trim()).filter((name) => !KNOWN.has(name));
  const stray = /\{\{|\}\}/.exec(text.replace(VARIABLE, ''))?.[0];
  return [...new Set(stray ? [...names, stray] : names)];
}

/** A known variable without a value becomes its stand-in, or an ellipsis. */
export function fillScript(
  text: string,
  values: Partial<Record<string, string | null>>,
  standIns: Partial<Record<string, string>>,
): string {
  return text.replace(VARIABLE, (whole, raw: string) => {
    const name = raw.trim();
    if (!KNOWN.has(name)) return whole;
    return values[name]?.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim() || standIns[name] || '…';
  });
}
