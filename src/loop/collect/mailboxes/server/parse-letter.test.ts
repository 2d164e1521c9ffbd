// Letters in every encoding Chinese mail comes in, and broken ones without end: always an answer, never an exception.
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { parseLetter } from './parse-letter.ts';

const crlf = (text: string) => text.replace(/\r?\n/g, '\r\n');
const bytes = (...parts: (string | Buffer)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(crlf(part)) : part)));

describe('a letter', () => {
  it('in GB2312 with an encoded subject is read', async () => {
    const subject = iconv.encode('被子漏毛', 'gb2312').toString('base64');
    const body = iconv.encode('收到的被子漏毛，想退货。', 'gb18030');
    const parsed = await parseLetter(
      bytes(
        `From: =?GB2312?B?${iconv.encode('李四', 'gb2312').toString('base64')}?= <Li@Example.com>\nTo: service@shop.test\nMessage-ID: <1@example.com>\n` +
          `Subject: =?GB2312?B?${subject}?=\nMIME-Version: 1.0\nContent-Type: text/plain; charset="GB18030"\nContent-Transfer-Encoding: 8bit\n\n`,
        body,
      ),
    );
    expect(parsed).toMatchObject({
      subject: '被子漏毛',
      text: '收到的被子漏毛，想退货。',
      messageId: '<1@example.com>',
      from: { address: 'li@example.com', name: '李四' },
      recipients: ['service@shop.test'],
    });
  });

  it('with a subject of bare GBK bytes is read', async () => {
    const parsed = await parseLetter(bytes('From: a@b.cn\nSubject: ', iconv.encode('退货太慢', 'gbk'), '\n\nhello\n'));
    expect(parsed.subject).toBe('退货太慢');
  });

  it('in HTML only becomes text, and what it answers is known', async () => {
    const parsed = await parseLetter(
      bytes(
        'From: a@b.cn\nIn-Reply-To: <2@x>\nReferences: <1@x> <2@x>\nContent-Type: text/html; charset=utf-8\n\n<p>漏毛</p><script>x</script>',
      ),
    );
    expect(parsed.text).toBe('漏毛');
    expect(parsed.answers).toEqual(['<2@x>', '<1@x>']);
  });

  it('without anything is empty', async () => {
    expect(await parseLetter(Buffer.alloc(0))).toMatchObject({ text: '', subject: '', messageId: null });
  });
});

/** Numbers from a seed, so that a failure can be had again. */
function dice(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

it('never throws, whatever happens to its bytes', async () => {
  const good = bytes(
    'From: "李" <li@example.com>\nTo: service@shop.test\nSubject: =?utf-8?Q?=E8=A2=AB?=\nMessage-ID: <a@b>\nDate: Mon, 2 Mar 2026 10:00:00 +0800\n' +
      'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b1"\n\n--b1\nContent-Type: multipart/alternative; boundary="b2"\n\n' +
      '--b2\nContent-Type: text/plain; charset=gb18030\nContent-Transfer-Encoding: base64\n\nsbvX0w==\n--b2\nContent-Type: text/html\n\n<p>x</p>\n--b2--\n' +
      '--b1\nContent-Type: image/png; name="a.png"\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename*=utf-8\'\'%E5%9B%BE.png\n\niVBORw0KGgo=\n' +
      '--b1\nContent-Type: message/rfc822\n\nFrom: c@d\nSubject: inner\n\nold\n--b1--\n',
  );
  const words = [
    '--b1',
    '--b2--',
    '\r\n\r\n',
    'Content-Type: ',
    'charset=',
    '=?',
    '?=',
    '<',
    '"',
    '\0',
    '=E8',
    'boundary=""',
    ';;;',
    '\r\n ',
  ];
  for (let round = 0; round < 2500; round += 1) {
    const roll = dice(round + 1);
    let mutated = Buffer.from(good);
    for (let change = 0; change <= roll(6); change += 1) {
      const at = roll(mutated.length || 1);
      const kind = roll(5);
      if (kind === 0 && mutated.length > 0) mutated[at] = roll(256);
      else if (kind === 1) mutated = mutated.subarray(0, at);
      else if (kind === 2) mutated = Buffer.concat([mutated.subarray(0, at), mutated.subarray(at + roll(80))]);
      else if (kind === 3)
        mutated = Buffer.concat([
          mutated.subarray(0, at),
          Buffer.from(words[roll(words.length)]!),
          mutated.subarray(at),
        ]);
      else mutated = Buffer.concat([mutated.subarray(0, at), mutated.subarray(roll(at + 1), at), mutated.subarray(at)]);
    }
    const parsed = await parseLetter(mutated);
    expect(typeof parsed.text, `seed ${round + 1}`).toBe('string');
  }
  const deep = bytes(
    'From: a@b\n',
    ...Array.from({ length: 200 }, (_, at) => `Content-Type: multipart/mixed; boundary="x${at}"\n\n--x${at}\n`),
  );
  expect((await parseLetter(deep)).broken).toBe(true);
});
