// Finds what the shop itself has already said that answers a question: facts of the product and templates, never made up.
import type { LiveClass } from '../../analysis/core/analysis.contract.ts';
import type { ShelfProduct } from '../../rooms/core/room.contract.ts';

export interface AskedGroup {
  title: string;
  class: LiveClass;
  samples: readonly { text: string }[];
}

/** A reply template of the house, in the language of the room, without places to fill in. */
export interface AnswerTemplate {
  templateId: string;
  name: string;
  text: string;
}

export interface SuggestedAnswer {
  /** Words to say; null where the shelf's own figure is the answer and is put into words by the screen. */
  text: string | null;
  source:
    | { kind: 'fact'; topic: string }
    | { kind: 'shelf'; field: 'price' | 'stock' | 'index' }
    | { kind: 'template'; templateId: string; name: string };
  /** 0-1, how much of the question the source speaks of. */
  fit: number;
}

/** Below this nothing is shown: no answer is better than a wrong one read aloud. */
export const LEAST_FIT = 0.34;
/** A template is further from the product than its own facts. */
const TEMPLATE_PART = 0.85;

/** Words by which a fact's topic shows what it speaks of. */
const TOPICS: Partial<Record<LiveClass, RegExp>> = {
  'ask.price': /价|优惠|折|券|满减|活动|price|discount|coupon|deal|cost/i,
  'ask.size': /尺码|尺寸|大小|码|身高|体重|规格|容量|长|宽|size|fit|height|weight|dimension|capacity/i,
  'ask.stock': /库存|现货|补货|断货|颜色|款|stock|available|restock|colou?r/i,
  'ask.shipping': /发货|快递|物流|包邮|运费|到货|配送|几天|ship|deliver|freight|postage|courier/i,
  'ask.usage':
    /用法|使用|成分|材质|面料|清洗|洗|保养|功效|适合|填充|产地|敏感|孕|usage|how to|ingredient|material|fabric|wash|care|suitable|origin|made of/i,
  'ask.link': /链接|下单|购买|拍|link|order|buy/i,
  'ask.aftersale': /退|换|保修|质保|售后|运费险|return|refund|exchange|warranty|guarantee/i,
};

/** What one class holds apart: a question about one of these is not answered by a fact about another. */
const MATTERS: readonly RegExp[] = [
  /怎么用|怎么使用|如何使用|用法|使用方法|使用步骤|用量|一天几次|早晚|how (?:to|do (?:i|you)) (?:use|apply|wear)|directions|application/i,
  /成分|配方|含有|含不含|酒精|香精|材质|面料|什么做的|什么材料|填充|ingredient|material|fabric|made of|what'?s in|contain/i,
  /适合|适用|敏感|孕|油皮|干皮|痘|男生|女生|宝宝|几岁|年龄|suitable|sensitive|pregnan|skin type|age/i,
  /清洗|机洗|水洗|手洗|怎么洗|保养|起球|掉色|褪色|缩水|wash|clean|care|pill|fade|shrink/i,
  /保质期|有效期|生产日期|过期|expir|shelf life|best before/i,
  /产地|哪里产|进口|国产|origin|made in/i,
  /容量|多少毫升|多少克|净含量|多重|\d+ ?ml|how (?:many|much) (?:ml|grams?)|capacity|volume|weight of/i,
  /尺码|什么码|几码|多大码|身高|体重|斤|偏大|偏小|\bsizes?\b|true to size|height/i,
  /赠|送什么|礼盒|小样|gift|free sample|bonus/i,
  /颜色|几个色|色号|colou?rs?|shade/i,
  /运费|包邮|邮费|shipping fee|postage|free shipping/i,
  /哪家快递|什么快递|发什么快递|courier|carrier/i,
  /运费险|退货|退吗|退换|return|refund|exchange/i,
  /保修|质保|售后几年|warranty|guarantee/i,
];

/** Pieces that every question has and that say nothing about what it asks. */
const EMPTY = new Set(
  '什么 怎么 多少 吗 呢 啊 呀 这个 那个 请问 一下 主播 可以 有没 没有 能不 不能 是不 不是 几号 the and is are for does what how can you this that it of to do'.split(
    ' ',
  ),
);

/**
 * Ranks facts of the product and templates by their overlap with the class and words of a question.
 * @param product the one the question is about; null when unknown, then only templates are looked at
 * @returns the best that fits well enough, or null
 */
