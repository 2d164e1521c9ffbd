// @vitest-environment happy-dom
// A double click is one press: one call and one piece of news; a press after the answer counts again.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { route } from '../../kit/route.ts';
import { useRead, useVerb } from './hooks.ts';

const seen = route({
  id: 'seen',
  method: 'GET',
  path: '/seen',
  summary: '',
  access: 'member',
  ok: z.object({ n: z.number() }),
});
const save = route({
  id: 'save',
  method: 'PATCH',
  path: '/save',
  summary: '',
  access: 'member',
  body: z.object({ version: z.number() }),
  ok: z.object({ n: z.number() }),
});

afterEach(() => vi.unstubAllGlobals());

/** A service whose answers wait until they are let go. */
function stage() {
  const waiting: { path: string; answer: (status: number) => void }[] = [];
  vi.stubGlobal('fetch', (path: string) => {
    return new Promise<Response>((resolve) => {
      waiting.push({ path, answer: (status) => resolve(new Response('{"n":1}', { status })) });
    });
  });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const onDone = vi.fn();
  const onProblem = vi.fn();
  const screen = renderHook(
    () => ({ read: useRead(seen), verb: useVerb(save, { refresh: [seen], onDone, onProblem }) }),
    { wrapper },
  );
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  const press = (version: number) =>
    act(async () => {
      screen.result.current.verb.mutate({ body: { version } });
      await settle();
    });
  const answer = (path: string, status = 200) =>
    act(async () => {
      for (const one of waiting.splice(0)) one.path === path ? one.answer(status) : waiting.push(one);
      await settle();
    });
  return { press, answer, onDone, onProblem, sent: () => waiting.filter((one) => one.path === '/save').length };
}

describe('one press', () => {
  it('sends the same input once until the answer is on screen', async () => {
    const { press, answer, onDone, sent } = stage();
    await answer('/seen');
    await press(1);
    await press(1);
    expect(sent()).toBe(1);
    await answer('/save');
    await press(1);
    expect(sent()).toBe(0);
    await answer('/seen');
    expect(onDone).toHaveBeenCalledTimes(1);
    await press(1);
    expect(sent()).toBe(1);
  });

  it('sends another input at once, and the same one again after a refusal', async () => {
    const { press, answer, onProblem, sent } = stage();
    await press(1);
    await press(2);
    expect(sent()).toBe(2);
    await answer('/save', 409);
    expect(onProblem).toHaveBeenCalledTimes(2);
    await press(1);
    expect(sent()).toBe(1);
  });
});
