// Finds and fills the variables of a template in one pass, so that a value can never be read as a variable again.
import { TEMPLATE_VARIABLES } from './template.contract.ts';

const VARIABLE = /\{\{([^{}]*)\}\}/g;
const KNOWN: ReadonlySet<string> = new Set(TEMPLATE_VARIABLES);

/** What a variable stands for; an absent one is missing. */
export type TemplateValues = Partial<Record<string, string | null>>;

/** Names in the order they first appear, trimmed. */
export function variablesOf(text: string): string[] {
  return [...new Set([...text.matchAll(VARIABLE)].map((match) => match[1]!.trim()))];
}

/** Variables nobody knows; braces that do not close count as one. */
export function unknownVariables(text: string): string[] {
  const unknown = variablesOf(text).filter((name) => !KNOWN.has(name));
  const rest = text.replace(VARIABLE, '');
  const stray = /\{\{|\}\}/.exec(rest)?.[0];
  return stray ? [...unknown, stray] : unknown;
}

/**
 * Fills a template. The result is plain text; whoever shows it escapes it.
 * @param values what each variable stands for
 * @param standIns plain words for a known variable without a value, for example 顾客 for a name
 * @returns the text and the variables for which a stand-in (or nothing) was used; unknown ones stay as they are written
 */
export function fillTemplate(
  text: string,
  values: TemplateValues,
  standIns: TemplateValues = {},
): { text: string; missing: string[] } {
  const missing = new Set<string>();
  const filled = text.replace(VARIABLE, (whole, raw: string) => {
    const name = raw.trim();
    if (!KNOWN.has(name)) return whole;
    const value = oneLine(values[name]);
    if (value) return value;
    missing.add(name);
    return oneLine(standIns[name]);
  });
  return { text: filled, missing: [...missing] };
}

/** A value fills a place within a line; line breaks and control characters in a name would tear the letter apart. */
function oneLine(value: string | null | undefined): string {
  return (value ?? '').replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