export function suggestAnswer(
  group: AskedGroup,
  product: ShelfProduct | null,
  templates: readonly AnswerTemplate[] = [],
): SuggestedAnswer | null {
  const question = [group.title, ...group.samples.slice(0, 3).map((one) => one.text)].join(' ');
  const asked = piecesOf(question);
  const matters = MATTERS.filter((one) => one.test(group.title));
  let best: SuggestedAnswer | null = null;
  const offer = (answer: SuggestedAnswer) => {
    if (answer.fit >= LEAST_FIT && (!best || answer.fit > best.fit)) best = answer;
  };
  if (product) {
    for (const fact of product.facts)
      offer({
        text: fact.text,
        source: { kind: 'fact', topic: fact.topic },
        fit: fitOf(asked, matters, group.class, fact.topic, fact.text),
      });
    const own = shelfAnswer(group, product);
    if (own) offer(own);
  }
  for (const template of templates)
    offer({
      text: template.text,
      source: { kind: 'template', templateId: template.templateId, name: template.name },
      fit: TEMPLATE_PART * fitOf(asked, matters, group.class, template.name, template.text),
    });
  return best;
}

/** About money, but not answered by today's price: coupons, reductions, what it costs later. */
const OTHER_MONEY =
  /券|优惠|满减|折扣|打折|红包|便宜|保价|价保|降价|涨价|下播|分期|coupon|voucher|discount|promo|cheaper|price match|later|instal/i;

/** Price, stock and link number stand on the shelf and are answers by themselves. */
function shelfAnswer({ class: asked, title }: AskedGroup, product: ShelfProduct): SuggestedAnswer | null {
  if (asked === 'ask.price' && product.price && !OTHER_MONEY.test(title))
    return { text: null, source: { kind: 'shelf', field: 'price' }, fit: 0.9 };
  if (asked === 'ask.stock' && product.stock !== null)
    return { text: null, source: { kind: 'shelf', field: 'stock' }, fit: 0.6 };
  if (asked === 'ask.link') return { text: null, source: { kind: 'shelf', field: 'index' }, fit: 0.9 };
  return null;
}

/** Half for speaking of the same matter, half for sharing the question's own words. */
function fitOf(
  asked: ReadonlySet<string>,
  matters: readonly RegExp[],
  about: LiveClass,
  topic: string,
  text: string,
): number {
  const sameMatter = matterOf(matters, about, topic, text);
  if (asked.size === 0) return 0;
  const said = piecesOf(`${topic} ${text}`);
  let shared = 0;
  for (const piece of asked) if (said.has(piece)) shared += 1;
  const overlap = shared / Math.min(asked.size, 6);
  // A matter alone is enough only where the topic names it; words alone only where most are shared.
  return 0.5 * sameMatter + 0.5 * Math.min(1, overlap);
}

/** 1 where the topic names the matter, 0.5 where only its words do, 0 where they speak of something else. */
function matterOf(matters: readonly RegExp[], about: LiveClass, topic: string, text: string): number {
  if (matters.length > 0) {
    if (matters.some((one) => one.test(topic))) return 1;
    // A fact that names a matter of its own answers that one.
    if (MATTERS.some((one) => one.test(topic))) return 0;
    return matters.some((one) => one.test(text)) ? 0.5 : 0;
  }
  const matter = TOPICS[about];
  if (!matter) return 0;
  return matter.test(topic) ? 0.6 : matter.test(text) ? 0.3 : 0;
}

/** Pairs of Chinese characters and whole Latin words, without those every question has. */
function piecesOf(text: string): ReadonlySet<string> {
  const pieces = new Set<string>();
  for (const run of text
    .normalize('NFKC')
    .toLowerCase()
    .match(/\p{Script=Han}+|[a-z]{2,}|\d+/gu) ?? []) {
    if (/^\p{Script=Han}/u.test(run)) {
      const letters = [...run];
      for (let at = 0; at + 1 < letters.length; at += 1) {
        const pair = letters[at]! + letters[at + 1]!;
        if (!EMPTY.has(pair)) pieces.add(pair);
      }
    } else if (!EMPTY.has(run)) pieces.add(run.length > 4 ? run.replace(/(ies|es|s|ing|ed)$/, '') : run);
  }
  return pieces;
}
