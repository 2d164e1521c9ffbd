// Chooses the rows of the gold, always the same ones, and writes their texts to a folder for reading.
// Usage: tsx test/gold/pick.ts FOLDER   (the folder must lie outside the repository)
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shuffled } from '../../src/kit/seeded.ts';
import { keyOf, LIVE_DIALOGUES, LIVE_ROOM, type SourceText } from '../../src/text/train/labels/find-texts.ts';
import { intentRows, readIntents } from '../../src/text/train/labels/intents/read-intents.ts';
import { readLabelRows, readLabels } from '../../src/text/train/labels/read-labels.ts';
import { readUrgency } from '../../src/text/train/labels/urgency/read-urgency.ts';
import { readVoices, voiceRows } from '../../src/text/train/labels/voices/read-voices.ts';
import { copyKey } from '../../src/text/train/read-sets.ts';
import type { GoldPart, GoldText } from './gold.contract.ts';
import { sourceTexts } from './sources.ts';

const SEED = 20261122;

// Broad cues only choose what is worth reading; no label follows from them, and each drawing has an unfiltered share too.
const COMMERCE =
  /买|价|贵|便宜|万|钱|质量|品控|售后|服务|交付|提车|续航|电池|安全|车机|外观|内饰|好看|难看|丑|配置|怎么|[吗呢?？]|多少|什么时候|链接|优惠|卡|声音|画面|主播|抽奖|舰长|直播/u;
const MIXED = /但|不过|就是|一般|还行|还可以|凑合|马马虎虎|虽然|只是/u;
const GRAVE =
  /过敏|着火|起火|自燃|爆炸|漏电|触电|冒烟|烧|烫|毒|癌|异物|虫|玻璃|铁|拉肚|腹泻|呕吐|医院|假货|冒牌|投诉|12315|工商|消协|起诉|律师|法院|媒体|曝光|骗|泄露|隐私|盗|孩子|宝宝/u;
const PUSH = /投诉|骗|假|怎么还|太慢|建议|希望|应该|能不能|要是|想买|下单|拍下|付款|差评|坏|漏|破|烧|价|赔|举报|泄露/u;
const GRAVE_EN =
  /fire|smok|burn|shock|danger|hazard|recall|allerg|rash|sick|poison|lawsuit|attorney|fraud|scam|stolen|counterfeit|fake|unsafe|injur|choke|bled|mold/i;
// Urgent voices are rare: these cues make a share of rows in which some are, beside many look-alikes that are not.
const ALARM =
  /起火|着火|冒烟|漏电|触电|电到|爆炸|炸了|烫伤|烧坏|糊味|过敏|红肿|起疹|起痘|刺痛|痒|拉肚|腹泻|呕吐|恶心|异物|虫|头发丝|玻璃渣|12315|315|工商|消协|起诉|律师|法院|报警|举报|媒体|曝光|假货|假的|鉴定|专柜验|泄露|隐私|诈骗|骗子|盗刷|冒充/u;
const ALARM_SERVICE =
  /12315|315|工商|消协|起诉|律师|法院|报警|举报|投诉|曝光|媒体|泄露|隐私|骗|诈|盗|冒充|假|漏电|爆|烧|烫|冒烟|过敏|孩子|危险|价格错/u;
const ALARM_EN =
  /\b(on fire|caught fire|smok(e|ing)|melted|burn(ed|t|ing)?|shocked|electric shock|rash|allergic|hospital|broke out|sick|lawsuit|lawyer|attorney|sue|BBB|small claims|fraud\w*|scam\w*|stolen|counterfeit|knock ?off|fake|unsafe|injur\w*|choking|hacked|identity|unauthori[sz]ed|compromised)\b/i;
const WISH = /建议|希望|应该|要是|如果能|最好|能不能|求|改进|不如|可以.{0,6}[吗么]/u;
const WANT = /想买|要买|买了|下单|已拍|入手|订了|提车|购买|买一|买个|买辆|准备|求链接|种草|回购|再买/u;
const WISH_OR_WANT = /建议|希望|应该|要是|想买|要买|下单|已拍|拍了|付款|有货|便宜点/u;
const WISH_EN =
  /\b(should|suggest\w*|wish|would be (nice|great|better)|please (add|make|bring)|improve\w*|will (buy|order)|want (one|to buy)|ordered|just bought)\b/i;
