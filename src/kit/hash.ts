// A small hash that stays the same in every release: for slots, seeds and shares of work, never for secrets.

/** FNV-1a (Fowler, Noll, Vo) over the UTF-16 units, as an unsigned 32-bit number. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
