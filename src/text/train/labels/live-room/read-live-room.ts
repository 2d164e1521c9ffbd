// Reads the viewers' lines that were written for the live room: faults in many wordings, and talk that only looks like them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { copyKey } from '../../read-sets.ts';

/** Every fault a viewer may tell, as `class/matter`. */
export const LIVE_FAULTS = [
  'complain.quality/wear',
  'complain.quality/broken',
  'complain.quality/smell',
  'complain.quality/differs',
  'complain.quality/poor',
  'complain.quality/effect',
  'complain.quality/expired',
  'complain.quality/size',
  'complain.price/high',
  'complain.price/change',
  'complain.price/coupon',
  'complain.price/trick',
  'complain.service/reply',
  'complain.service/rude',
  'complain.service/refund',
  'complain.shipping/late',
  'complain.shipping/slow',
  'complain.shipping/wrong',
  'complain.shipping/damaged',
  'complain.shipping/lost',
  'complain.stream/sound',
  'complain.stream/freeze',
  'complain.stream/picture',
  'complain.stream/host',
  'risk.safety/body',
  'risk.safety/fire',
  'risk.safety/foreign',
  'risk.fake/is',
  'risk.price_error/is',
  'risk.minor/is',
  'risk.privacy/leak',
] as const;
/** What is no fault. */
export const LIVE_TALK = ['ask', 'buy', 'praise', 'other'] as const;
export type LiveLabel = (typeof LIVE_FAULTS)[number] | (typeof LIVE_TALK)[number];

export interface LiveRoomLine {
  text: string;
  /** `class/matter` of a fault, or the kind of ordinary talk. */
  label: LiveLabel;
  /** Name of the file without its ending: one writer each, so that one can be measured by the others. */
  writer: string;
  language: 'zh' | 'en';
}

const LABELS: ReadonlySet<string> = new Set([...LIVE_FAULTS, ...LIVE_TALK]);
const FOLDER = fileURLToPath(new URL('./', import.meta.url));

/**
 * One file: a heading `# class/matter` or `# class`, then a line a row; blank lines say nothing. Files of Chinese begin with `zh`.
 * @returns its lines, and what is wrong with it in words; a line under an unknown heading is left out.
 */
export function parseLiveRoom(source: string, writer: string): { lines: LiveRoomLine[]; faults: string[] } {
  const lines: LiveRoomLine[] = [];
  const faults: string[] = [];
  const seen = new Set<string>();
  const language = writer.startsWith('zh') ? 'zh' : 'en';
  let label: LiveLabel | null = null;
  for (const [at, row] of source.split(/\r?\n/).entries()) {
    const text = row.trim();
    if (text === '') continue;
    if (text.startsWith('# ')) {
      const name = text.slice(2).trim();
      label = LABELS.has(name) ? (name as LiveLabel) : null;
      if (label === null) faults.push(`${writer} ${at + 1}: no such heading: ${name}`);
    } else if (label === null) faults.push(`${writer} ${at + 1}: a line without a heading`);
    else if (seen.has(text)) faults.push(`${writer} ${at + 1}: written twice: ${text}`);
    else {
      seen.add(text);
      lines.push({ text, label, writer, language });
    }
  }
  return { lines, faults };
}

/**
 * All lines of all writers, in the order of the files; of lines that differ in spaces and signs alone the first counts.
 * @param folder where the `.txt` files lie (default: beside this file); none there gives no lines
 */
export function readLiveRoomLines(folder: string = FOLDER): LiveRoomLine[] {
  if (!existsSync(folder)) return [];
  const seen = new Set<string>();
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => parseLiveRoom(readFileSync(`${folder}/${name}`, 'utf8'), name.slice(0, -4)).lines)
    .filter((line) => {
      const key = copyKey(line.text) || line.text;
      return !seen.has(key) && seen.add(key);
    });
}
