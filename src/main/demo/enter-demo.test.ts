// Going in and out of the demo shop moves the session of whoever goes, and nobody else's.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { describe, expect, it } from 'vitest';
import { goHome, openDoor } from './enter-demo.ts';

function browser(cookies: Record<string, string>) {
  const jar = { ...cookies };
  const reply = {
    setCookie: (name: string, value: string) => {
      jar[name] = value;
    },
    clearCookie: (name: string) => {
      delete jar[name];
    },
  } as unknown as FastifyReply;
  return { jar, request: { cookies: { ...cookies } } as unknown as FastifyRequest, reply };
}
const origin = 'http://localhost';

describe('the door of the demo shop', () => {
  it('puts a member back where he came from', () => {
    const going = browser({ huiyin_session: 'his' });
    openDoor(going.request, going.reply, { origin, token: 'demo', isMember: true });
    expect(going.jar).toEqual({ huiyin_session: 'demo', huiyin_home: 'his' });
    const coming = browser(going.jar);
    expect(goHome(coming.request, coming.reply, origin)).toBe(true);
    expect(coming.jar).toEqual({ huiyin_session: 'his' });
  });

  it('never lets him out as somebody who used the browser before', () => {
    const second = browser({ huiyin_session: 'second', huiyin_home: 'first' });
    openDoor(second.request, second.reply, { origin, token: 'demo', isMember: true });
    expect(second.jar.huiyin_home).toBe('second');
    const stranger = browser({ huiyin_home: 'first' });
    openDoor(stranger.request, stranger.reply, { origin, token: 'demo', isMember: false });
    expect(stranger.jar).toEqual({ huiyin_session: 'demo' });
  });
});
