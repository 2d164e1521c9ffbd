import { describe, expect, it } from 'vitest';
import { type Carried, carriedSpans } from './carried-spans.ts';

const drawn = (text: string, ...carried: Carried[]) =>
  carriedSpans(text, carried, (kind) => `why ${kind}`).map((span) => [
    text.slice(span.start, span.end),
    span.kind,
    span.note,
  ]);
const at = (text: string, part: string, kind: Carried['kind']): Carried => {
  const start = text.indexOf(part);
  return { span: [start, start + part.length], kind };
};

describe('carried words', () => {
  it('are underlined whole', () => {
    const text = 'the delivery disappointed everyone';
    expect(drawn(text, at(text, 'appoint', 'negative'))).toEqual([['disappointed', 'negative', 'why negative']]);
  });

  it('are joined where they touch or overlap', () => {
    const text = '物流太慢了，等了两周';
    const [only, ...rest] = drawn(text, at(text, '物流太', 'negative'), at(text, '流太慢', 'negative'));
    expect(only?.[0]).toContain('物流太慢');
    expect(rest).toEqual([]);
  });

  it('are never one character or the space between words', () => {
    expect(drawn('好 ，', { span: [0, 1], kind: 'positive' })).toEqual([]);
    expect(drawn('great, bad', { span: [5, 6], kind: 'negative' })).toEqual([]);
    expect(drawn('short', { span: [40, 60], kind: 'negative' })).toEqual([]);
  });

  it('belong to the first side that claims them', () => {
    const text = 'fine but slow';
    expect(drawn(text, at(text, 'fine', 'positive'), at(text, 'ne but slow', 'negative'))).toEqual([
      ['fine', 'positive', 'why positive'],
      ['but', 'negative', 'why negative'],
      ['slow', 'negative', 'why negative'],
    ]);
  });
});
