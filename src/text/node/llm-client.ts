// Speaks to any endpoint of the OpenAI kind: structured answers, a time limit, a daily budget; every failure is a value.
import { dailyBudget } from '../llm/daily-budget.ts';
import type { LlmAnswer, LlmPort, LlmQuestion } from '../llm/llm.contract.ts';

export interface LlmSettings {
  /** Base address such as `https://llm.example.com/v1`; `/chat/completions` is added. */
  url: string;
  model: string;
  key?: string | undefined;
  /** Default 10 s. */
  timeoutMs?: number;
  /** Questions a day; default 1000. */
  perDay?: number;
  now?: () => number;
  /** How to post; default `fetch`. The product gives its guarded way out. */
  post?: PostJson;
}

export type PostJson = (
  url: string,
  headers: Record<string, string>,
  body: string,
  timeoutMs: number,
) => Promise<{ status: number; text: string } | 'timed_out' | 'unreachable'>;

const MOST_READ = 65_536;

export function createLlmClient(settings: LlmSettings): LlmPort {
  const { url, model, key, timeoutMs = 10_000, perDay = 1000, now = Date.now, post = postByFetch } = settings;
  const budget = dailyBudget(perDay, now);
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (key) headers.authorization = `Bearer ${key}`;
  const address = `${url.replace(/\/+$/, '')}/chat/completions`;
  /** Some servers know no schemas; then the form is only asked for. */
  let isSchemaKnown = true;

  async function once(question: LlmQuestion): Promise<LlmAnswer | 'no_schema'> {
    const answered = await post(address, headers, bodyOf(question, model, isSchemaKnown), timeoutMs);
    if (typeof answered === 'string') return { ok: false, reason: answered };
    if (answered.status === 400 && isSchemaKnown) return 'no_schema';
    if (answered.status !== 200) return { ok: false, reason: 'refused', status: answered.status };
    const text = contentOf(answered.text);
    return text === null ? { ok: false, reason: 'nonsense' } : { ok: true, text };
  }

  return {
    name: `llm:${model}`,
    async ask(question) {
      if (!budget.take()) return { ok: false, reason: 'budget_spent' };
      try {
        const first = await once(question);
        if (first !== 'no_schema') return first;
        isSchemaKnown = false;
        const second = await once(question);
        return second === 'no_schema' ? { ok: false, reason: 'refused', status: 400 } : second;
      } catch {
        return { ok: false, reason: 'unreachable' };
      }
    },
  };
}

function bodyOf(question: LlmQuestion, model: string, isSchemaKnown: boolean): string {
  const { name, system, user, schema, maxTokens } = question;
  const told = isSchemaKnown
    ? system
    : `${system}\nAnswer with one JSON object of this JSON Schema and nothing else: ${JSON.stringify(schema)}`;
  return JSON.stringify({
    model,
    temperature: 0,
    max_tokens: maxTokens,
    messages: [
      { role: 'system', content: told },
      { role: 'user', content: user },
    ],
    response_format: isSchemaKnown
      ? { type: 'json_schema', json_schema: { name, strict: true, schema } }
      : { type: 'json_object' },
  });
}

function contentOf(text: string): string | null {
  try {
    const { choices } = JSON.parse(text) as { choices?: { message?: { content?: unknown } }[] };
    const content = choices?.[0]?.message?.content;
    return typeof content === 'string' ? content : null;
  } catch {
    return null;
  }
}

const postByFetch: PostJson = async (url, headers, body, timeoutMs) => {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    let text = '';
    const decoder = new TextDecoder();
    for await (const piece of answer.body ?? []) {
      text += decoder.decode(piece as Uint8Array, { stream: true });
      if (text.length > MOST_READ) break;
    }
    return { status: answer.status, text };
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? 'timed_out' : 'unreachable';
  }
};
