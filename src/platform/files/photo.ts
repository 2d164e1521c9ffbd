// Takes a picture from a stranger: believes only its bytes, forgets where and with what it was taken, keeps a clean copy.
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { ok, type Result, refuse } from '../../kit/result.ts';
import type { Tx } from '../database/database.ts';
import { type FileStore, type StoredFile, saveFileRow } from './file.store.ts';

/** Bytes of one upload. */
export const MAX_PHOTO_BYTES = 8 * 1024 * 1024;
/** A picture of more pixels would need more memory than one upload may take (a 50-megapixel phone camera passes). */
const MAX_PIXELS = 60_000_000;
/** Longest side of what is kept, and of the small copy. */
const KEPT_SIDE = 2000;
const THUMB_SIDE = 320;

export type PhotoRefusal = 'invalid_photo' | 'too_large_photo';

export interface CleanPhoto {
  /** WebP without any metadata, upright. */
  full: Buffer;
  thumb: Buffer;
  width: number;
  height: number;
}

export interface KeptPhoto {
  full: StoredFile;
  thumb: StoredFile;
  width: number;
  height: number;
}

/** What the first bytes say it is; only these may reach the decoder. */
export function kindOfPhoto(bytes: Uint8Array): 'jpeg' | 'png' | 'webp' | 'avif' | null {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (bytes[0] === 0x89 && text(1, 4) === 'PNG' && bytes[4] === 0x0d && bytes[5] === 0x0a) return 'png';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp';
  if (text(4, 8) === 'ftyp' && ['avif', 'avis'].includes(text(8, 12))) return 'avif';
  return null;
}

/**
 * Decodes, turns upright and encodes anew, so that nothing of the file survives but its picture: no place, no camera, no
 * hidden thumbnail, no second file behind the first.
 */
export async function cleanPhoto(bytes: Buffer): Promise<Result<CleanPhoto, PhotoRefusal>> {
  if (bytes.length > MAX_PHOTO_BYTES) return refuse('too_large_photo');
  if (kindOfPhoto(bytes) === null) return refuse('invalid_photo');
  try {
    const open = () => sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', animated: false });
    const { width, height } = await open().metadata();
    if (!width || !height) return refuse('invalid_photo');
    if (width * height > MAX_PIXELS) return refuse('too_large_photo');
    const upright = await open()
      .rotate()
      .resize({ width: KEPT_SIDE, height: KEPT_SIDE, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .webp({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
    const thumb = await sharp(upright.data)
      .resize({ width: THUMB_SIDE, height: THUMB_SIDE, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 72 })
      .toBuffer();
    return ok({ full: upright.data, thumb, width: upright.info.width, height: upright.info.height });
  } catch (error) {
    if (error instanceof Error && /pixel limit/i.test(error.message)) return refuse('too_large_photo');
    return refuse('invalid_photo');
  }
}

/** Writes both copies to disk; their rows are the caller's, in his transaction. */
export async function keepPhoto(files: FileStore, workspaceId: string, photo: CleanPhoto): Promise<KeptPhoto> {
  const keep = async (bytes: Buffer, name: string): Promise<StoredFile> => ({
    ...(await files.save(workspaceId, Readable.from([bytes]), MAX_PHOTO_BYTES * 2)),
    purpose: 'photo',
    name,
    mediaType: 'image/webp',
  });
  const full = await keep(photo.full, 'photo.webp');
  try {
    return { full, thumb: await keep(photo.thumb, 'photo-small.webp'), width: photo.width, height: photo.height };
  } catch (error) {
    await files.remove(workspaceId, full.id);
    throw error;
  }
}

/** Records both copies in the caller's transaction. */
export async function savePhotoRows(tx: Tx, photo: KeptPhoto, now: Date): Promise<void> {
  await saveFileRow(tx, photo.full, now);
  await saveFileRow(tx, photo.thumb, now);
}

/** Headers under which a stored picture may be shown: never read as anything but a picture, never run. */
export const PHOTO_HEADERS = {
  'content-type': 'image/webp',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'content-disposition': 'inline; filename="photo.webp"',
  'cache-control': 'private, max-age=86400, immutable',
  'cross-origin-resource-policy': 'same-origin',
} as const;
