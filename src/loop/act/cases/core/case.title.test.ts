// A case is named by its most typical voice, in one short line.
import { expect, it } from 'vitest';
import { firstSentence, titleOf } from './case.title.ts';

it.each([
  ['包装破了，洗发水漏了一半。客服不理人。', '包装破了，洗发水漏了一半'],
  ['差。再也不买了', '差。再也不买了'],
  ['The box was open. Half is gone.', 'The box was open'],
  ['  两行\n文字  ', '两行 文字'],
  ['', ''],
  ['。。。', '。。。'],
])('%j → %j', (text, title) => expect(firstSentence(text)).toBe(title));

it('cuts by characters, not by halves of one', () => {
  const title = firstSentence('😀'.repeat(80));
  expect([...title].length).toBe(60);
  expect(title.endsWith('…')).toBe(true);
});

it('takes the voice most like the others', () => {
  const voice = (text: string) => ({ title: null, text });
  const voices = [voice('颜色不错'), voice('物流太慢，等了两周'), voice('物流太慢了，等了三周'), voice('物流慢')];
  expect(titleOf(voices)).toMatch(/^物流太慢/);
  expect(titleOf([{ title: '快递丢件', text: '……' }])).toBe('快递丢件');
  expect(titleOf([])).toBe('');
});
