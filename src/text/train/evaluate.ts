// Prints what the engine gets right on fold 8, on left-out categories (`--folds`), and how often it cries wolf; `--json`, `--card`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Judgement } from '../judge.contract.ts';
import { loadEngine, modelFolder } from '../node/load-engine.ts';
import { fitSentiment, scorePacked, sentimentMatrix } from './fit-sentiment.ts';
import { MAKEUP_ASPECTS } from './heads/aspect.ts';
import { pickRows } from './linear.ts';
import { dataFolder, foldOf, type Row, readSet } from './read-sets.ts';
import { type LabelledText, readSentiment } from './sentiment-rows.ts';

type Figures = Record<string, string | number>;
const percent = (value: number) => Math.round(value * 1000) / 10;

/** Precision, recall and F1 of one side from counts. */
function f1(hit: number, given: number, wanted: number) {
  const precision = given > 0 ? hit / given : 0;
  const recall = wanted > 0 ? hit / wanted : 0;
  return { precision, recall, f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0 };
}

/** Two-class accuracy and F1 of the negative side, from probabilities. */
function twoClass(probabilities: readonly number[], labels: readonly number[]): Figures {
  let right = 0;
  let hit = 0;
  let given = 0;
  let wanted = 0;
  probabilities.forEach((p, index) => {
    const said = p > 0.5 ? 1 : -1;
    if (said === labels[index]) right += 1;
    if (said === -1) given += 1;
    if (labels[index] === -1) wanted += 1;
    if (said === -1 && labels[index] === -1) hit += 1;
  });
  return {
    rows: labels.length,
    accuracy: percent(right / Math.max(1, labels.length)),
    f1Negative: percent(f1(hit, given, wanted).f1),
  };
}

/** Fits without one shopping category (and without near copies of it in the pool) and tests on all of it. */
function leaveOneCategoryOut(rows: readonly LabelledText[]): Figures[] {
  const matrix = sentimentMatrix(rows);
  const kinds = [...new Set(rows.filter((row) => row.source === 'online_shopping_10_cats').map((row) => row.kind))];
  const sameKind: Record<string, readonly string[]> = {
    酒店: ['chnsenticorp_htl_all', 'chnsenticorp_split'],
    计算机: ['chnsenticorp_split'],
    书籍: ['chnsenticorp_split', 'douban_book_review'],
    洗发水: ['absa_zh_products', 'zhijiang_makeup_absa'],
    手机: ['absa_zh_products'],
  };
  return kinds.map((kind) => {
    const trainAt: number[] = [];
    const testAt: number[] = [];
    rows.forEach((row, index) => {
      if (row.source === 'online_shopping_10_cats' && row.kind === kind) testAt.push(index);
      else if (!sameKind[kind]?.includes(row.source)) trainAt.push(index);
    });
    const fitted = fitSentiment(rows, matrix, trainAt, trainAt.slice(0, 2000));
    const scores = scorePacked(pickRows(matrix, testAt), fitted);
    return {
      kind,
      ...twoClass(
        Array.from(scores, (score) => (score > 0 ? 1 : 0)),
        testAt.map((at) => rows[at]!.y),
      ),
    };
  });
}

function threeClass(judge: (text: string) => Judgement, rows: readonly { t: string; y: string }[]): Figures {
  const labels = ['positive', 'neutral', 'negative'];
  const cell = new Map<string, number>();
  for (const row of rows) {
    const key = `${row.y}>${judge(row.t).sentiment.label}`;
    cell.set(key, (cell.get(key) ?? 0) + 1);
  }
  let right = 0;
  const each = labels.map((label) => {
    const hit = cell.get(`${label}>${label}`) ?? 0;
    right += hit;
    const given = labels.reduce((sum, other) => sum + (cell.get(`${other}>${label}`) ?? 0), 0);
    const wanted = labels.reduce((sum, other) => sum + (cell.get(`${label}>${other}`) ?? 0), 0);
    return percent(f1(hit, given, wanted).f1);
  });
  return {
    rows: rows.length,
    accuracy: percent(right / Math.max(1, rows.length)),
    macroF1: Math.round((each.reduce((sum, value) => sum + value, 0) / 3) * 10) / 10,
    f1PosNeuNeg: each.join('/'),
  };
}

