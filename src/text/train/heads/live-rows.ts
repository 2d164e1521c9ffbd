// The lines the live head learns from: written ones, texts labelled by reading, and talk nobody labelled.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Aspect } from '../../judge.contract.ts';
import { ASK_WORDS } from '../../short/ask-words.ts';
import { COMPLAINT_WORDS, RISK_WORDS } from '../../short/complaint-words.ts';
import { recordingsFolder } from '../labels/find-texts.ts';
import { goldCopies } from '../labels/gold-marks.ts';
import { readIntents } from '../labels/intents/read-intents.ts';
import { LIVE_FAULTS, type LiveRoomLine, readLiveRoomLines } from '../labels/live-room/read-live-room.ts';
import { readLabels } from '../labels/read-labels.ts';
import { copyKey, foldOf, readSet } from '../read-sets.ts';

/** A fault of which only the class is known. */
export const UNKNOWN = -2;
export const ORDINARY = -1;

export const PHRASE = 'phrase';
const PHRASE_COST = 0.2;
const WRITTEN_COST = 3;

export interface LiveRow {
  text: string;
  /** Place in {@link LIVE_FAULTS}, {@link ORDINARY}, or {@link UNKNOWN}. */
  fault: number;
  cost: number;
  /** Writer of the line, or the kind of source. */
  by: string;
  /** Fold of the published split; writers' lines have none. */
  fold: number;
}

const LONGEST = 80;
const MATTER_AT = new Map<string, number>(LIVE_FAULTS.map((name, at) => [name, at]));
const TOLD: ReadonlySet<Aspect> = new Set<Aspect>([
  'logistics',
  'packaging',
  'quality',
  'size',
  'authenticity',
  'price',
  'promotion',
  'service',
  'refund',
  'description',
  'effect',
]);

export function writtenRows(lines: readonly LiveRoomLine[] = readLiveRoomLines()): LiveRow[] {
  return lines.map(({ text, label, writer }) => ({
    text,
    fault: MATTER_AT.get(label) ?? ORDINARY,
    cost: WRITTEN_COST,
    by: writer,
    fold: 0,
  }));
}

/** Read texts: complaints that name a part of the shop, and what is none. What complains of a film or a game is left out. */
function readRows(): LiveRow[] {
  const out: LiveRow[] = [];
  for (const row of readLabels()) {
    if (row.text.length > LONGEST) continue;
    const base = { text: row.text, by: row.part === 'live' ? 'read-live' : 'read', fold: foldOf(row.text) };
    if (!row.intents.includes('complain') && row.urgency.reason === null) {
      if (row.sentiment !== 'negative') out.push({ ...base, fault: ORDINARY, cost: row.part === 'live' ? 1 : 0.5 });
    } else if (row.aspects.some(({ aspect, polarity }) => polarity < 0 && TOLD.has(aspect)))
      out.push({ ...base, fault: UNKNOWN, cost: 0.5 });
  }
  for (const row of readIntents())
    if (row.text.length <= LONGEST && !row.intents.includes('complain'))
      out.push({
        text: row.text,
        fault: ORDINARY,
        cost: 0.7,
        by: row.part === 'live' ? 'read-live' : 'read',
        fold: foldOf(row.text),
      });
  return out;
}

/** The wordings the lists of the live room have: fragments, so that they say more about which fault than whether it is one. */
function phraseRows(): LiveRow[] {
  const out: LiveRow[] = [];
  const add = (list: string, fault: number) => {
    for (const phrase of list.split('|'))
      out.push({ text: phrase.replace('*', ''), fault, cost: PHRASE_COST, by: PHRASE, fold: 0 });
  };
  for (const [tag, list] of Object.entries({ ...COMPLAINT_WORDS, ...RISK_WORDS })) {
    const fault = MATTER_AT.get(tag);
    if (fault !== undefined) add(list, fault);
  }
  for (const list of Object.values(ASK_WORDS)) add(list, ORDINARY);
  return out;
}

/** Chats of two English streams in which nothing was sold. */
function chatRows(): LiveRow[] {
  const folder = recordingsFolder();
  if (folder === null) return [];
  return ['youtube-moderated-chat-20201204', 'youtube-replay-burst-20200815'].flatMap((name) =>
    gunzipSync(readFileSync(`${folder}${name}.jsonl.gz`))
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { x?: string })
      .filter(({ x }) => x !== undefined && x !== '' && x.length <= LONGEST)
      .map(({ x }) => ({ text: x!, fault: ORDINARY, cost: 0.4, by: 'danmaku', fold: foldOf(x!) })),
  );
}

/** Talk nobody labelled: a fault among it is rare, so that each line counts little. */
function talkRows(): LiveRow[] {
  const sources: readonly (readonly [string, number, number])[] = [
    ['bilibili_danmaku', 1, 0.4],
    ['bilibili_danmaku_byd', 1, 0.4],
    ['nus_sms_zh_unlabelled', 3, 0.2],
    ['conversation_sentiment', 4, 0.2],
    ['clinc150', 2, 0.3],
  ];
  return sources.flatMap(([name, step, cost]) =>
    readSet(name)
      .filter((row, at) => at % step === 0 && row.t.length <= LONGEST)
      .map((row) => ({
        text: row.t,
        fault: ORDINARY,
        cost,
        by: name.startsWith('bilibili') ? 'danmaku' : 'talk',
        fold: foldOf(row.t),
      })),
  );
}

const GOODS = new Set(['平板', '水果', '洗发水', '衣服', '热水器', '手机', '蒙牛', '计算机']);
const LONGEST_REVIEW = 30;

/** Short reviews: against the goods they tell of a fault, for them of none. */
function reviewRows(): LiveRow[] {
  const out: LiveRow[] = [];
  for (const [name, cost] of [
    ['online_shopping_10_cats', 0.2],
    ['waimai_10k', 0.2],
  ] as const)
    for (const row of readSet(name)) {
      if (row.t.length > LONGEST_REVIEW || (row.cat !== undefined && !GOODS.has(row.cat))) continue;
      out.push({ text: row.t, fault: row.y === 1 ? ORDINARY : UNKNOWN, cost, by: 'review', fold: foldOf(row.t) });
    }
  return out;
}

/** Every line, each text once, folds 0-7; none is a copy of a text of the gold. @throws Error when the data is absent. */
export function liveRows(): LiveRow[] {
  const copies = goldCopies();
  const seen = new Set<string>();
  return [...writtenRows(), ...phraseRows(), ...readRows(), ...talkRows(), ...chatRows(), ...reviewRows()].filter(
    (row) => {
      const key = copyKey(row.text) || row.text;
      if (row.fold > 7 || seen.has(key) || copies.has(copyKey(row.text))) return false;
      seen.add(key);
      return true;
    },
  );
}
