// The language model of the shop's choice, if one is connected: reached through the guarded way out, never by default.

import { mayPost, type PostRefusal, postOut } from '../platform/egress/post-out.ts';
import type { LlmPort } from '../text/llm/llm.contract.ts';
import { createLlmClient, type PostJson } from '../text/node/llm-client.ts';

const MOST_READ = 65_536;
const PER_DAY = 1000;

/** What is wrong with the address, for whoever sets it. */
const ADDRESS_FAULT: Record<PostRefusal, string> = {
  bad_url: 'is not a web address such as https://llm.example.com/v1',
  not_secure: 'must begin with https:// unless its host is named in HUIYIN_PRIVATE_HOSTS',
  host_private: 'leads into a private network; name its host in HUIYIN_PRIVATE_HOSTS to allow it',
  host_unknown: 'names a host that cannot be found',
  timed_out: 'cannot be reached',
  unreachable: 'cannot be reached',
};

/**
 * A port by `HUIYIN_LLM_URL` and its companions; null while none is named.
 * @throws Error naming the setting when its address may not be posted to or the daily number is none.
 */
export async function connectedLanguageModel(): Promise<LlmPort | null> {
  const url = process.env.HUIYIN_LLM_URL;
  if (!url) return null;
  const perDay = process.env.HUIYIN_LLM_PER_DAY ? Number(process.env.HUIYIN_LLM_PER_DAY) : PER_DAY;
  if (!Number.isInteger(perDay) || perDay < 0) throw new Error('HUIYIN_LLM_PER_DAY is not a whole number');
  const hosts = (process.env.HUIYIN_PRIVATE_HOSTS ?? '').split(',').map((host) => host.trim().toLowerCase());
  const privateHosts = hosts.filter((host) => host !== '');
  const may = await mayPost(url, privateHosts);
  if (!may.ok) throw new Error(`HUIYIN_LLM_URL ${ADDRESS_FAULT[may.reason]}`);
  return createLlmClient({
    url,
    model: process.env.HUIYIN_LLM_MODEL || 'default',
    key: process.env.HUIYIN_LLM_KEY,
    perDay,
    post: guarded(privateHosts),
  });
}

const guarded =
  (privateHosts: readonly string[]): PostJson =>
  async (url, headers, body, timeoutMs) => {
    const answer = await postOut({ url, headers, body, privateHosts, timeoutMs, mostRead: MOST_READ });
    if (answer.ok) return { status: answer.value.status, text: answer.value.text };
    return answer.reason === 'timed_out' ? 'timed_out' : 'unreachable';
  };
