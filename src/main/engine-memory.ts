// Remembers the last judgements, so that the gate's look for spam and the judgement right after it are one piece of work.
import type { JudgeContext, Judgement, TextEngine } from '../text/judge.contract.ts';

const REMEMBERED = 4096;

/** The same engine, pure as before: equal input gives the equal judgement, computed once while it is remembered. */
export function remembering(engine: TextEngine): TextEngine {
  const recent = new Map<string, Judgement>();
  const judge = (text: string, context: JudgeContext = {}): Judgement => {
    const key = `${context.channel ?? ''}\n${context.rating ?? ''}\n${context.locale ?? ''}\n${context.productNames?.join('\t') ?? ''}\n${text}`;
    let judgement = recent.get(key);
    if (!judgement) {
      judgement = engine.judge(text, context);
      if (recent.size >= REMEMBERED) recent.delete(recent.keys().next().value!);
      recent.set(key, judgement);
    }
    return judgement;
  };
  return { version: engine.version, judge, judgeMany: (items) => items.map((item) => judge(item.text, item.context)) };
}
