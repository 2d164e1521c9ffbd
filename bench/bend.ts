// Bends an evidence file in one random place, the way somebody with an editor would: any value, any order, any omission.

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** @returns a copy that differs from the file in what it says, and what was done to it */
export function bend<T>(file: T, random: () => number): { file: Json; kind: string } {
  for (;;) {
    const copy = structuredClone(file) as Json;
    const kind = bendOnce(copy, random);
    if (kind && JSON.stringify(copy) !== JSON.stringify(file)) return { file: copy, kind };
  }
}

function bendOnce(root: Json, random: () => number): string | null {
  const pick = (count: number) => Math.floor(random() * count);
  const places: { holder: Json[] | { [key: string]: Json }; key: string | number }[] = [];
  const walk = (value: Json): void => {
    if (value === null || typeof value !== 'object') return;
    const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
    for (const key of keys) {
      places.push({ holder: value, key });
      walk((value as Record<string | number, Json>)[key]!);
    }
  };
  walk(root);
  const { holder, key } = places[pick(places.length)]!;
  const held = holder as Record<string | number, Json>;
  const value = held[key]!;
  const how = pick(6);
  if (how === 0) {
    if (key === 'since') return null;
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete held[key];
    // Fewer entries are a smaller file, not a false one.
    return isEntry(value) ? null : 'taken out';
  }
  if (how === 1 && Array.isArray(holder)) {
    holder.splice(Number(key), 0, structuredClone(value));
    return 'doubled';
  }
  if (how === 2 && Array.isArray(holder) && holder.length > 1) {
    if (isEntry(value)) return null;
    const other = pick(holder.length);
    [holder[Number(key)], holder[other]] = [holder[other]!, holder[Number(key)]!];
    return 'swapped';
  }
  if (how === 3 && !Array.isArray(holder)) {
    held[`${key}x`] = 1;
    return 'added';
  }
  if (typeof value === 'string' && value.length > 0) {
    const at = pick(value.length);
    const hex = '0123456789abcdef'[pick(16)]!;
    held[key] = value.slice(0, at) + hex + value.slice(at + 1);
    return 'letter changed';
  }
  if (typeof value === 'number') {
    held[key] = value + (pick(2) === 0 ? 1 : -1) * (1 + pick(1000));
    return 'number changed';
  }
  if (typeof value === 'boolean') {
    held[key] = !value;
    return 'turned round';
  }
  held[key] = null;
  return 'emptied';
}

function isEntry(value: Json): boolean {
  return value !== null && typeof value === 'object' && !Array.isArray(value) && 'leaf' in value;
}
