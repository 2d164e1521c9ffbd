// Reads one comment for the live desk: class, matter, side and the pieces by which questions are compared. Pure; read texts are remembered.
import type { TextEngine } from '../../../../../text/judge.contract.ts';
import { HitList } from '../../../../../text/lexicon/matcher.ts';
import { isLetter, Normaliser } from '../../../../../text/normalise.ts';
import { INTENT_BITS, type ShortJudge, type ShortReading } from '../../../../../text/short/short.contract.ts';
import type { LiveClass } from '../analysis.contract.ts';
import type { Mention, ShelfIndex } from '../shelf-index.ts';
import { unitsOf } from '../word-watch.ts';
import { chooseClass, type WordFinds } from './choose-class.ts';
import { withoutDrawl } from './drawl.ts';
import { readGrams } from './grams.ts';
import { hearFault } from './hear-fault.ts';
import { BAD, BLAME, FIGURE, GOODS, type LiveLexicon, MINE, RISK, WEAK } from './live-lexicon.ts';
import { maskLinkNumbers, NAME, SAYING } from './masks.ts';
import { toldSum } from './patterns.ts';

/** What one text says, whoever wrote it. Immutable and shared between all who write the same. */
export interface CommentReading {
  class: LiveClass;
  /** What it is about within its class (`quality/wear`), empty when unknown. */
  matter: string;
  sentiment: -1 | 0 | 1;
  isQuestion: boolean;
  /** Laughter, cheers, emoji. */
  isCheer: boolean;
  /** Number of the link that is named, 0 when none. */
  number: number;
  /** Spoken as somebody who has the goods. */
  isMine: boolean;
  /** Equal for spellings of the same. */
  key: string;
  /** Pieces of the words with their weights, sorted; matters asked are pieces too. */
  grams: readonly string[];
  weights: readonly number[];
  /** Sum of the weights. */
  mass: number;
  /** Han characters and words that carry meaning. */
  length: number;
  /** The folded text without spaces; words and product names are looked up in it. */
  folded: string;
  /** Advertising: words or links for which the whole engine was asked, 0-1. */
  advert: number;
  /** Words that may be hot. */
  units: readonly string[];
  /** Product named. */
  mention: Mention | null;
  /**
   * A fault this line supports without naming it plainly: told beside another, or guessed of an unread line with a bad tone.
   * When it is the class itself, all of it is a guess.
   */
  hint: { class: LiveClass; matter: string } | null;
  /** No list read it and nothing was asked, denied or praised: others' words may tell what it means. */
  isOpen: boolean;
  /** The code typed and nothing else ("1", "扣1"), empty otherwise. */
  code: string;
  /** The price it says the goods have now, in major units, null when it tells none. */
  sum: number | null;
}

