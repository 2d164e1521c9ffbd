// Reads a form with photos to its end, so that what was typed survives a photo that does not.
import type { FastifyRequest } from 'fastify';
import { MAX_PHOTO_BYTES } from '../../../../platform/files/photo.ts';
import { MAX_PHOTOS } from '../../../collect/photos/core/photo.contract.ts';

export interface ReadForm {
  fields: Record<string, string>;
  photos: Buffer[];
  problem: 'too_large_photo' | 'too_many_photos' | null;
}

/** @returns null when this is no form with parts */
export async function readMultipart(request: FastifyRequest): Promise<ReadForm | null> {
  if (!request.isMultipart()) return null;
  const read: ReadForm = { fields: {}, photos: [], problem: null };
  const limits = { files: 12, fields: 30, fieldSize: 64 * 1024, fileSize: MAX_PHOTO_BYTES };
  for await (const part of request.parts({ limits, throwFileSizeLimit: false } as never)) {
    if (part.type === 'field') {
      if (typeof part.value === 'string') read.fields[part.fieldname] = part.value;
      continue;
    }
    const chunks: Buffer[] = [];
    const keep = read.photos.length < MAX_PHOTOS;
    for await (const chunk of part.file) if (keep) chunks.push(chunk as Buffer);
    // A browser sends an empty file where none was chosen.
    if (!keep) read.problem ??= 'too_many_photos';
    else if (part.file.truncated) read.problem ??= 'too_large_photo';
    else if (chunks.length > 0) read.photos.push(Buffer.concat(chunks));
  }
  return read;
}