function makeup(judge: (text: string) => Judgement, rows: readonly Row[]): Figures {
  let hit = 0;
  let given = 0;
  let wanted = 0;
  let sideHit = 0;
  let sideGiven = 0;
  let sideWanted = 0;
  const known = new Set(Object.values(MAKEUP_ASPECTS));
  for (const row of rows) {
    const gold = new Set((row.a ?? []).flatMap((tuple) => MAKEUP_ASPECTS[tuple[0]] ?? []));
    const goldSides = new Set(
      (row.a ?? []).flatMap((t) => (MAKEUP_ASPECTS[t[0]] ? [`${MAKEUP_ASPECTS[t[0]]}${t[1]}`] : [])),
    );
    const found = judge(row.t).aspects.filter((item) => known.has(item.aspect));
    const said = new Set(found.map((item) => item.aspect));
    const saidSides = new Set(found.map((item) => `${item.aspect}${item.polarity}`));
    for (const aspect of said) if (gold.has(aspect)) hit += 1;
    for (const side of saidSides) if (goldSides.has(side)) sideHit += 1;
    given += said.size;
    wanted += gold.size;
    sideGiven += saidSides.size;
    sideWanted += goldSides.size;
  }
  const aspects = f1(hit, given, wanted);
  return {
    rows: rows.length,
    precision: percent(aspects.precision),
    recall: percent(aspects.recall),
    microF1: percent(aspects.f1),
    aspectPolarityMicroF1: percent(f1(sideHit, sideGiven, sideWanted).f1),
  };
}

const CARD_MARK = '## The whole engine as shipped';

/** Puts the figures at the end of the model card, in place of older ones. */
function writeCard(figures: Record<string, unknown>): void {
  const path = join(modelFolder(), 'model-card.md');
  const card = readFileSync(path, 'utf8').split(CARD_MARK)[0]!.trimEnd();
  const note =
    'Printed by `npm run evaluate` (fold 8; categories left out with every source of the same kind; percent).';
  writeFileSync(
    path,
    `${card}\n\n${CARD_MARK}\n\n${note}\n\n\`\`\`json\n${JSON.stringify(figures, null, 1)}\n\`\`\`\n`,
  );
}

async function main(): Promise<void> {
  if (dataFolder() === null) {
    console.error('No data found. Set HUIYIN_TRAINING_DATA to the folder of the sets.');
    process.exitCode = 2;
    return;
  }
  const engine = await loadEngine();
  const judge = (text: string) => engine.judge(text);
  const dev = (name: string) => readSet(name).filter((row) => foldOf(row.t) === 8);
  const rows = readSentiment();
  const out: Record<string, unknown> = { engine: engine.version };
  const bySource: Record<string, Figures> = {};
  for (const source of new Set(rows.map((row) => row.source))) {
    const own = rows.filter((row) => row.source === source && row.fold === 8);
    const probabilities = own.map((row) => judge(row.text).sentiment.probability);
    bySource[source] = twoClass(
      probabilities,
      own.map((row) => row.y),
    );
  }
  out.twoClassFold8 = bySource;
  const moods: Record<string, string> = {
    '0': 'neutral',
    '1': 'negative',
    '2': 'positive',
    '3': 'negative',
    '4': 'negative',
  };
  out.threeClass = {
    weiboUsual: threeClass(
      judge,
      dev('smp2020_ewect').flatMap((row) => (moods[String(row.y)] ? [{ t: row.t, y: moods[String(row.y)]! }] : [])),
    ),
    restaurants: threeClass(
      judge,
      dev('dianping_aste').flatMap((row) => {
        const sides = new Set((row.a ?? []).map((tuple) => tuple[1]));
        if (sides.size !== 1) return [];
        const side = [...sides][0]!;
        return [{ t: row.t, y: side > 0 ? 'positive' : side < 0 ? 'negative' : 'neutral' }];
      }),
    ),
  };
  out.makeupAspects = makeup(judge, dev('zhijiang_makeup_absa'));
  const alarms: Record<string, Figures> = {};
  for (const name of [
    'online_shopping_10_cats',
    'waimai_10k',
    'eprstmt_unlabelled',
    'bilibili_danmaku_byd',
    'amazon_polarity10k',
  ]) {
    const texts = dev(name).map((row) => row.t);
    const judgements = texts.map(judge);
    alarms[name] = {
      rows: texts.length,
      urgentPercent: percent(judgements.filter((item) => item.urgency.level === 'high').length / texts.length),
      spamPercent: percent(judgements.filter((item) => item.spam.score >= 0.5).length / texts.length),
      noThemePercent: percent(judgements.filter((item) => item.themes.length === 0).length / texts.length),
    };
  }
  const spam = dev('fbs_spam_sms').map((row) => judge(row.t).spam.score >= 0.5);
  out.alarmsOnOrdinaryText = alarms;
  out.spamRecallFold8 = percent(spam.filter(Boolean).length / spam.length);
  if (process.argv.includes('--folds')) {
    const kinds = leaveOneCategoryOut(rows);
    const mean = (key: string) =>
      Math.round((kinds.reduce((sum, item) => sum + Number(item[key]), 0) / kinds.length) * 10) / 10;
    out.leaveOneCategoryOut = { kinds, meanAccuracy: mean('accuracy'), meanF1Negative: mean('f1Negative') };
  }
  if (process.argv.includes('--card')) writeCard(out);
  console.log(JSON.stringify(out, null, process.argv.includes('--json') ? 0 : 2));
}

await main();
