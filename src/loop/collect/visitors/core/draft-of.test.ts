import { describe, expect, it } from 'vitest';
import { feedbackDraft } from '../../intake/core/feedback.contract.ts';
import { type DraftContext, draftOf } from './draft-of.ts';
import { visitorWords } from './visitor.contract.ts';

const at: DraftContext = {
  channel: 'widget',
  browserHash: 'b',
  voiceHash: 'v',
  photos: 0,
  onlyStars: '只给了星级',
  onlyPhotos: '只发了照片',
  nowMs: Date.parse('2026-03-02T00:00:00Z'),
};
const words = (given: object) => visitorWords.parse({ voice: 'voice-0001', locale: 'zh-CN', ...given });
const draft = (given: object, context: Partial<DraftContext> = {}) => draftOf(words(given), { ...at, ...context });

describe('what a visitor says', () => {
  it('is always something the gate takes', () => {
    for (const given of [
      { text: '很好' },
      { rating: 1 },
      { text: '坏了', contact: { email: 'A@b.cn', phone: '+86 138-0013-8000', name: '小满' }, orderNo: '1' },
      { text: 'x', saidAt: '2026-03-01T00:00:00Z', product: { name: '壶' } },
    ]) {
      const made = draft(given);
      expect(made.ok && feedbackDraft.safeParse(made.value).success).toBe(true);
    }
  });

  it('may be only stars, only a photo, or only what is pinned on it; not nothing', () => {
    expect(draft({ rating: 2 })).toMatchObject({ value: { text: '只给了星级', rating: 2 } });
    expect(draft({}, { photos: 1 })).toMatchObject({ value: { text: '只发了照片', meta: { photos: 1 } } });
    expect(draft({ pins: [[{ x: 0.1, y: 0.2, note: '这里裂了' }]] }, { photos: 1 })).toMatchObject({
      value: { text: '这里裂了' },
    });
    expect(draft({ text: '  ' })).toMatchObject({ reason: 'missing_words' });
  });

  it('without an address is this browser; with one it is the address alone', () => {
    expect(draft({ text: 'x' })).toMatchObject({ value: { person: { externalId: 'browser:b' } } });
    const claimed = draft({ text: 'x', contact: { email: 'a@b.cn' } });
    expect(claimed.ok && claimed.value.person).toEqual({
      email: 'a@b.cn',
      phone: undefined,
      name: undefined,
      locale: 'zh-CN',
    });
  });

  it('never ties an address to a number that may be somebody else’s', () => {
    const made = draft({ text: '坏了', contact: { email: 'a@b.cn', phone: '13800138000' } });
    expect(made.ok && made.value.person).toMatchObject({ email: 'a@b.cn', phone: undefined });
    expect(made.ok && made.value.text).toBe('坏了\n13800138000');
  });

  it.each([['a@b'], ['nobody'], ['a b@c.de'], ['<a@b.cn>']])('does not take %s for an address', (email) => {
    expect(draft({ text: 'x', contact: { email } })).toMatchObject({ reason: 'invalid_email' });
  });

  it('does not take words for a number, nor a clock that is far off', () => {
    expect(draft({ text: 'x', contact: { phone: 'call me' } })).toMatchObject({ reason: 'invalid_phone' });
    for (const saidAt of ['2026-03-03T00:00:00Z', '2020-01-01T00:00:00Z']) {
      const made = draft({ text: 'x', saidAt });
      expect(made.ok && made.value.occurredAt).toBeUndefined();
    }
  });

  it('is about the product of the page, unless he names another', () => {
    const defaults = { productName: '云朵被', productSku: null };
    expect(draft({ text: 'x' }, { defaults })).toMatchObject({ value: { product: { name: '云朵被' } } });
    expect(draft({ text: 'x', product: { name: '枕头' } }, { defaults })).toMatchObject({
      value: { product: { name: '枕头' } },
    });
  });
});
