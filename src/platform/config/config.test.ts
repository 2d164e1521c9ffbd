import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { originOf, readConfig } from './config.ts';

const HERE = path.resolve('/srv/huiyin');
const read = (given: Record<string, string | undefined>) => readConfig(given, HERE);

describe('settings', () => {
  it('need nothing from outside', () => {
    const { liveThreads, ...settings } = read({});
    // As many threads as the machine has cores beside the one that answers.
    expect(liveThreads).toBeGreaterThanOrEqual(1);
    expect(settings).toEqual({
      port: 4870,
      host: '127.0.0.1',
      dataDir: path.join(HERE, 'data'),
      publicUrl: null,
      logLevel: 'info',
      trustedProxies: [],
      secret: null,
      smtpIn: null,
      privateHosts: [],
      databaseUrl: null,
      smtpUrl: null,
      mailFrom: 'Huiyin <no-reply@localhost>',
      asksBeacon: true,
    });
  });

  it('let letters in only where asked', () => {
    expect(read({ HUIYIN_SMTP_IN_PORT: '2525' }).smtpIn).toEqual({ host: '127.0.0.1', port: 2525 });
    expect(read({ HUIYIN_PRIVATE_HOSTS: 'Mail.lan, 10.0.0.5' }).privateHosts).toEqual(['mail.lan', '10.0.0.5']);
    expect(() => read({ HUIYIN_SMTP_IN_PORT: '99999' })).toThrow('HUIYIN_SMTP_IN_PORT');
  });

  it('left empty count as not given', () => {
    expect(read({ HUIYIN_PORT: '', DATABASE_URL: '', HUIYIN_TRUSTED_PROXIES: '' })).toEqual(read({}));
  });

  it('are read into their kinds', () => {
    const config = read({
      HUIYIN_PORT: '8080',
      HUIYIN_DATA: '/var/huiyin',
      HUIYIN_PUBLIC_URL: 'https://voice.example/help//',
      HUIYIN_TRUSTED_PROXIES: ' 10.0.0.0/8, ::1 ,loopback,',
      DATABASE_URL: 'postgresql://u:p@db/x',
      SMTP_URL: 'smtps://mail.example',
    });
    expect(config).toMatchObject({
      port: 8080,
      dataDir: path.resolve('/var/huiyin'),
      publicUrl: 'https://voice.example/help',
      trustedProxies: ['10.0.0.0/8', '::1', 'loopback'],
      databaseUrl: 'postgresql://u:p@db/x',
      smtpUrl: 'smtps://mail.example',
    });
  });

  it.each([
    [{ HUIYIN_PUBLIC_URL: 'https://voice.example/' }, 'https://voice.example'],
    [{}, 'http://127.0.0.1:4870'],
    [{ HUIYIN_HOST: '0.0.0.0', HUIYIN_PORT: '80' }, 'http://localhost:80'],
    [{ HUIYIN_HOST: '::' }, 'http://localhost:4870'],
    [{ HUIYIN_HOST: 'fd00::1' }, 'http://[fd00::1]:4870'],
    [{ HUIYIN_HOST: 'desk.local' }, 'http://desk.local:4870'],
  ])('%j make links that start with %s', (given, origin) => {
    expect(originOf(read(given))).toBe(origin);
  });

  it.each([
    ['HUIYIN_PORT', '65536'],
    ['HUIYIN_PORT', '-1'],
    ['HUIYIN_PORT', '1e3'],
    ['HUIYIN_PORT', ' '],
    ['HUIYIN_PORT', '80.5'],
    ['HUIYIN_PUBLIC_URL', 'voice.example'],
    ['HUIYIN_PUBLIC_URL', 'javascript:alert(1)'],
    ['HUIYIN_PUBLIC_URL', 'ftp://voice.example'],
    ['HUIYIN_PUBLIC_URL', 'https://voice.example/?a=1'],
    ['HUIYIN_PUBLIC_URL', 'https://user:hunter2@voice.example'],
    ['HUIYIN_TRUSTED_PROXIES', 'nginx'],
    ['HUIYIN_TRUSTED_PROXIES', '10.0.0.0/33'],
    ['HUIYIN_TRUSTED_PROXIES', '10.0.0.1,true'],
    ['HUIYIN_SECRET', 'hunter2'],
    ['HUIYIN_LOG', 'loud'],
    ['DATABASE_URL', 'mysql://root:hunter2@db/x'],
    ['SMTP_URL', 'http://mail.example'],
  ])('names %s when it is %s, and never its value', (name, value) => {
    let message = '';
    try {
      read({ [name]: value });
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).toContain(name);
    expect(message).not.toContain('hunter2');
  });
});
