// Knows the products of the room by number, platform id and the names viewers use.
import { HitList, Matcher } from '../../../../text/lexicon/matcher.ts';
import { foldText, isHan, isLetter } from '../../../../text/normalise.ts';
import type { ShelfItem } from '../../stream/core/live-event.contract.ts';
import type { AnalysedProduct } from './analyser.contract.ts';

const MOST = 1000;
/** How many names of one product are learned from its title. */
const HEADS = 4;
/** Ends of titles that say nothing of the goods. */
const EMPTY_HEADS =
  /^(新款|现货|包邮|正品|官方|旗舰|直播|专享|福利|套装|礼盒|男女|同款|加厚|大码|家用|系列|组合|特价|秒杀|热卖|爆款|经典|升级|冬季|夏季|秋冬|春夏|new|sale|set|pack|with|and|for|the|free|live|deal|gift)$/;

export interface Mention {
  productId: string;
  /** Several products share the name: the one on air is meant, if it is among them. */
  others: readonly string[];
}

export class ShelfIndex {
  /** Raised by every change: what was looked up before has to be looked up again. */
  version = 0;
  private products = new Map<string, AnalysedProduct>();
  private byIndex = new Map<number, string>();
  private matcher = new Matcher().build();
  private owners: string[][] = [];
  private readonly hits = new HitList();

  set(items: readonly AnalysedProduct[]): void {
    this.products = new Map(items.slice(0, MOST).map((item) => [item.productId, item]));
    this.rebuild();
  }

  /** Products a platform tells of, joined to ours by number; unknown ones are added. */
  add(items: readonly ShelfItem[]): void {
    for (const item of items) {
      const known = this.products.get(item.productId) ?? this.get(this.byIndex.get(item.index) ?? '');
      if (known === null || known === undefined) {
        if (this.products.size >= MOST) continue;
        this.products.set(item.productId, {
          productId: item.productId,
          index: item.index,
          title: item.title,
          aliases: [],
          price: item.price ?? null,
        });
      } else if (item.price !== undefined && known.productId === item.productId)
        this.products.set(known.productId, {
          ...known,
          price: item.price,
          index: item.index,
          title: item.title || known.title,
        });
    }
    this.rebuild();
  }

  get(productId: string): AnalysedProduct | null {
    return this.products.get(productId) ?? null;
  }

  withIndex(index: number): AnalysedProduct | null {
    const productId = this.byIndex.get(index);
    return productId === undefined ? null : this.get(productId);
  }

  all(): AnalysedProduct[] {
    return [...this.products.values()];
  }

  /** Place of the name that {@link mentionIn} found last. */
  mentionFrom = 0;
  mentionTo = 0;

  /** The product a folded text names: the longest name wins. */
  mentionIn(codes: Uint16Array, length: number): Mention | null {
    if (this.owners.length === 0) return null;
    const { hits } = this;
    hits.clear();
    this.matcher.match(codes, length, hits);
    let best = -1;
    let width = 0;
    for (let hit = 0; hit < hits.size; hit += 1) {
      const wide = hits.to[hit]! - hits.from[hit]!;
      if (wide > width) {
        width = wide;
        best = hits.tag[hit]!;
        this.mentionFrom = hits.from[hit]!;
        this.mentionTo = hits.to[hit]!;
      }
    }
    if (best < 0) return null;
    const owners = this.owners[best]!;
    return { productId: owners[0]!, others: owners.length > 1 ? owners : [] };
  }

  private rebuild(): void {
    this.version += 1;
    this.byIndex.clear();
    const ownersOf = new Map<string, string[]>();
    const own = (name: string, productId: string) => {
      const folded = foldText(name).replaceAll("'", '').trim();
      if (folded.length < 2 || folded.length > 40 || /^\d+$/.test(folded)) return;
      const owners = ownersOf.get(folded);
      if (owners === undefined) ownersOf.set(folded, [productId]);
      else if (!owners.includes(productId)) owners.push(productId);
    };
    for (const product of this.products.values()) {
      if (product.index !== null && !this.byIndex.has(product.index))
        this.byIndex.set(product.index, product.productId);
      own(product.title, product.productId);
      for (const alias of product.aliases) own(alias, product.productId);
      for (const head of headsOf(product.title)) own(head, product.productId);
    }
    const matcher = new Matcher();
    this.owners = [];
    for (const [name, owners] of ownersOf) {
      const id = matcher.tagId(name);
      matcher.add(name, name.replaceAll('|', ' '));
      this.owners[id] = owners;
    }
    this.matcher = matcher.build();
  }
}

/** What goods are called: the end of each Chinese part of the title, the last words of an English one. */
export function headsOf(title: string): string[] {
  const folded = foldText(title);
  const heads: string[] = [];
  const add = (head: string) => {
    if (head.length >= 2 && !EMPTY_HEADS.test(head) && !heads.includes(head)) heads.push(head);
  };
  let run = '';
  const close = () => {
    if (run.length >= 2) {
      add(run);
      for (const size of [4, 3, 2]) if (run.length > size) add(run.slice(-size));
    }
    run = '';
  };
  for (const char of folded) {
    if (isHan(char.charCodeAt(0))) run += char;
    else close();
  }
  close();
  const words = folded
    .split(/[^a-z0-9\u00c0-\u052f]+/)
    .filter((word) => word.length > 2 && isLetter(word.charCodeAt(0)));
  if (words.length > 0) {
    if (words.length > 1) add(words.slice(-2).join(' '));
    add(words[words.length - 1]!);
  }
  return heads.slice(0, HEADS);
}
