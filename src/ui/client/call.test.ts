// The browser's only way to the service: addresses, refusals, keys of a second try, and what happens when nobody is signed in.
import { afterEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import { z } from 'zod';
import { route } from '../../kit/route.ts';
import { addressOf, call, onSignedOut } from './call.ts';
import { asProblem, fieldTexts, Problem, problemText } from './problem.ts';

const list = route({
  id: 'listThings',
  method: 'GET',
  path: '/api/v1/things',
  summary: 'Things',
  access: 'member',
  query: z.object({ q: z.string().optional(), kind: z.array(z.string()).optional() }),
  ok: z.object({ items: z.array(z.object({ id: z.string() })), nextCursor: z.string().nullable() }),
});
const change = route({
  id: 'changeThing',
  method: 'POST',
  path: '/api/v1/things/:id/name',
  summary: 'Rename',
  access: 'member',
  params: z.object({ id: z.string() }),
  body: z.object({ name: z.string() }),
  ok: z.object({ id: z.string(), name: z.string() }),
});

function answer(status: number, body: unknown, headers: Record<string, string> = {}) {
  const fetched = vi.fn(
    async (_address: string, _init?: RequestInit) =>
      new Response(status === 204 ? null : JSON.stringify(body), { status, headers }),
  );
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

afterEach(() => vi.unstubAllGlobals());

describe('addressOf', () => {
  it('fills the path, repeats lists and leaves out what is empty', () => {
    expect(
      addressOf('/a/:id/b', {
        params: { id: 'x/1' },
        query: { q: '物流 慢', kind: ['a', 'b'], cursor: undefined, empty: '' },
      }),
    ).toBe('/a/x%2F1/b?q=%E7%89%A9%E6%B5%81+%E6%85%A2&kind=a&kind=b');
  });
});

describe('call', () => {
  it('reads JSON and keeps the types of the contract', async () => {
    answer(200, { items: [{ id: 'a' }], nextCursor: null });
    const page = await call(list, { query: { q: 'x' } });
    expect(page.items[0]?.id).toBe('a');
    expectTypeOf(page.nextCursor).toEqualTypeOf<string | null>();
    // @ts-expect-error a query the contract does not know
    void call(list, { query: { unknown: 1 } }).catch(() => undefined);
  });

  it('gives every POST a key, the caller its own when wanted', async () => {
    const fetched = answer(200, { id: 'a', name: 'b' });
    await call(change, { params: { id: 'a' }, body: { name: 'b' } });
    await call(change, { params: { id: 'a' }, body: { name: 'b' } }, { idempotencyKey: 'mine' });
    const keys = fetched.mock.calls.map(
      ([, init]) => (init?.headers as Record<string, string> | undefined)?.['idempotency-key'],
    );
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(keys[1]).toBe('mine');
    expect(fetched.mock.calls[0]?.[1]?.body).toBe('{"name":"b"}');
  });

  it('throws a problem with its code, fields and when to try again', async () => {
    answer(
      422,
      {
        code: 'invalid_body',
        title: '有些内容不能这样填',
        errors: [{ path: 'body.name', code: 'too_small', message: '太短' }],
      },
      { 'retry-after': '7' },
    );
    const problem = await call(change, { params: { id: 'a' }, body: { name: '' } }).catch(asProblem);
    expect(problem).toMatchObject({
      code: 'invalid_body',
      status: 422,
      retryAfter: 7,
      details: [{ path: 'body.name' }],
    });
  });

  it('survives an error page of a proxy', async () => {
    vi.stubGlobal('fetch', async () => new Response('<html>', { status: 502 }));
    await expect(call(list)).rejects.toMatchObject({ code: 'http_502', status: 502 });
  });

  it('calls a broken way offline and lets a stopped call be a stopped call', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));
    await expect(call(list)).rejects.toMatchObject({ code: 'offline', status: 0 });
    vi.stubGlobal('fetch', () => Promise.reject(new DOMException('stop', 'AbortError')));
    await expect(call(list)).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('tells that nobody is signed in', async () => {
    const heard = vi.fn();
    const stop = onSignedOut(heard);
    answer(401, { code: 'not_signed_in' });
    await expect(call(list)).rejects.toBeInstanceOf(Problem);
    stop();
    expect(heard).toHaveBeenCalledOnce();
  });

  it('answers nothing for 204', async () => {
    answer(204, null);
    expect(await call(change, { params: { id: 'a' }, body: { name: 'b' } })).toBeUndefined();
  });
});

describe('problemText', () => {
  const words: Record<string, string> = {
    'problems:title.already_resolved': '这件已经解决了',
    'ui:problem.offline': '连不上',
    'ui:problem.http_500': '稍后再试',
    'ui:problem.unexpected': '出了点问题',
  };
  const t = ((keys: string | string[], options?: { defaultValue?: string }) =>
    [keys]
      .flat()
      .map((key) => words[key])
      .find(Boolean) ??
    options?.defaultValue ??
    '') as never;
  it.each([
    [new Problem({ code: 'already_resolved', status: 409, title: 'sent' }), '这件已经解决了'],
    [new Problem({ code: 'offline', status: 0 }), '连不上'],
    [new Problem({ code: 'new_one', status: 409, title: '服务给的句子' }), '服务给的句子'],
    [new Problem({ code: 'x', status: 503 }), '稍后再试'],
    ['anything', '出了点问题'],
    [null, '出了点问题'],
  ])('says %s as %s', (thrown, sentence) => expect(problemText(t, thrown)).toBe(sentence));
  it('puts field sentences under their path', () => {
    const problem = new Problem({
      code: 'invalid',
      status: 422,
      details: [{ path: 'body.email', code: 'odd', message: '不完整' }],
    });
    expect(fieldTexts(t, problem)).toEqual({ email: '不完整' });
  });
});
