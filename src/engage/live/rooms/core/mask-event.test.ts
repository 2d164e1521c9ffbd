import { expect, it } from 'vitest';
import { maskEvent } from './mask-event.ts';

it('keeps nothing in words and names that turns what stands around them about', () => {
  const { event } = maskEvent({
    type: 'comment',
    ts: 0,
    text: '\u202e反过来\u202c',
    user: { name: '\u202e主播\u200b' },
  });
  expect(event).toMatchObject({ text: '反过来', user: { name: '主播' } });
});
