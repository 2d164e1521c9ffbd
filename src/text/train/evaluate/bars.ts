// Every bar of the engine's acceptance, with the aim beside it.
import type { Words } from './evaluate.contract.ts';

export interface Bar {
  key: string;
  name: Words;
  bar: number;
  aim: number;
  unit: '%' | '/s' | 'ms' | 'MB' | 'points';
  /** Fewer is better (times, sizes). */
  isCeiling?: boolean;
}

const share = (key: string, en: string, zh: string, bar: number, aim: number): Bar => ({
  key,
  name: { en, zh },
  bar,
  aim,
  unit: '%',
});

export const BARS: readonly Bar[] = [
  share('shopping.accuracy', 'shopping, two classes, in-domain: accuracy', '购物两分类（域内）准确率', 93.5, 95.5),
  share(
    'shopping.f1Negative',
    'shopping, two classes, in-domain: F1 of negative',
    '购物两分类（域内）差评 F1',
    93.5,
    95.5,
  ),
  share('leftOut.accuracy', 'one category left out, mean: accuracy', '留出一个品类，平均准确率', 89.5, 92.5),
  share('leftOut.f1Negative', 'one category left out, mean: F1 of negative', '留出一个品类，平均差评 F1', 86.5, 90.5),
  share('unseen.accuracy', 'a shop never seen: accuracy', '从未见过的店铺，准确率', 93, 95),
  share('published.accuracy', 'ChnSentiCorp, published split: accuracy', 'ChnSentiCorp 公开划分，准确率', 92.5, 95),
  share(
    'adapt.free',
    '13 unseen domains, adapted without labels: mean accuracy',
    '13 个未见领域，无标注适应，平均准确率',
    90.3,
    92.5,
  ),
  share(
    'adapt.100',
    '13 unseen domains, 100 corrections: mean accuracy',
    '13 个未见领域，100 条纠正，平均准确率',
    91.2,
    93,
  ),
  share(
    'adapt.500',
    '13 unseen domains, 500 corrections: mean accuracy',
    '13 个未见领域，500 条纠正，平均准确率',
    91.7,
    93.5,
  ),
  {
    key: 'adapt.worst',
    name: { en: 'worst domain after adapting, against its base', zh: '适应后最差的领域，与其基础模型相比' },
    bar: -0.5,
    aim: 0,
    unit: 'points',
  },
  share('mood.weibo', 'three classes, weibo: macro F1', '三分类，微博，宏 F1', 81.5, 85),
  share('mood.restaurants', 'three classes, restaurants: macro F1', '三分类，餐馆，宏 F1', 72, 77),
  share('makeup.micro', 'make-up aspects: micro F1', '美妆方面，微 F1', 89, 92),
  share('makeup.macro', 'make-up aspects: macro F1', '美妆方面，宏 F1', 84, 90),
  share('makeup.side', 'make-up aspect and side: micro F1', '美妆方面与褒贬，微 F1', 84, 88),
  share('english.accuracy', 'English, two classes: accuracy', '英文两分类，准确率', 91, 94),
  share('intents.macro', 'intents, own gold: macro F1', '意图（自有金标），宏 F1', 78, 88),
  share('urgency.f1', 'urgency, own gold: F1', '紧急（自有金标），F1', 85, 93),
  share('urgency.recall', 'urgency, own gold: recall', '紧急（自有金标），召回', 92, 92),
  share('offensive.accuracy', 'offensive language: accuracy', '冒犯性语言，准确率', 79.5, 82.8),
  share('spam.hard', 'advertising against hard ordinary texts: F1', '广告，对难分的平常话，F1', 97, 99.5),
  share('personal.recall', 'personal data, 500 hard cases: recall', '个人信息，500 个难例，召回', 98, 99.5),
  share('personal.precision', 'personal data, 500 hard cases: precision', '个人信息，500 个难例，精确率', 97, 99.5),
  share('sure.inDomain', 'precision on the surest 80 %, in-domain', '最有把握的八成，域内精确率', 97.5, 98.5),
  share('sure.unseen', 'precision on the surest 80 %, unseen domains', '最有把握的八成，未见领域精确率', 91, 95),
  share(
    'duplicates.precision',
    'near-duplicates of perturbed reviews: precision',
    '改写评价的近重复，精确率',
    99,
    99.5,
  ),
  share('duplicates.recall', 'near-duplicates of perturbed reviews: recall', '改写评价的近重复，召回', 98, 99),
  {
    key: 'duplicates.rate',
    name: { en: 'near-duplicates, adding and asking', zh: '近重复，边加边查' },
    bar: 20_000,
    aim: 100_000,
    unit: '/s',
  },
  {
    key: 'speed.reviews',
    name: { en: 'full judgement, reviews, one core', zh: '完整判读，评价，单核' },
    bar: 30_000,
    aim: 100_000,
    unit: '/s',
  },
  {
    key: 'speed.danmaku',
    name: { en: 'full judgement, danmaku, one core', zh: '完整判读，弹幕，单核' },
    bar: 100_000,
    aim: 500_000,
    unit: '/s',
  },
  {
    key: 'speed.p99',
    name: { en: '99th percentile, one text up to 200 characters', zh: '200 字以内单条，第 99 百分位' },
    bar: 1,
    aim: 0.1,
    unit: 'ms',
    isCeiling: true,
  },
  { key: 'speed.cold', name: { en: 'cold load', zh: '冷启动加载' }, bar: 300, aim: 50, unit: 'ms', isCeiling: true },
  { key: 'size.weights', name: { en: 'weights, gzip', zh: '权重，gzip' }, bar: 3, aim: 1, unit: 'MB', isCeiling: true },
  {
    key: 'size.memory',
    name: { en: 'memory of the process', zh: '进程内存' },
    bar: 150,
    aim: 60,
    unit: 'MB',
    isCeiling: true,
  },
  share(
    'hostile.survived',
    'hostile inputs judged without error, in linear time',
    '恶意输入全部判完、线性时间',
    100,
    100,
  ),
];

export function meets(bar: Bar, value: number, goal: number = bar.bar): boolean {
  return bar.isCeiling ? value <= goal : value >= goal;
}
