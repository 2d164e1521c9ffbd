// Puts the sentences of customers together from many parts, so that two thousand voices do not sound like five.
import type { Dice } from './dice.ts';
import en from './words/en.json' with { type: 'json' };
import nicknames from './words/nicknames.json' with { type: 'json' };
import productList from './words/products.json' with { type: 'json' };
import zhGoods from './words/zh-goods.json' with { type: 'json' };
import zhLeak from './words/zh-leak.json' with { type: 'json' };
import zhLive from './words/zh-live.json' with { type: 'json' };
import zhPraise from './words/zh-praise.json' with { type: 'json' };
import zhService from './words/zh-service.json' with { type: 'json' };

export interface ShopProduct {
  sku: string;
  zh: string;
  en: string;
  kind: string;
  price: number;
  share: number;
}
export const PRODUCTS: readonly ShopProduct[] = productList;
/** The one whose pump leaks. */
export const SERUM = PRODUCTS[0]!;

export interface Topic {
  key: string;
  weight: number;
  rating: number[];
  kinds?: string[];
  channels: Record<string, number | undefined>;
  open: string[];
  core: string[];
  tail: string[];
}
const EVERYDAY: readonly Topic[] = [...zhPraise, ...zhGoods, ...zhService] as Topic[];
const ENGLISH: readonly Topic[] = en as Topic[];
const LIVE: readonly Topic[] = zhLive as Topic[];
const LEAK = (zhLeak as Topic[])[0]!;

export interface Customer {
  index: number;
  name: string;
  locale: 'zh-CN' | 'en';
  email: string | null;
  phone: string | null;
  /** How likely he is to speak again. */
  weight: number;
  wantsThanks: boolean;
}

/** Everybody who ever buys or speaks. Addresses are of example.com; the numbers begin with 120, which nobody is given. */
export function makeCustomers(dice: Dice, count: number): Customer[] {
  return Array.from({ length: count }, (_, index) => {
    const english = dice.luck(0.1);
    const head = dice.pick(english ? nicknames.enHead : nicknames.zhHead);
    const name = head + dice.pick(english ? nicknames.enTail : nicknames.zhTail);
    return {
      index,
      name,
      locale: english ? ('en' as const) : ('zh-CN' as const),
      email: dice.luck(english ? 0.95 : 0.68) ? `guest${String(index + 1).padStart(4, '0')}@example.com` : null,
      phone: dice.luck(0.4) ? `120${String(10_000_000 + index * 7919).slice(-8)}` : null,
      weight: dice.luck(0.15) ? 5 : 1,
      wantsThanks: dice.luck(0.45),
    };
  });
}

/** As the channels know him. */
export function hintOf(customer: Customer) {
  const { index, name, locale, email, phone } = customer;
  return { externalId: `qx-${index + 1}`, name, locale, ...(email ? { email } : {}), ...(phone ? { phone } : {}) };
}

export interface Said {
  channel: string;
  text: string;
  rating: number | null;
  product: ShopProduct;
  topic: string;
}

export function productFor(dice: Dice, kinds?: readonly string[]): ShopProduct {
  const fitting = kinds ? PRODUCTS.filter((product) => kinds.includes(product.kind)) : PRODUCTS;
  return dice.weigh(fitting.map((product) => [product, product.share] as const));
}

function compose(dice: Dice, topic: Topic, product: ShopProduct, english: boolean): string {
  const parts = [dice.pick(topic.open), dice.pick(topic.core), dice.pick(topic.tail)].join('');
  const text = parts
    .replaceAll('{p}', english ? product.en.toLowerCase() : product.zh)
    .replaceAll('{d}', String(dice.whole(3, 12)));
  return english ? text.slice(0, 1).toUpperCase() + text.slice(1) : text;
}

function speak(dice: Dice, topics: readonly Topic[], english: boolean): Said {
  const topic = dice.weigh(topics.map((one) => [one, one.weight] as const));
  const product = topic.key === LEAK.key ? SERUM : productFor(dice, topic.kinds);
  const channel = dice.weigh(Object.entries(topic.channels).map(([name, weight]) => [name, weight ?? 0] as const));
  const rated = channel === 'review' && topic.rating.length > 0;
  return {
    channel,
    product,
    topic: topic.key,
    rating: rated ? dice.pick(topic.rating) : null,
    text: compose(dice, topic, product, english),
  };
}

/** What somebody says on an ordinary day. */
export function sayEveryday(dice: Dice, customer: Customer): Said {
  return customer.locale === 'en' ? speak(dice, ENGLISH, true) : speak(dice, EVERYDAY, false);
}
/** What somebody types while a show is on. */
export function sayLive(dice: Dice): Said {
  return speak(dice, LIVE, false);
}
/** What somebody says whose pump leaks. */
export function sayLeak(dice: Dice): Said {
  return speak(dice, [LEAK], false);
}