/** "1", "扣1", "+1": a code and nothing that says which goods are wanted. */
const BARE_CODE = /^\s*(?:扣|打|敲|刷|\+|type|code)?[个\s]*\d{1,6}[^\p{L}\p{N}]*$/iu;
const FAULTY = /^(?:complain|risk)\./;
const PERSONAL =
  /number|address|phone|\binfo|data|name|card|\bid\b|account|photo|privacy|personal|call|text|[@[]|号|地址|电话|信息|隐私|名|身份|面单|微信|验证码|手机|家|住/i;
const PRESSING = BAD | RISK | WEAK;
const MOST_HELD = 4096;
const LONGEST = 400;
const APOSTROPHE = 0x27;
export class CommentReader {
  private readonly normaliser = new Normaliser();
  private readonly hits = new HitList();
  private readonly codes = new Uint16Array(LONGEST + 8);
  /** Two generations: what is asked for again moves to the young one. */
  private young = new Map<string, CommentReading>();
  private old = new Map<string, CommentReading>();
  private readonly finds: WordFinds;
  private mention: Mention | null = null;
  private shelfVersion = -1;

  constructor(
    private readonly short: ShortJudge,
    private readonly engine: TextEngine,
    private readonly lexicon: LiveLexicon,
    private readonly shelf: ShelfIndex,
  ) {
    this.finds = { hits: this.hits, lexicon, codes: this.codes, length: 0, masked: new Uint8Array(LONGEST + 8) };
  }

  read(text: string): CommentReading {
    // A product's name may hold words of other matters ("防晒"), so that a new shelf reads anew.
    if (this.shelfVersion !== this.shelf.version) {
      this.shelfVersion = this.shelf.version;
      this.young.clear();
      this.old.clear();
    }
    let reading = this.young.get(text);
    if (reading !== undefined) return reading;
    reading = this.old.get(text) ?? this.judge(text);
    if (this.young.size >= MOST_HELD) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(text, reading);
    return reading;
  }

  /** Whether words of hazard or complaint occur: such a comment is never shed. Cheap: one walk over the text. */
  isPressing(text: string): boolean {
    this.fold(text);
    const { hits, lexicon } = this;
    for (let at = 0; at < hits.size; at += 1) if ((lexicon.bits[hits.tag[at]!]! & PRESSING) !== 0) return true;
    return false;
  }

  /** The pieces of what the host says, with every matter it touches. */
  pieces(text: string): readonly string[] {
    this.fold(text);
    return readGrams(this.finds, true, '').grams;
  }

  private fold(text: string): void {
    const { normaliser, codes, hits, finds } = this;
    normaliser.run(text.length > LONGEST ? text.slice(0, LONGEST) : text);
    let size = 0;
    for (let at = 0; at < normaliser.length; at += 1) {
      const code = normaliser.codes[at]!;
      if (code === APOSTROPHE) continue;
      if (!isLetter(code)) size = withoutDrawl(codes, size);
      codes[size++] = code;
    }
    size = withoutDrawl(codes, size);
    hits.clear();
    this.lexicon.matcher.match(codes, size, hits);
    finds.length = size;
    // Sayings hide the words inside them; names of products and numbers of links are about which, not about what.
    const { bits } = this.lexicon;
    finds.masked.fill(0, 0, size);
    for (let at = 0; at < hits.size; at += 1)
      if (bits[hits.tag[at]!] === FIGURE) finds.masked.fill(SAYING, hits.from[at]!, hits.to[at]!);
    this.mention = this.shelf.mentionIn(codes, size);
    if (this.mention !== null) finds.masked.fill(NAME, this.shelf.mentionFrom, this.shelf.mentionTo);
    maskLinkNumbers(codes, size, finds.masked);
  }

  private judge(text: string): CommentReading {
    const short = this.short.read(text);
    this.fold(text);
    const { finds } = this;
    const choice = chooseClass(finds, short, text);
    const heard = hearFault(choice, finds, this.short, short);
    const { hint, isOpen } = heard;
    let { class: chosen, matter } = heard;
    const more: Partial<CommentReading> = {
      hint,
      isOpen,
      code: short.claim === 'code' && chosen === 'claim.code' && BARE_CODE.test(text) ? `${short.code}` : '',
      sum: FAULTY.test(chosen) ? null : toldSum(text),
    };
    let advert = 0;
    if (short.isAlarming || short.isAdvertising || text.length > 60) {
      const key = keyOf(short);
      const { isQuestion, isCheer, number, intents } = short;
      const urgent = short.isAlarming || text.length > 60;
      const judged = urgent ? this.engine.judge(text, { channel: 'live' }, { explain: false }) : null;
      advert = judged === null ? this.engine.spam(text).score : judged.spam.score;
      const reason = judged?.urgency.level === 'high' ? judged.urgency.reason : null;
      // "这手速我报警了" threatens nobody.
      const isIdle =
        (reason === 'legal' && !chosen.startsWith('complain.') && !this.speaksOfGoods()) ||
        // "leaked all over my bag" gives nothing away.
        (reason === 'privacy' && !PERSONAL.test(text));
      if (reason !== null && !isIdle && !chosen.startsWith('risk.') && !choice.isHypothetical) {
        chosen = REASON_CLASSES[reason];
        matter = `${chosen.slice(5)}/${reason}`;
      }
      return this.finish(
        key,
        chosen,
        matter,
        short.sentiment,
        isQuestion,
        isCheer,
        number,
        intents,
        advert,
        choice.isMine,
        more,
      );
    }
    return this.finish(
      keyOf(short),
      chosen,
      matter,
      short.sentiment,
      short.isQuestion,
      short.isCheer,
      short.number,
      short.intents,
      advert,
      choice.isMine,
      more,
    );
  }

  private speaksOfGoods(): boolean {
    const { hits, lexicon } = this;
    for (let at = 0; at < hits.size; at += 1)
      if ((lexicon.bits[hits.tag[at]!]! & (GOODS | BLAME | MINE | BAD)) !== 0) return true;
    return false;
  }

  private finish(
    key: string,
    chosen: LiveClass,
    matter: string,
    tone: -1 | 0 | 1,
    asks: boolean,
    isCheer: boolean,
    number: number,
    intents: number,
    advert: number,
    isMine: boolean,
    more: Partial<CommentReading>,
  ): CommentReading {
    const { finds } = this;
    const isAsk = chosen.startsWith('ask.');
    const grams = readGrams(finds, isAsk, key);
    const sentiment =
      chosen.startsWith('complain.') || chosen === 'risk.safety' || chosen === 'risk.fake'
        ? -1
        : chosen === 'praise'
          ? 1
          : isAsk || isCheer
            ? 0
            : tone < 0 && (intents & INTENT_BITS.complain) === 0
              ? 0
              : tone;
    return {
      class: chosen,
      matter,
      sentiment,
      isQuestion: isAsk || (asks && chosen === 'other'),
      isCheer,
      number,
      isMine,
      key,
      grams: grams.grams,
      weights: grams.weights,
      mass: grams.mass,
      length: grams.length,
      folded: grams.folded,
      advert,
      units: isCheer ? [] : unitsOf(grams.folded, grams.spaced),
      mention: this.mention,
      hint: more.hint ?? null,
      isOpen: more.isOpen === true && !isAsk && chosen !== 'praise',
      code: more.code ?? '',
      sum: more.sum ?? null,
    };
  }
}

const REASON_CLASSES = {
  safety: 'risk.safety',
  fake: 'risk.fake',
  price_error: 'risk.price_error',
  minor: 'risk.minor',
  privacy: 'risk.privacy',
  fraud: 'risk.privacy',
  legal: 'complain.service',
} as const;

function keyOf(short: ShortReading): string {
  return short.keyHigh.toString(36) + short.keyLow.toString(36);
}
