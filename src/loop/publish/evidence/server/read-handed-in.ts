// Reads what somebody hands in for checking: an uploaded file, or pasted text.
import type { FastifyRequest } from 'fastify';

const MOST_BYTES = 6 * 1024 * 1024;

/** The text; null when nothing was given. */
export async function readHandedIn(request: FastifyRequest): Promise<string | 'too_large' | null> {
  if (!request.isMultipart()) return null;
  let pasted: string | null = null;
  try {
    for await (const part of request.parts({
      limits: { fileSize: MOST_BYTES, fieldSize: MOST_BYTES, files: 1, fields: 5 },
    })) {
      if (part.type === 'field') {
        if (part.fieldname === 'text' && typeof part.value === 'string' && part.value.trim() !== '')
          pasted = part.value;
        continue;
      }
      const bytes = await part.toBuffer();
      if (bytes.length > 0) return bytes.toString('utf8');
    }
  } catch (error) {
    const { code } = error as { code?: string };
    if (code?.startsWith('FST_') || code?.startsWith('FST_REQ')) return 'too_large';
    throw error;
  }
  return pasted;
}
