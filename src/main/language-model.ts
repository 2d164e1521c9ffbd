// The language model of the shop's choice, if one is connected: reached through the guarded way out, never by default.

import { postOut } from '../platform/egress/post-out.ts';
import type { LlmPort } from '../text/llm/llm.contract.ts';
import { createLlmClient, type PostJson } from '../text/node/llm-client.ts';

const MOST_READ = 65_536;
const PER_DAY = 1000;

/** A port by `HUIYIN_LLM_URL` and its companions; null while none is named. @throws Error when the daily number is none. */
export function connectedLanguageModel(): LlmPort | null {
  const url = process.env.HUIYIN_LLM_URL;
  if (!url) return null;
  const perDay = process.env.HUIYIN_LLM_PER_DAY ? Number(process.env.HUIYIN_LLM_PER_DAY) : PER_DAY;
  if (!Number.isInteger(perDay) || perDay < 0) throw new Error('HUIYIN_LLM_PER_DAY is not a whole number');
  const hosts = (process.env.HUIYIN_PRIVATE_HOSTS ?? '').split(',').map((host) => host.trim().toLowerCase());
  return createLlmClient({
    url,
    model: process.env.HUIYIN_LLM_MODEL || 'default',
    key: process.env.HUIYIN_LLM_KEY,
    perDay,
    post: guarded(hosts.filter((host) => host !== '')),
  });
}

const guarded =
  (privateHosts: readonly string[]): PostJson =>
  async (url, headers, body, timeoutMs) => {
    const answer = await postOut({ url, headers, body, privateHosts, timeoutMs, mostRead: MOST_READ });
    if (answer.ok) return { status: answer.value.status, text: answer.value.text };
    return answer.reason === 'timed_out' ? 'timed_out' : 'unreachable';
  };
