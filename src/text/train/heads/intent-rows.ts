// Rows of the intent heads: texts labelled by reading, and far more texts whose set already says something of the speaker's wish.
import { INTENT_HEADS, type IntentHead } from '../../intent-evidence.ts';
import type { Intent } from '../../judge.contract.ts';
import { readIntents } from '../labels/intents/read-intents.ts';
import type { LabelPart } from '../labels/labels.contract.ts';
import { readLiveRoomLines } from '../labels/live-room/read-live-room.ts';
import { readLabels } from '../labels/read-labels.ts';
import { readVoices } from '../labels/voices/read-voices.ts';
import { readWritten, type WrittenPlace } from '../labels/written/read-written.ts';
import { copyKey, foldOf, readSet } from '../read-sets.ts';
import type { LinearRow } from './aspect-fit.ts';
import { spokenPhrases } from './intent-phrases.ts';

/** How much a text labelled by reading counts beside one whose label follows from its set. */
const READ_WEIGHT = 4;
/** A text over which its reader hesitated. */
const UNSURE_WEIGHT = 2;
/** A whole message that somebody wrote as a customer would. */
const WRITTEN_WEIGHT = 2;
/** A phrase with several goods in it stands for all others. */
const PHRASE_WEIGHT = 3;
const PHRASE_GOODS = 2;
/** Of the written faults of a room one in so many is learned from. */
const FAULT_STEP = 2;
const LONGEST = 400;

type Says = Partial<Record<IntentHead, boolean>>;

/** Sets whose own label tells something, every n-th row of them. */
interface WeakSet {
  set: string;
  step: number;
  weight: number;
  says(y: string, text: string, sides: readonly number[]): Says | null;
}

/** Words after which a review may hold a wish; such reviews say nothing about suggest and buy. */
const WISHES = /建议|希望|应该|最好|改进|能不能|要是|如果|再买|还会|下次|回购|想买|准备|should|wish|buy|order/iu;
const ASKS = /[?？]|吗|怎么|为什么|什么|how|why|what/iu;

const review =
  (isPositive: (y: string, sides: readonly number[]) => boolean | null) =>
  (y: string, text: string, sides: readonly number[]) => {
    const positive = isPositive(y, sides);
    if (positive === null) return null;
    return {
      praise: positive,
      complain: !positive,
      none: false,
      live: false,
      service: false,
      ...(WISHES.test(text) ? {} : { suggest: false, buy: false }),
      ...(ASKS.test(text) ? {} : { ask: false }),
    };
  };
const ofBinary = (y: string) => (y === '1' ? true : y === '0' ? false : null);
/** All sides of one kind; mixed voices say nothing. */
const ofSides = (_: string, sides: readonly number[]) =>
  sides.length === 0 || sides.some((side) => side !== sides[0]) || sides[0] === 0 ? null : sides[0] === 1;
/** The sides named in a post about cars; who names both says nothing. */
const named = (_: string, text: string, sides: readonly number[]): Says | null => {
  const praise = sides.includes(1);
  const complain = sides.includes(-1);
  if (praise && complain) return null;
  return {
    praise,
    complain,
    ...(WISHES.test(text) ? {} : { suggest: false, buy: false }),
    ...(ASKS.test(text) ? {} : { ask: false }),
  };
};
const questions = (): Says => ({ ask: true, praise: false, suggest: false, buy: false, none: false });

const WEAK_SETS: readonly WeakSet[] = [
  { set: 'online_shopping_10_cats', step: 9, weight: 0.7, says: review(ofBinary) },
  { set: 'waimai_10k', step: 5, weight: 0.5, says: review(ofBinary) },
  { set: 'chnsenticorp_htl_all', step: 10, weight: 0.4, says: review(ofBinary) },
  { set: 'weibo2018', step: 6, weight: 0.2, says: review(ofBinary) },
  { set: 'amazon_polarity10k', step: 2, weight: 1, says: review(ofBinary) },
  { set: 'acos_en', step: 2, weight: 0.7, says: review(ofSides) },
  { set: 'mams_acsa_en', step: 2, weight: 0.5, says: review(ofSides) },
  { set: 'bdci_car_2018', step: 1, weight: 0.5, says: named },
  { set: 'absa_zh_products', step: 2, weight: 0.5, says: review(ofSides) },
  { set: 'eprstmt', step: 1, weight: 0.7, says: review(ofBinary) },
  { set: 'banking77', step: 10, weight: 0.4, says: questions },
  { set: 'clinc150', step: 24, weight: 0.3, says: questions },
];

