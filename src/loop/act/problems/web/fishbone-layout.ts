// Where everything of a fishbone stands: pure geometry, so that it can be checked without a browser.

export interface Rib<T> {
  key: string;
  /** Joint on the spine, outer end, whether it stands above. */
  from: { x: number; y: number };
  to: { x: number; y: number };
  isUp: boolean;
  twigs: { item: T; depth: number; x: number; y: number; width: number }[];
}

export interface FishboneLayout<T> {
  width: number;
  height: number;
  spineY: number;
  headX: number;
  ribs: Rib<T>[];
}

const ROW = 26;
const HEAD = 24;
const LEAN = 46;
/** px beside the head for the problem's name */
const HEAD_WORDS = 150;

/**
 * @param bones in order, each with its causes in reading order and their depth (1 = on the bone)
 * @param width px there is; a fish that needs more is wider, and its sheet scrolls
 */
export function layFishbone<T>(
  bones: readonly { key: string; items: readonly { item: T; depth: number }[] }[],
  width: number,
): FishboneLayout<T> {
  const pairs = Math.max(1, Math.ceil(bones.length / 2));
  const column = Math.max(190, (width - HEAD - LEAN - HEAD_WORDS) / pairs);
  const tall = (row: 0 | 1) => Math.max(2, ...bones.filter((_, i) => i % 2 === row).map((one) => one.items.length));
  const up = tall(0) * ROW + 44;
  const down = bones.length > 1 ? tall(1) * ROW + 44 : 24;
  const spineY = up + 8;
  const headX = pairs * column + LEAN + HEAD;
  const ribs = bones.map((bone, index): Rib<T> => {
    const isUp = index % 2 === 0;
    const jointX = (Math.floor(index / 2) + 1) * column + LEAN;
    const from = { x: jointX, y: spineY };
    const reach = isUp ? up - 28 : down - 28;
    const to = { x: jointX - LEAN, y: isUp ? spineY - reach : spineY + reach };
    const twigs = bone.items.map(({ item, depth }, row) => {
      const y = isUp ? to.y + 18 + row * ROW : spineY + 24 + row * ROW;
      const share = (y - spineY) / (to.y - spineY || 1);
      const ribX = from.x + (to.x - from.x) * share;
      const indent = (depth - 1) * 12;
      return { item, depth, x: ribX - (column - 36) + indent, y, width: column - 36 - indent };
    });
    return { key: bone.key, from, to, isUp, twigs };
  });
  return { width: headX + HEAD_WORDS, height: spineY + down + 8, spineY, headX, ribs };
}
