// The engine against texts labelled by reading, beside how far two readers agree.
import { readPass, readWiderPass } from '../../../../test/gold/gold-files.ts';
import { resolveTexts } from '../../../../test/gold/sources.ts';
import { INTENTS, type Judgement, SENTIMENTS, URGENCY_REASONS } from '../../judge.contract.ts';
import { type LabelledText, PARTS } from '../labels/labels.contract.ts';
import { agreement } from './agreement.ts';
import type { Measure, Part, Words } from './evaluate.contract.ts';
import { count, table, total } from './makeup.ts';
import { Confusion, type Hits, mean, noHits, percent, prf } from './score.ts';

export const READERS = ['first', 'second'] as const;
export type Judge = (text: string) => Judgement;

/** A text of the gold; of the wider one nobody decided what it is about. */
export type GoldText = Omit<LabelledText, 'aspects'> & Partial<Pick<LabelledText, 'aspects'>>;

/** Texts with all labels of one reader; null when his pass is not there. @throws Error when the data is absent. */
export function readGold(reader: (typeof READERS)[number]): LabelledText[] | null {
  const rows = readPass(reader);
  return rows === null ? null : resolveTexts(rows).found;
}

/** Texts of the wider gold with side, intents and urgency of one reader. @throws Error when the data is absent. */
export function readWiderGold(reader: (typeof READERS)[number]): GoldText[] {
  return resolveTexts(readWiderPass(reader)).found.map(({ aspects: _, ...row }) => row);
}

export interface GoldScore {
  rows: number;
  intents: Map<string, Hits>;
  intentsMacro: number;
  mainIntent: Confusion;
  urgency: Hits;
  reasons: Confusion;
  sentiment: Confusion;
  aspects: Map<string, Hits>;
  sides: Map<string, Hits>;
}

/** What a judge says of the gold, against one reader. */
export function scoreGold(judge: Judge, gold: readonly GoldText[]): GoldScore {
  const intents = new Map<string, Hits>(INTENTS.map((intent) => [intent, noHits()]));
  const mainIntent = new Confusion([...INTENTS, 'none']);
  const reasons = new Confusion([...URGENCY_REASONS, 'none']);
  const sentiment = new Confusion(SENTIMENTS);
  const aspects = new Map<string, Hits>();
  const sides = new Map<string, Hits>();
  const urgency = noHits();
  for (const row of gold) {
    const said = judge(row.text);
    count(intents, new Set(row.intents), new Set(said.intents));
    mainIntent.add(row.intents[0] ?? 'none', said.intents[0] ?? 'none');
    sentiment.add(row.sentiment, said.sentiment.label);
    const isUrgent = row.urgency.level === 'urgent';
    if (isUrgent) urgency.wanted += 1;
    if (said.urgency.level === 'high') urgency.given += 1;
    if (isUrgent && said.urgency.level === 'high') urgency.hit += 1;
    reasons.add(row.urgency.reason ?? 'none', said.urgency.reason ?? 'none');
    if (row.aspects === undefined) continue;
    count(aspects, new Set(row.aspects.map((one) => one.aspect)), new Set(said.aspects.map((one) => one.aspect)));
    count(
      sides,
      new Set(row.aspects.map((one) => `${one.aspect} ${one.polarity}`)),
      new Set(said.aspects.map((one) => `${one.aspect} ${one.polarity}`)),
    );
  }
  const intentsMacro = mean(INTENTS.map((intent) => prf(intents.get(intent)!).f1));
  return { rows: gold.length, intents, intentsMacro, mainIntent, urgency, reasons, sentiment, aspects, sides };
}

const unmeasured = (note: Words): Part => ({
  title: { en: 'Own gold', zh: '自有金标' },
  figures: ['intents.macro', 'urgency.f1', 'urgency.recall'].map((bar) => ({ bar, value: null, note })),
  tables: [],
  notes: [],
});

