// What a new shop sees: every domain judged by a base fitted without it, then adapted without labels and with corrections.

import { shuffled } from '../../../kit/seeded.ts';
import { learnShop } from '../../adapt/learn-shop.ts';
import { createStudy } from '../../adapt/study.ts';
import { createEngine } from '../../engine.ts';
import type { TextModel } from '../../model.ts';
import { ADAPT_DOMAINS, domainBases } from '../adapt-bases.ts';
import type { Measure } from './evaluate.contract.ts';
import { COVERAGES, coverageCurve, mean, percent, type Scored, twoClass } from './score.ts';
import { curveTable, push, reliabilityTable, sides } from './shopping.ts';

const QUICK = ['水果', '计算机', 'eprstmt'];
const STEPS = ['base', 'free', '100', '500'] as const;
/** Draws of the corrections whose mean is given. */
const DRAWS = 3;

type Side = { text: string; y: 1 | -1 };

export const measureLeftOut: Measure = ({ model, isQuick, cache, tell }) => {
  const scored = new Map<string, Scored[]>();
  const adapted: { name: string; accuracy: Record<(typeof STEPS)[number], number> }[] = [];
  const domains = isQuick ? ADAPT_DOMAINS.filter((domain) => QUICK.includes(domain.name)) : ADAPT_DOMAINS;
  for (const base of domainBases(model, domains, cache)) {
    const engine = createEngine(base.model);
    for (const { text, y } of base.rows)
      push(scored, base.domain.name, { y, p: engine.judge(text, undefined, { explain: false }).sentiment.probability });
    adapted.push({ name: base.domain.name, accuracy: adapt(base.model, base.rows) });
    tell(`${base.domain.name}: ${STEPS.map((step) => percent(adapted.at(-1)!.accuracy[step])).join(' → ')}`);
  }
  const kinds = domains
    .filter((domain) => domain.kind !== undefined)
    .map((domain) => twoClass(scored.get(domain.name)!));
  const shopOf = scored.get('eprstmt') ?? [];
  const all = [...scored.values()].flat();
  const sure = mean([...scored.values()].map((rows) => coverageCurve(rows)[COVERAGES.indexOf(0.8)]!));
  const step = (name: (typeof STEPS)[number]) => percent(mean(adapted.map((one) => one.accuracy[name])));
  const worst = Math.min(
    ...adapted.flatMap((one) => STEPS.slice(1).map((name) => one.accuracy[name] - one.accuracy.base)),
  );
  const fewer = isQuick ? { en: `${domains.length} domains only`, zh: `只测 ${domains.length} 个领域` } : undefined;
  return {
    title: { en: 'Shops never seen: leave one out, and adapting to them', zh: '从未见过的店：逐个留出，再行适应' },
    figures: [
      {
        bar: 'leftOut.accuracy',
        value: percent(mean(kinds.map((one) => one.accuracy))),
        rows: all.length,
        note: fewer,
      },
      {
        bar: 'leftOut.f1Negative',
        value: percent(mean(kinds.map((one) => one.f1Negative))),
        rows: all.length,
        note: fewer,
      },
      {
        bar: 'unseen.accuracy',
        value: null,
        note: {
          en: `the set of this bar is held back; EPRSTMT left out stands at ${percent(twoClass(shopOf).accuracy)} (people: 90.0)`,
          zh: `这一项的数据集不在手边；留出 EPRSTMT 的准确率是 ${percent(twoClass(shopOf).accuracy)}（人为 90.0）`,
        },
      },
      { bar: 'adapt.free', value: step('free'), note: fewer },
      { bar: 'adapt.100', value: step('100'), note: fewer },
      { bar: 'adapt.500', value: step('500'), note: fewer },
      { bar: 'adapt.worst', value: percent(worst), note: fewer },
      { bar: 'sure.unseen', value: percent(sure), rows: all.length, note: fewer },
    ],
    tables: [
      sides({ en: 'Left out, worst first', zh: '逐个留出，最差在前' }, scored),
      {
        title: { en: 'Adapting: accuracy on the half that taught nothing', zh: '适应：未用于学习的一半上的准确率' },
        head: [
          { en: 'domain', zh: '领域' },
          { en: 'base', zh: '基础' },
          { en: 'without labels', zh: '无标注' },
          { en: '100 corrections', zh: '100 条纠正' },
          { en: '500 corrections', zh: '500 条纠正' },
        ],
        rows: [
          ...adapted.map((one) => [one.name, ...STEPS.map((name) => percent(one.accuracy[name]))]),
          ['∅', ...STEPS.map(step)],
        ],
      },
      curveTable({ en: 'Abstention, unseen domains together', zh: '弃权曲线，未见领域合计' }, all),
      reliabilityTable({ en: 'Calibration, unseen domains together', zh: '概率校准，未见领域合计' }, all),
    ],
    notes: [
      {
        en: 'A base learns from no source of the same kind and from no near copy of the domain (pairs of characters, Jaccard 0.5). Half of each domain adapts, the other half is judged; corrections are the mean of three draws with fixed seeds.',
        zh: '基础模型不学同类来源，也不学该领域的近似副本（字对 Jaccard 0.5）。每个领域一半用于适应，另一半用于评判；纠正取三次固定种子抽样的平均。',
      },
    ],
  };
};

function adapt(model: TextModel, rows: readonly Side[]): Record<(typeof STEPS)[number], number> {
  const order = shuffled(rows, 7);
  const half = Math.floor(order.length / 2);
  const [teach, test] = [order.slice(0, half), order.slice(half)];
  const study = createStudy(model, teach.length + 1);
  const unlabelled = teach.map((row) => row.text);
  const accuracyWith = (lessons: readonly Side[], texts: readonly string[]) => {
    const { weights } = learnShop({
      study,
      lessons: lessons.map(({ text, y }) => ({
        text,
        sentiment: y === 1 ? ('positive' as const) : ('negative' as const),
      })),
      unlabelled: texts,
    });
    return accuracyOf(createEngine(model, weights), test);
  };
  const drawn = (size: number) =>
    mean(
      Array.from({ length: DRAWS }, (_, draw) => accuracyWith(shuffled(teach, 11 + draw).slice(0, size), unlabelled)),
    );
  return {
    base: accuracyOf(createEngine(model), test),
    free: accuracyWith([], unlabelled),
    100: drawn(100),
    500: drawn(500),
  };
}

function accuracyOf(engine: ReturnType<typeof createEngine>, rows: readonly Side[]): number {
  return twoClass(
    rows.map(({ text, y }) => ({ y, p: engine.judge(text, undefined, { explain: false }).sentiment.probability })),
  ).accuracy;
}
