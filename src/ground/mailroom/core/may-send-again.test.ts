import { describe, expect, it } from 'vitest';
import { MAIL_STATES } from './mailroom.contract.ts';
import { maySendAgain } from './may-send-again.ts';

describe('sending a letter again', () => {
  it.each(
    MAIL_STATES.flatMap((state) => [
      [state, true],
      [state, false],
    ]) as [(typeof MAIL_STATES)[number], boolean][],
  )('%s with a server: %s', (state, canSend) => {
    const wanted =
      state === 'sent' ? 'already_sent' : state === 'sending' ? 'on_its_way' : canSend ? null : 'no_mail_server';
    const result = maySendAgain(state, canSend);
    expect(result.ok ? null : result.reason).toBe(wanted);
  });
});