export const measureGold: Measure = ({ judge }) => {
  const labelled = readGold('first');
  if (labelled === null || labelled.length === 0)
    return unmeasured({ en: 'the texts of the gold are not at hand', zh: '手边没有金标的文本' });
  const wider = readWiderGold('first');
  const gold: GoldText[] = [...labelled, ...wider];
  const own = scoreGold(judge, gold);
  const parts = [scoreGold(judge, labelled), scoreGold(judge, wider)];
  const second = scoreGold(judge, [...(readGold('second') ?? []), ...readWiderGold('second')]);
  const urgency = prf(own.urgency);
  const beside = (figure: (score: GoldScore) => number): Words => {
    const [first, later] = parts.map((part) => percent(figure(part)));
    const other = percent(figure(second));
    return {
      en: `first gold ${first}, wider gold ${later}; against the second reader: ${other}`,
      zh: `初版金标 ${first}，扩充金标 ${later}；对第二位标注者：${other}`,
    };
  };
  const seen = (groups: ReadonlyMap<string, Hits>) => [...groups.values()].filter((hits) => hits.wanted >= 20);
  const macro = (groups: ReadonlyMap<string, Hits>) => percent(mean(seen(groups).map((hits) => prf(hits).f1)));
  return {
    title: { en: 'Own gold: texts labelled by reading', zh: '自有金标：逐条阅读标注' },
    figures: [
      {
        bar: 'intents.macro',
        value: percent(own.intentsMacro),
        rows: own.rows,
        note: beside((score) => score.intentsMacro),
      },
      {
        bar: 'urgency.f1',
        value: percent(urgency.f1),
        rows: own.urgency.wanted,
        note: beside((score) => prf(score.urgency).f1),
      },
      {
        bar: 'urgency.recall',
        value: percent(urgency.recall),
        rows: own.urgency.wanted,
        note: beside((score) => prf(score.urgency).recall),
      },
    ],
    tables: [
      table({ en: 'Intents (several a text)', zh: '意图（一条可有多个）' }, own.intents),
      own.mainIntent.table({ en: 'Main intent', zh: '主要意图' }),
      own.reasons.table({ en: 'Urgency reasons', zh: '紧急缘由' }),
      own.sentiment.table({ en: 'Sentiment', zh: '情感' }),
      table({ en: 'Aspects', zh: '方面' }, own.aspects),
      byPart(judge, gold),
      ...agreement(),
    ],
    notes: [
      {
        en: `Aspects named: micro F1 ${percent(prf(total(own.aspects)).f1)}, macro F1 ${macro(own.aspects)} (aspects with 20 rows or more); aspect and side: micro F1 ${percent(prf(total(own.sides)).f1)}.`,
        zh: `方面：微 F1 ${percent(prf(total(own.aspects)).f1)}，宏 F1 ${macro(own.aspects)}（20 行以上的方面）；方面与褒贬：微 F1 ${percent(prf(total(own.sides)).f1)}。`,
      },
      {
        en: 'Texts are judged by their words alone, without stars or channel. What these rows can and cannot tell is in test/gold/README.md.',
        zh: '只看文字判读，不给星级与渠道。这些行能说明什么、不能说明什么，见 test/gold/README.md。',
      },
    ],
  };
};

function byPart(judge: Judge, gold: readonly GoldText[]) {
  return {
    title: { en: 'By part', zh: '各部分' },
    head: [
      { en: 'part', zh: '部分' },
      { en: 'rows', zh: '行数' },
      { en: 'sentiment, macro F1', zh: '情感宏 F1' },
      { en: 'main intent, accuracy', zh: '主要意图准确率' },
      { en: 'urgent, F1', zh: '紧急 F1' },
      { en: 'aspects, micro F1', zh: '方面微 F1' },
    ],
    rows: PARTS.map((part) => {
      const one = scoreGold(
        judge,
        gold.filter((row) => row.part === part),
      );
      return [
        part,
        one.rows,
        percent(one.sentiment.macroF1),
        percent(one.mainIntent.accuracy),
        one.urgency.wanted === 0 ? '-' : percent(prf(one.urgency).f1),
        percent(prf(total(one.aspects)).f1),
      ];
    }),
  };
}
