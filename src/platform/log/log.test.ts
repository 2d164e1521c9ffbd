import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from './log.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'huiyin-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a line looks like on disk. */
async function written(level: string, write: (log: ReturnType<typeof createLog>) => void): Promise<string> {
  const file = path.join(folder, 'deep', 'huiyin.log');
  const log = createLog(level, file);
  write(log);
  // The file is opened and written behind our back; the last line is the sign that all is there.
  log.fatal('the end');
  for (let waited = 0; waited < 100; waited += 1) {
    log.flush();
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    if (text.includes('the end')) return text.split('\n').slice(0, -2).join('\n');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('nothing was written');
}

describe('the log', () => {
  it('is one JSON line an event, without name and host', async () => {
    const [line] = (await written('info', (log) => log.info({ id: 'r1', ms: 3 }, 'answered'))).split('\n');
    expect(JSON.parse(line!)).toEqual({ level: 30, time: expect.any(String), id: 'r1', ms: 3, msg: 'answered' });
  });

  it('holds back what is below its level', async () => {
    expect(await written('error', (log) => log.info({ a: 1 }, 'hello'))).toBe('');
  });

  it('cuts out secrets and words, at the top and one level down', async () => {
    const hidden = 'hunter2';
    const line = await written('info', (log) => {
      log.info({
        password: hidden,
        token: hidden,
        text: hidden,
        body: {
          password: hidden,
          secret: hidden,
          token: hidden,
          text: hidden,
          email: hidden,
          phone: hidden,
          link: hidden,
        },
        headers: { authorization: hidden, cookie: hidden },
        req: { headers: { authorization: hidden, cookie: hidden } },
        kept: 'yes',
      });
    });
    expect(line).not.toContain(hidden);
    expect(line).toContain('"kept":"yes"');
  });

  it('tells an error without the row a database repeats in it', async () => {
    const error = Object.assign(new Error('new row violates check constraint "feedback_rating_check"'), {
      code: '23514',
      detail: 'Failing row contains (fb_1, 我的电话13800138000).',
      where: 'COPY feedback, line 1: "我的电话13800138000"',
      table: 'feedback',
    });
    const line = await written('info', (log) => {
      log.error({ error }, 'failed');
      log.error({ err: error, id: 1 });
    });
    expect(line).not.toContain('13800138000');
    expect(line).toContain('23514');
    expect(line).toContain('feedback_rating_check');
    expect(line).toContain('log.test.ts');
  });
});
