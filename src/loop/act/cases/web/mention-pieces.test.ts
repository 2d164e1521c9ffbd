// Only those who were called are set apart, the longer name first.
import { describe, expect, it } from 'vitest';
import { mentionPieces } from './note-words.part.tsx';

describe('mentionPieces', () => {
  it('sets the called apart', () => {
    expect(mentionPieces('请 @林 和 @林小满 看看 @别人', ['林', '林小满']).filter((one) => one.called)).toEqual([
      { text: '@林', called: true },
      { text: '@林小满', called: true },
    ]);
  });
  it('takes names with signs as they are', () => {
    expect(mentionPieces('@a.b(c) ok', ['a.b(c)'])[0]).toEqual({ text: '@a.b(c)', called: true });
  });
  it('leaves a note without calls whole', () => expect(mentionPieces('x@y', [])).toHaveLength(1));
});
