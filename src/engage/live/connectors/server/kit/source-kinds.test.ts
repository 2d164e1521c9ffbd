// Every kind of source can be set up by a person: its fields are known and named in both languages, its secrets stay secret.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { connectorManifests, connectorOf } from './registry.ts';
import { checkSettings, sourceKinds } from './source-kinds.ts';

interface Sentences {
  kind: Record<string, { name: string; about: string; missing: string }>;
  field: Record<string, string>;
  fieldHint: Record<string, string>;
}
const sentences = (language: string) =>
  JSON.parse(
    readFileSync(new URL(`../../../../../../locales/${language}/livesources.json`, import.meta.url), 'utf8'),
  ) as Sentences;

describe('kinds of sources', () => {
  it('have a name each, and unofficial readers are marked', () => {
    const kinds = connectorManifests().map(({ kind }) => kind);
    expect(new Set(kinds).size).toBe(kinds.length);
    expect(
      connectorManifests()
        .filter(({ isOfficial }) => !isOfficial)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['bilibili', 'tiktok']);
    expect(connectorOf('bilibili')?.manifest.trust).toBe('scraped');
    expect(connectorOf('nothing')).toBeNull();
  });

  it.each(connectorManifests().map((manifest) => [manifest.kind, manifest] as const))(
    '%s can be run as it says',
    (kind, manifest) => {
      const connector = connectorOf(kind);
      expect(typeof connector?.receive === 'function').toBe(manifest.transport === 'push');
      if (manifest.transport === 'listen' || manifest.transport === 'poll')
        expect(connector?.open).toBeTypeOf('function');
      for (const name of [...manifest.secrets, ...(manifest.madeSecret ? [manifest.madeSecret] : [])])
        expect(Object.keys(manifest.settings.shape)).toContain(name);
    },
  );

  it.each(['en', 'zh-CN'])('and their fields are named in %s', (language) => {
    const told = sentences(language);
    for (const { kind, fields } of sourceKinds()) {
      expect(told.kind[kind], kind).toMatchObject({ name: /./, about: /./, missing: /./ });
      for (const { name } of fields)
        expect([told.field[name], told.fieldHint[name]], `${kind} ${name}`).not.toContain(undefined);
    }
  });

  it('say what a form must ask', () => {
    expect(sourceKinds().find(({ kind }) => kind === 'bilibili')?.fields).toEqual([
      { name: 'roomId', type: 'text', isSecret: false, isRequired: true, choices: [] },
      { name: 'session', type: 'text', isSecret: true, isRequired: false, choices: [] },
    ]);
    expect(sourceKinds().some(({ transport }) => transport === 'file')).toBe(false);
  });
});

describe('settings', () => {
  it('part what may be shown from what is sealed', () => {
    expect(checkSettings('bilibili', { roomId: '5050', session: 'abcdef%2C123456', other: 1 })).toEqual({
      ok: true,
      open: { roomId: '5050' },
      secret: { session: 'abcdef%2C123456' },
      settings: { roomId: '5050', session: 'abcdef%2C123456' },
    });
    expect(checkSettings('bilibili', { roomId: '5050', session: '' })).toMatchObject({ ok: true, secret: {} });
  });

  it('name what is wrong', () => {
    expect(checkSettings('bilibili', { roomId: 'five' })).toEqual({
      ok: false,
      reason: 'bad_settings',
      fields: ['roomId'],
    });
    expect(checkSettings('bilibili-open', {})).toMatchObject({
      fields: ['appId', 'accessKeyId', 'accessKeySecret', 'code'],
    });
    expect(checkSettings('nothing', {})).toMatchObject({ reason: 'unknown_source' });
  });
});
