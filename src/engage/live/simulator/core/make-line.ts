// One line of an ordinary minute: who says it, what it means, how it is typed, and the truth of all that.
import { CROWD } from './crowd-numbers.ts';
import { aliasTable, type Dice } from './dice.ts';
import { fillLine } from './fill-line.ts';
import { type Family, LINE_BOOKS, type SpokenLanguage, suits } from './line-book.ts';
import type { LineTruth, ProductKind, SimulatedProduct } from './simulated-show.contract.ts';
import { varyLine } from './vary-line.ts';
import type { Viewer } from './viewers.ts';

export interface MadeLine {
  text: string;
  truth: LineTruth;
}

/** How often a line about a product says which one. */
const NAMING = 0.2;
/** Of those, how often it is not the one on air. */
const ELSEWHERE = 0.35;

/** Codes, addresses and laughter are typed as they are; at most something hangs at the end. */
const PLAIN = new Set<string>(['claim.code', 'risk.privacy', 'noise']);

type Picker = (dice: Dice) => Family;

/** Chooses families by how usual they are tonight; some questions are the talk of the evening. */
export class LineMaker {
  private readonly pickers = new Map<string, Picker>();
  private readonly dice: Dice;
  private readonly products: readonly SimulatedProduct[];
  private readonly hotness: (family: Family) => number;

  constructor(products: readonly SimulatedProduct[], dice: Dice) {
    this.products = products;
    this.dice = dice;
    const tonight = new Map<Family, number>();
    for (const book of Object.values(LINE_BOOKS)) {
      for (const family of book.questions) tonight.set(family, Math.exp(0.6 * dice.normal()));
    }
    this.hotness = (family) => tonight.get(family) ?? 1;
  }

  /** @param seen the product this viewer sees at the moment of writing */
  ordinary(viewer: Viewer, seen: SimulatedProduct | null): MadeLine {
    return this.say(this.pickerFor(viewer.language, seen?.kind ?? null)(this.dice), viewer, seen);
  }

  private pickerFor(language: SpokenLanguage, kind: ProductKind | null): Picker {
    const key = `${language}/${kind}`;
    let picker = this.pickers.get(key);
    if (!picker) {
      const book = LINE_BOOKS[language];
      const families = [...book.questions, ...book.lines].filter((one) => suits(one, kind));
      picker = aliasTable(
        families,
        families.map((one) => one.share * this.hotness(one)),
      );
      this.pickers.set(key, picker);
    }
    return picker;
  }

  /** A line of this family by this viewer; `only` says which product it must be about, seen or not. */
  say(family: Family, viewer: Viewer, seen: SimulatedProduct | null, only?: SimulatedProduct): MadeLine {
    const { dice } = this;
    const line = family.pick(dice);
    let product = only ?? seen;
    let isNaming = line.isNaming;
    const isQuestion = family.class.startsWith('ask.');
    const mustName = family.isAboutProduct && only !== undefined && only !== seen;
    const names = family.isAboutProduct && (mustName || (!line.isNaming && dice.luck(NAMING)));
    if (family.isAboutProduct && only === undefined && (names || line.isNaming) && dice.luck(ELSEWHERE)) {
      const other = dice.pick(this.products);
      if (suits(family, other.kind)) product = other;
    }
    let text = fillLine(line, { dice, people: LINE_BOOKS[viewer.language].people, product });
    if (names && !line.isNaming && product) {
      text = withName(text, product, viewer.language, dice);
      isNaming = true;
    }
    const isPlain = PLAIN.has(family.class) && !family.isHard;
    text = varyLine(text, viewer.language, isQuestion, isPlain, viewer.looseness, dice);
    const truth: LineTruth = { class: family.class };
    if (family.isAboutProduct && product) {
      truth.productId = product.productId;
      truth.by = isNaming ? 'named' : 'on_air';
    }
    if (isQuestion && family.key !== null) {
      truth.groupKey = `${viewer.language}/${family.key}${truth.productId ? `@${truth.productId}` : ''}`;
    }
    if (family.isHard) truth.isHardNegative = true;
    return { text, truth };
  }
}

function withName(text: string, product: SimulatedProduct, language: SpokenLanguage, dice: Dice): string {
  const fall = dice.roll();
  if (language === 'en') {
    if (fall < 0.4) return `#${product.index} ${text}`;
    return fall < 0.7 ? `${dice.pick(product.aliases)} ${text}` : `${text} for the ${dice.pick(product.aliases)}`;
  }
  if (fall < 0.3) return `${product.index}号链接${text}`;
  if (fall < 0.5) return `${product.index}号${text}`;
  return dice.pick(product.aliases) + text;
}

interface Said extends MadeLine {
  at: number;
  language: SpokenLanguage;
}

/** Words that others say after somebody: laughter, greetings, the question everybody has; never a complaint of one's own. */
export class Echo {
  private readonly recent: (Said | undefined)[] = new Array(64);
  private next = 0;
  private readonly dice: Dice;

  constructor(dice: Dice) {
    this.dice = dice;
  }

  heard(line: MadeLine, at: number, language: SpokenLanguage): void {
    if (line.truth.class.startsWith('complain.') || line.truth.class.startsWith('risk.')) return;
    this.recent[this.next % 64] = { ...line, at, language };
    this.next += 1;
  }

  /** Something said in the last few seconds that still holds for this viewer, or null: then he says something of his own. */
  repeat(at: number, viewer: Viewer, seen: SimulatedProduct | null): MadeLine | null {
    if (this.next === 0 || !this.dice.luck(ECHO)) return null;
    const said = this.recent[this.dice.whole(0, Math.min(this.next, 64) - 1)];
    if (!said || at - said.at > 5000 || said.language !== viewer.language) return null;
    if (said.truth.by === 'on_air' && said.truth.productId !== seen?.productId) return null;
    return said;
  }
}

/** Set so that as many lines repeat within three seconds as in the recorded room (see README); much is alike by itself. */
const ECHO = CROWD.repetition.s3 * 0.8;