const SHOP_INTENTS =
  /^(order|order_status|report_fraud|report_lost_card|damaged_card|shopping_list_update|cancel|expiration_date|exchange_rate|card_declined|redeem_rewards)$/;
const SHOP_BANKING = /payment|refund|charge|compromised|lost|fee|price|rate|delivery|arrival|transaction/;

// Order cards and bare numbers say nothing to label.
const NUMBER_ONLY =
  /^(咨询订单号|原订单|订单号|订单编号|\[?订单编号|[\d\s]*$|(\[(ORDERID_\d+|数字x|日期x|时间x)\]\s*)+(订单编号.*)?$)/u;

interface Draw {
  part: GoldPart;
  set: string;
  count: number;
  cue?: RegExp;
  keep?: (row: SourceText) => boolean;
  shortest?: number;
  longest?: number;
}

const inCategory = (cat: string) => (row: SourceText) => row.cat === cat;
const review = (cat: string, shares: [RegExp | undefined, number][]): Draw[] =>
  shares.map(([cue, count]) => ({
    part: 'review',
    set: 'online_shopping_10_cats',
    count,
    cue,
    keep: inCategory(cat),
    shortest: 6,
    longest: 160,
  }));

const DRAWS: Draw[] = [
  { part: 'live', set: LIVE_DIALOGUES, count: 45, shortest: 2 },
  { part: 'live', set: 'bilibili_danmaku_byd', count: 12, cue: GRAVE, shortest: 4 },
  { part: 'live', set: 'bilibili_danmaku_byd', count: 180, cue: COMMERCE, shortest: 4 },
  { part: 'live', set: 'bilibili_danmaku_byd', count: 120, shortest: 2 },
  { part: 'live', set: 'bilibili_danmaku', count: 30, cue: COMMERCE, shortest: 4 },
  { part: 'live', set: 'bilibili_danmaku', count: 30, shortest: 2 },
  { part: 'live', set: LIVE_ROOM, count: 55, cue: COMMERCE, shortest: 4 },
  { part: 'live', set: LIVE_ROOM, count: 40, shortest: 2 },
  ...['手机', '水果', '洗发水', '衣服', '蒙牛'].flatMap((cat) =>
    review(cat, [
      [GRAVE, 12],
      [MIXED, 30],
      [undefined, 58],
    ]),
  ),
  ...review('热水器', [[undefined, 20]]),
  { part: 'service', set: 'jddc_sample_sessions', count: 100, cue: PUSH, shortest: 4, longest: 160 },
  { part: 'service', set: 'jddc_sample_sessions', count: 235, shortest: 3, longest: 160 },
  { part: 'service', set: 'ecd_sample', count: 30, shortest: 3 },
  { part: 'english', set: 'amazon_polarity10k', count: 18, cue: GRAVE_EN, longest: 400 },
  { part: 'english', set: 'amazon_polarity10k', count: 57, longest: 400 },
  { part: 'english', set: 'acos_en', count: 45, shortest: 20 },
  { part: 'english', set: 'airline_tweets', count: 50, shortest: 20 },
  { part: 'english', set: 'banking77', count: 22, keep: (row) => SHOP_BANKING.test(row.label ?? '') },
  { part: 'english', set: 'clinc150', count: 15, keep: (row) => SHOP_INTENTS.test(row.label ?? '') },
  { part: 'review', set: 'online_shopping_10_cats', count: 45, cue: ALARM, shortest: 6, longest: 160 },
  { part: 'review', set: 'eprstmt_unlabelled', count: 30, cue: ALARM, shortest: 6, longest: 160 },
  { part: 'review', set: 'zhijiang_makeup_absa', count: 15, cue: ALARM, shortest: 6, longest: 160 },
  { part: 'review', set: 'zhijiang_makeup_absa', count: 20, shortest: 6, longest: 160 },
  { part: 'service', set: 'jddc_sample_sessions', count: 40, cue: ALARM_SERVICE, shortest: 4, longest: 160 },
  { part: 'english', set: 'amazon_polarity10k', count: 25, cue: ALARM_EN, longest: 600 },
  { part: 'english', set: 'airline_tweets', count: 12, cue: ALARM_EN },
  { part: 'english', set: 'banking77', count: 8, cue: ALARM_EN },
  { part: 'live', set: 'bilibili_danmaku_byd', count: 25, cue: ALARM, shortest: 4 },
  { part: 'live', set: 'bilibili_danmaku_byd', count: 22, cue: WISH, shortest: 5 },
  { part: 'live', set: LIVE_ROOM, count: 14, cue: WISH, shortest: 5 },
  { part: 'live', set: 'bilibili_danmaku_byd', count: 28, cue: WANT, shortest: 4 },
  { part: 'review', set: 'eprstmt_unlabelled', count: 22, cue: WISH, shortest: 6, longest: 120 },
  { part: 'review', set: 'eprstmt_unlabelled', count: 10, cue: WANT, shortest: 6, longest: 120 },
  { part: 'service', set: 'jddc_sample_sessions', count: 20, cue: WISH_OR_WANT, shortest: 4, longest: 120 },
  { part: 'english', set: 'amazon_polarity10k', count: 12, cue: WISH_EN, longest: 400 },
  { part: 'english', set: 'airline_tweets', count: 12, cue: WISH_EN },
];

/** Recordings end with the first gold: their few texts are all in it. */
const USED_UP = [LIVE_DIALOGUES, 'ecd_sample'];
/** How many times the first gold's share of each part the wider one draws; there are few turns of chats left. */
const WIDER: Readonly<Record<GoldPart, number>> = { live: 2, review: 2, service: 1.3, english: 2 };

/** The gold with all labels: every picked text, in the order of the drawings; no text twice, near copies by {@link copyKey} included. */
export function pick(): GoldText[] {
  return draw(DRAWS, SEED, new Set());
}

/** The wider gold: drawn in the same way and the same shares from what the first left over, and no near copy of a text that teaches. */
export function pickWider(): GoldText[] {
  const draws = DRAWS.filter(({ set }) => !USED_UP.includes(set)).map((one) => ({
    ...one,
    count: Math.round(one.count * WIDER[one.part]),
  }));
  const known = [...pick(), ...readLabels(), ...readVoices(), ...readIntents(), ...readUrgency(), ...readRoomLines()];
  return draw(draws, SEED + 1000, new Set(known.map(({ text }) => copyKey(text))));
}

/** Lines of the recorded room that are read for training: a recording has no folds that would keep them apart. */
function readRoomLines(): SourceText[] {
  const keys = new Set([...readLabelRows(), ...voiceRows(), ...intentRows()].map(({ key }) => key));
  return sourceTexts(LIVE_ROOM).filter(({ text }) => keys.has(keyOf(text)));
}

function draw(draws: readonly Draw[], seed: number, seen: Set<string>): GoldText[] {
  const texts = new Map<string, SourceText[]>();
  const picked: GoldText[] = [];
  for (const [index, draw] of draws.entries()) {
    const all = texts.get(draw.set) ?? sourceTexts(draw.set);
    texts.set(draw.set, all);
    const pool = all.filter(
      (row) =>
        [...row.text].length >= (draw.shortest ?? 1) &&
        row.text.length <= (draw.longest ?? 1000) &&
        copyKey(row.text) !== '' &&
        !row.text.startsWith('顾客通过点击') &&
        (draw.keep === undefined || draw.keep(row)) &&
        (draw.cue === undefined || draw.cue.test(row.text)),
    );
    let taken = 0;
    for (const row of shuffled(pool, seed + index)) {
      if (taken === draw.count) break;
      const copy = copyKey(row.text);
      if (seen.has(copy) || NUMBER_ONLY.test(row.text)) continue;
      seen.add(copy);
      taken += 1;
      const { text, cat } = row;
      picked.push({
        part: draw.part,
        set: draw.set,
        key: keyOf(text),
        ...(row.row ? { row: row.row } : {}),
        ...(cat ? { cat } : {}),
        text,
      });
    }
  }
  return picked;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const folder = process.argv[2];
  if (folder === undefined) throw new Error('name a folder outside the repository');
  mkdirSync(folder, { recursive: true });
  const picked = pick();
  for (const part of new Set(picked.map((row) => row.part))) {
    const rows = shuffled(
      picked.filter((row) => row.part === part),
      SEED,
    );
    writeFileSync(
      join(folder, `${part}.jsonl`),
      rows.map((row, n) => `${JSON.stringify({ n: n + 1, ...row })}\n`).join(''),
    );
    console.log(part, rows.length);
  }
}
