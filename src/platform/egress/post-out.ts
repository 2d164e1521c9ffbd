// The one way to post to an address somebody typed in: resolved first, private networks refused, no redirects, little read, soon over.
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { ok, type Result, refuse } from '../../kit/result.ts';
import { guardHost } from './guard-host.ts';

export interface PostOut {
  url: string;
  headers: Record<string, string>;
  body: string;
  /** Private hosts this installation lets through; plain HTTP is allowed to these only. */
  privateHosts: readonly string[];
  timeoutMs: number;
  /** How much of the answer is read, in characters; 2000 when left out. */
  mostRead?: number;
}

export interface PostAnswer {
  status: number;
  /** `Retry-After` in seconds or as a date, as sent. */
  retryAfter: string | null;
  /** The beginning of the answer, for the log. */
  text: string;
}

const MOST_READ = 2000;

export type PostRefusal = 'bad_url' | 'host_unknown' | 'host_private' | 'not_secure' | 'timed_out' | 'unreachable';

/** Whether an address may be posted to at all, without calling it. */
export async function mayPost(url: string, privateHosts: readonly string[]): Promise<Result<string, PostRefusal>> {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return refuse('bad_url');
  }
  if (!['http:', 'https:'].includes(parsed.protocol) || parsed.username || parsed.password) return refuse('bad_url');
  const host = parsed.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  if (parsed.protocol === 'http:' && !privateHosts.includes(host)) return refuse('not_secure');
  return guardHost(host, privateHosts);
}

/** Posts, to the very address that was looked at: a name that answers differently the second time gains nothing. */
export async function postOut(input: PostOut): Promise<Result<PostAnswer, PostRefusal>> {
  const may = await mayPost(input.url, input.privateHosts);
  if (!may.ok) return may;
  const address = may.value;
  const url = new URL(input.url);
  const mostRead = input.mostRead ?? MOST_READ;
  const send = url.protocol === 'https:' ? secureRequest : plainRequest;
  return new Promise((resolve) => {
    const call = send(
      url,
      {
        method: 'POST',
        headers: { ...input.headers, 'content-length': Buffer.byteLength(input.body) },
        lookup: (_host, options, done) => {
          const family = address.includes(':') ? 6 : 4;
          if (options.all) done(null, [{ address, family }]);
          else done(null, address, family);
        },
        agent: false,
        signal: AbortSignal.timeout(input.timeoutMs),
      },
      (answer) => {
        let text = '';
        const end = () => {
          answer.destroy();
          const { 'retry-after': retryAfter } = answer.headers;
          resolve(
            ok({ status: answer.statusCode ?? 0, retryAfter: retryAfter ?? null, text: text.slice(0, mostRead) }),
          );
        };
        answer.setEncoding('utf8');
        answer.on('data', (piece: string) => {
          text += piece;
          if (text.length >= mostRead) end();
        });
        answer.on('end', end);
        // The answer's status is known; what was left of its words does not matter.
        answer.on('error', end);
      },
    );
    call.on('error', (error) => {
      resolve(refuse(['AbortError', 'TimeoutError'].includes(error.name) ? 'timed_out' : 'unreachable'));
    });
    call.end(input.body);
  });
}
