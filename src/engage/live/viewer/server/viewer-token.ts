// Who a viewer is without knowing who he is: a name drawn by lot or handed over signed by the shop, sealed into a token.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Sealer } from '../../../../platform/secrets/seal.ts';

export interface Viewer {
  workspaceId: string;
  /** Pseudonym within the workspace; hand it to `LiveRoom.uidOf('own', uid)` or as `user.uid` of a decoded event. */
  uid: string;
  /** As he wants to be called, or null. */
  name: string | null;
  /** The shop has signed who he is: one person however many browsers he uses. */
  isSigned: boolean;
}

/** What a shop signs: its own id of the visitor, a name to show if it likes, seconds since 1970. */
export interface SignedIdentity {
  user: string;
  name?: string | undefined;
  at: number;
  /** HMAC-SHA-256 in hex over `user`, `name` and `at`, joined by line feeds, with the room's identity secret. */
  sig: string;
}

const TOKEN = /^hyv1\.(ws_[0-9a-z]{26})\.([ga][\w-]{20,44})\.([0-9a-f]{32})(?:\.([\w-]{1,120}))?$/;
/** A page that was signed longer ago must be loaded anew. */
const IDENTITY_MAX_AGE_S = 24 * 3600;

/** The token in which a viewer keeps his pseudonym; the name is not part of what is signed, he may change it. */
export function viewerToken(sealer: Sealer, viewer: Viewer): string {
  const proof = sealer.blindIndex(viewer.workspaceId, 'live_viewer_token', viewer.uid);
  const name = viewer.name ? `.${Buffer.from(viewer.name).toString('base64url')}` : '';
  return `hyv1.${viewer.workspaceId}.${viewer.uid}.${proof}${name}`;
}

/** @returns the viewer, or null when nobody of ours made this token */
export function readViewerToken(sealer: Sealer, token: unknown): Viewer | null {
  const parts = typeof token === 'string' && token.length < 300 ? TOKEN.exec(token) : null;
  if (!parts) return null;
  const [, workspaceId = '', uid = '', proof = '', name] = parts;
  const wanted = sealer.blindIndex(workspaceId, 'live_viewer_token', uid);
  if (!timingSafeEqual(Buffer.from(wanted), Buffer.from(proof))) return null;
  return {
    workspaceId,
    uid,
    name: name ? cleanName(Buffer.from(name, 'base64url').toString()) : null,
    isSigned: uid[0] === 'a',
  };
}

/** Reads the token of a request: header `x-live-viewer`, else `viewer` of the query or of the body. */
export function viewerOf(sealer: Sealer, request: Pick<FastifyRequest, 'headers' | 'query' | 'body'>): Viewer | null {
  const of = (from: unknown) => (from && typeof from === 'object' ? (from as { viewer?: unknown }).viewer : undefined);
  return readViewerToken(sealer, request.headers['x-live-viewer'] ?? of(request.query) ?? of(request.body));
}

/** Somebody new: a pseudonym drawn by lot. */
export function newViewer(workspaceId: string, name: string | null): Viewer {
  return { workspaceId, uid: `g${randomBytes(16).toString('base64url')}`, name, isSigned: false };
}

/** Somebody the shop vouches for. @returns null when the signature is wrong or older than a day */
export function signedViewer(
  sealer: Sealer,
  workspaceId: string,
  secret: string,
  identity: SignedIdentity,
  nowS: number,
): Viewer | null {
  if (Math.abs(nowS - identity.at) > IDENTITY_MAX_AGE_S) return null;
  const wanted = identityProof(secret, identity);
  const given = Buffer.from(identity.sig.toLowerCase());
  if (given.length !== wanted.length || !timingSafeEqual(Buffer.from(wanted), given)) return null;
  const uid = `a${sealer.blindIndex(workspaceId, 'live_viewer_identity', identity.user)}`;
  return { workspaceId, uid, name: cleanName(identity.name ?? ''), isSigned: true };
}

/** What the shop computes. */
export function identityProof(
  secret: string,
  identity: { user: string; name?: string | undefined; at: number },
): string {
  return createHmac('sha256', secret)
    .update(`${identity.user}\n${identity.name ?? ''}\n${identity.at}`)
    .digest('hex');
}

/** A name as it may be shown: one line, at most 20 characters; null when nothing is left. */
export function cleanName(text: string): string | null {
  const line = text
    .normalize('NFKC')
    .replace(/[\p{C}\p{Zl}\p{Zp}<>]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  return [...line].slice(0, 20).join('') || null;
}
