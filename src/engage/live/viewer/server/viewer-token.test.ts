// A viewer's token cannot be made up, carries over no wall, and a shop's signature stands for one person.
import { describe, expect, it } from 'vitest';
import { newId } from '../../../../kit/ids.ts';
import { createSealer } from '../../../../platform/secrets/seal.ts';
import {
  cleanName,
  identityProof,
  newViewer,
  readViewerToken,
  signedViewer,
  viewerOf,
  viewerToken,
} from './viewer-token.ts';

const sealer = createSealer('x'.repeat(40));
const workspace = newId('ws');
const request = (more: object) => ({ headers: {}, query: {}, body: null, ...more }) as never;

describe('a viewer', () => {
  it('is known again by his token, from header, query or body', () => {
    const viewer = newViewer(workspace, '小鹿');
    const token = viewerToken(sealer, viewer);
    expect(readViewerToken(sealer, token)).toEqual(viewer);
    expect(viewerOf(sealer, request({ headers: { 'x-live-viewer': token } }))).toEqual(viewer);
    expect(viewerOf(sealer, request({ query: { viewer: token } }))).toEqual(viewer);
    expect(viewerOf(sealer, request({ body: { viewer: token } }))).toEqual(viewer);
    expect(viewerOf(sealer, request({}))).toBeNull();
  });

  it('cannot be somebody else or in another workspace', () => {
    const token = viewerToken(sealer, newViewer(workspace, null));
    const [head, , uid, proof] = token.split('.');
    expect(readViewerToken(sealer, [head, newId('ws'), uid, proof].join('.'))).toBeNull();
    expect(readViewerToken(sealer, [head, workspace, `a${uid!.slice(1)}`, proof].join('.'))).toBeNull();
    expect(readViewerToken(createSealer('y'.repeat(40)), token)).toBeNull();
    for (const junk of [null, 7, '', 'hyv1', token.slice(0, -3), `${token}.`])
      expect(readViewerToken(sealer, junk)).toBeNull();
  });

  it('is one person when the shop says so, and nobody when it did not', () => {
    const secret = 'hyi_secret';
    const sign = (user: string, at: number) => ({
      user,
      name: '安',
      at,
      sig: identityProof(secret, { user, name: '安', at }),
    });
    const one = signedViewer(sealer, workspace, secret, sign('customer', 1_000), 1_050)!;
    const two = signedViewer(sealer, workspace, secret, sign('customer', 2_000), 2_000)!;
    expect(one.uid).toBe(two.uid);
    expect(one.isSigned).toBe(true);
    expect(one.uid).not.toContain('customer');
    expect(signedViewer(sealer, workspace, secret, { ...sign('customer', 1_000), user: 'other' }, 1_050)).toBeNull();
    expect(signedViewer(sealer, workspace, secret, sign('customer', 1_000), 1_000 + 25 * 3600)).toBeNull();
    expect(signedViewer(sealer, workspace, 'other', sign('customer', 1_000), 1_050)).toBeNull();
  });

  it('has a name of one line without marks of pages', () => {
    expect(cleanName('  小\n鹿<b> \u202e ')).toBe('小鹿b');
    expect(cleanName('\u200b')).toBeNull();
    expect(cleanName('好'.repeat(30))).toBe('好'.repeat(20));
  });
});
