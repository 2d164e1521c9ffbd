// Makes the pattern of a name comparable: accounts made by a machine are often named by one.
import { isHan } from '../../../../text/normalise.ts';

/** How common each shape is in the room. */
export interface CrowdNames {
  shapes: Map<string, number>;
  mass: number;
}

/** Kinds of characters in their order with the first two kept: "用户83721" → "用户9", "user_ab12" → "us_a9"; empty without a name. */
export function nameShape(name: string | null): string {
  if (name === null || name === '') return '';
  let shape = '';
  let last = '';
  const end = Math.min(name.length, 24);
  for (let at = 0; at < end; at += 1) {
    const code = name.charCodeAt(at);
    const kind =
      code >= 0x30 && code <= 0x39
        ? '9'
        : (code | 32) >= 0x61 && (code | 32) <= 0x7a
          ? 'a'
          : isHan(code)
            ? '汉'
            : code === 0x2a
              ? '*'
              : code < 0x80
                ? name[at]!
                : '.';
    if (at < 2 && kind !== '9') {
      shape += name[at]!;
      last = kind;
    } else if (kind !== last || at === 2) {
      shape += kind;
      last = kind;
    }
  }
  return shape;
}

/** The make of a name that a machine may have given: its kinds of characters with their numbers ("qzkf5521" → "a4d4", "手机用户118904" → "手机用户d6"); empty for names without at least three digits at the end. */
export function nameForm(name: string | null): string {
  if (name === null) return '';
  const found = /^(\D{1,12}?)(\d{3,})$/.exec(name);
  if (found === null) return '';
  const head = found[1]!;
  return `${/^[a-z]+$/i.test(head) ? `a${head.length}` : head}d${found[2]!.length}`;
}
