// `--llm`: a connected language model against the built-in engine on the same rows of the gold.

import type { Opinion } from '../../llm/llm.contract.ts';
import { opinionQuestion, readOpinion } from '../../llm/second-opinion.ts';
import { createLlmClient } from '../../node/llm-client.ts';
import type { Measure } from './evaluate.contract.ts';
import { type Judge, readGold, scoreGold } from './gold.ts';
import { total } from './makeup.ts';
import { percent, prf } from './score.ts';

/** Every n-th row, so that a run stays affordable; HUIYIN_LLM_ROWS sets how many. */
const ROWS = 300;
const AT_ONCE = 4;

export const measureLlm: Measure = async ({ judge, tell }) => {
  const title = { en: 'A language model beside the engine', zh: '语言模型与内置引擎' };
  const {
    HUIYIN_LLM_URL: url,
    HUIYIN_LLM_MODEL: model = 'default',
    HUIYIN_LLM_KEY: key,
    HUIYIN_LLM_ROWS,
  } = process.env;
  const note = (en: string, zh: string) => ({ title, figures: [], tables: [], notes: [{ en, zh }] });
  if (!url)
    return note(
      'Not measured: no language model is connected (HUIYIN_LLM_URL).',
      '未测：没有接语言模型（HUIYIN_LLM_URL）。',
    );
  const gold = readGold('first');
  if (gold === null || gold.length === 0) return note('Not measured: no gold at hand.', '未测：手边没有金标。');
  const wanted = Number(HUIYIN_LLM_ROWS) || ROWS;
  const rows = gold.filter((_, at) => at % Math.max(1, Math.floor(gold.length / wanted)) === 0);
  const port = createLlmClient({ url, model, key, timeoutMs: 60_000, perDay: rows.length * 2 });
  const opinions = new Map<string, Opinion>();
  let silent = 0;
  const startedAt = performance.now();
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const answers = rows.slice(at, at + AT_ONCE).map(async ({ text }) => {
      const answer = await port.ask(opinionQuestion(text));
      const opinion = answer.ok ? readOpinion(answer.text) : null;
      if (opinion === null) silent += 1;
      else opinions.set(text, opinion);
    });
    await Promise.all(answers);
    if (at % 40 === 0) tell(`${at} of ${rows.length}`);
  }
  const perSecond = rows.length / ((performance.now() - startedAt) / 1000);
  const asked: Judge = (text) => {
    const own = judge(text);
    const opinion = opinions.get(text);
    if (opinion === undefined) return own;
    const span = [0, 0] as const;
    return {
      ...own,
      sentiment: { ...own.sentiment, label: opinion.sentiment },
      intents: opinion.intents,
      aspects: opinion.aspects.map((one) => ({ ...one, span, confidence: 1 })),
      urgency: { level: opinion.urgency === null ? 'none' : 'high', reason: opinion.urgency, span: null },
    };
  };
  const line = (name: string, score: ReturnType<typeof scoreGold>, rate: string) => [
    name,
    percent(score.sentiment.macroF1),
    percent(score.intentsMacro),
    percent(prf(score.urgency).f1),
    percent(prf(total(score.aspects)).f1),
    rate,
  ];
  return {
    title,
    figures: [],
    tables: [
      {
        title: { en: `${rows.length} rows of the gold`, zh: `金标 ${rows.length} 行` },
        head: [
          { en: 'engine', zh: '引擎' },
          { en: 'sentiment, macro F1', zh: '情感宏 F1' },
          { en: 'intents, macro F1', zh: '意图宏 F1' },
          { en: 'urgent, F1', zh: '紧急 F1' },
          { en: 'aspects, micro F1', zh: '方面微 F1' },
          { en: 'texts a second', zh: '每秒条数' },
        ],
        rows: [
          line('Huiyin', scoreGold(judge, rows), '-'),
          line(port.name, scoreGold(asked, rows), perSecond.toFixed(1)),
        ],
      },
    ],
    notes: [
      {
        en: `${silent} answers were missing or not of the asked form; there the engine's own labels stand.`,
        zh: `${silent} 个回答缺失或格式不符，沿用引擎自己的标签。`,
      },
    ],
  };
};
