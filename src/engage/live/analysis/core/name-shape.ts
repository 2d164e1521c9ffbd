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