/** A text with all its intents, for the heads and for the decision above them. */
export interface IntentText {
  text: string;
  part: LabelPart | 'phrase';
  intents: readonly Intent[];
  /** Drawn for all labels, part at random and part by broad cues, as the gold was: such texts tell how often a wish occurs. */
  isWhole?: boolean;
  /** Its reader hesitated. */
  isUnsure?: boolean;
  /** Where a phrase was written for, so that the heads of that place learn from it. */
  place?: WrittenPlace | null;
  /** Only the heads of its place learn from it. */
  isOfPlaceAlone?: boolean;
  /** What it counts for the heads, when not what its part says. */
  weight?: number;
}

/** What was read, and the phrases written by us. */
export function intentTexts(): IntentText[] {
  const read = [...readLabels().map((row) => ({ ...row, isWhole: true })), ...readVoices(), ...readIntents()];
  const seen = new Set<string>();
  return [
    ...read.filter(({ key }) => !seen.has(key) && seen.add(key)),
    ...readWritten().map(({ text, intents, place }) => ({
      text,
      intents,
      part: 'phrase' as const,
      weight: WRITTEN_WEIGHT,
      place,
      // Lines of rooms that sell nothing would drown the read ones of all places.
      isOfPlaceAlone: place === 'live',
    })),
    ...roomTexts(),
    ...spokenPhrases(PHRASE_GOODS).map(({ text, intents }) => ({ text, part: 'phrase' as const, intents })),
  ];
}

/** What viewers of a selling room ask, order, like and complain of; there are many more faults than anything else. */
function roomTexts(): IntentText[] {
  let faults = 0;
  return readLiveRoomLines().flatMap(({ text, label, language }): IntentText[] => {
    const isFault = label.includes('/');
    if (label === 'other' || (isFault && faults++ % FAULT_STEP !== 0)) return [];
    const intent = isFault ? 'complain' : (label as Intent);
    return [
      { text, part: 'phrase', intents: [intent], weight: WRITTEN_WEIGHT, place: language === 'zh' ? 'live' : null },
    ];
  });
}

/** Null where a text says nothing: a phrase was written for no place, and English ones are not told apart by place. */
function saysOf({ part, intents, place: written, isOfPlaceAlone }: IntentText, head: IntentHead): boolean | null {
  const place = written ?? part;
  if (head === 'live' || head === 'service') return place === 'phrase' || place === 'english' ? null : place === head;
  const [where, what] = head.split('_') as [string, string | undefined];
  if (what === undefined) return isOfPlaceAlone === true && head !== 'none' ? null : wants(intents, head);
  return PLACES[where] === place ? wants(intents, what) : null;
}

/** The place whose voices a head of one place hears, by the beginning of its name. */
const PLACES: Readonly<Record<string, LabelPart>> = { room: 'live', chat: 'service', review: 'review' };

const wants = (intents: readonly Intent[], what: string) =>
  what === 'none' ? intents.length === 0 : (intents as readonly string[]).includes(what);

function weightOf({ part, isUnsure, weight }: IntentText): number {
  if (weight !== undefined) return weight;
  if (part === 'phrase') return PHRASE_WEIGHT;
  return isUnsure === true ? UNSURE_WEIGHT : READ_WEIGHT;
}

export function labelRows(texts: readonly IntentText[]): LinearRow[] {
  return texts.map((text) => ({
    text: text.text.slice(0, LONGEST),
    fold: foldOf(text.text),
    weight: weightOf(text),
    says: new Map(
      INTENT_HEADS.flatMap((head) => {
        const holds = saysOf(text, head);
        return holds === null ? [] : [[head, holds ? 1 : -1] as const];
      }),
    ),
  }));
}

/** Rows whose labels follow from their sets; no text that was read. */
export function weakRows(texts: readonly IntentText[]): LinearRow[] {
  const read = new Set(texts.map((text) => copyKey(text.text)));
  const rows: LinearRow[] = [];
  const add = (text: string, says: Says, weight: number) => {
    rows.push({
      text: text.slice(0, LONGEST),
      fold: foldOf(text),
      weight,
      says: new Map(Object.entries(says).map(([head, yes]) => [head, yes ? 1 : -1])),
    });
  };
  for (const { set, step, weight, says } of WEAK_SETS) {
    readSet(set).forEach((row, index) => {
      if (index % step !== 0 || foldOf(row.t) >= 8 || read.has(copyKey(row.t))) return;
      const said = says(
        String(row.y),
        row.t,
        (row.a ?? []).map((tuple) => tuple[1]),
      );
      if (said !== null) add(row.t, said, weight);
    });
  }
  return rows;
}
