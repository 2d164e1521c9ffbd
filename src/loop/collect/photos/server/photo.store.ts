// Writes and reads pictures of voices; the words on pins are masked like any other words of a customer.
import sql from 'sql-template-tag';
import { newId } from '../../../../kit/ids.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { type KeptPhoto, savePhotoRows } from '../../../../platform/files/photo.ts';
import { maskPersonalData } from '../../../../text/personal-data.ts';
import type { PhotoView, Pin } from '../core/photo.contract.ts';

/** Puts kept pictures to a voice, in the order given. */
export async function attachPhotos(
  tx: Tx,
  input: { feedbackId: string; photos: readonly { kept: KeptPhoto; pins: readonly Pin[] }[]; now: Date },
): Promise<void> {
  for (const [position, { kept, pins }] of input.photos.entries()) {
    const shown = pins.map((one) => ({ ...one, note: maskPersonalData(one.note).masked }));
    await savePhotoRows(tx, kept, input.now);
    await tx.run(sql`
      INSERT INTO feedback_photos (id, workspace_id, feedback_id, position, file_id, thumb_id, width, height, pins, created_at)
      VALUES (${newId('photo')}, ${tx.workspaceId}, ${input.feedbackId}, ${position}, ${kept.full.id}, ${kept.thumb.id},
        ${kept.width}, ${kept.height}, ${JSON.stringify(shown)}::jsonb, ${input.now})`);
  }
}

/** Pictures of these voices, in their order. `base` is the address under which one picture is shown. */
export async function photosOf(
  tx: Tx,
  feedbackIds: readonly string[],
  base: (photoId: string) => string = (id) => `/api/v1/photos/${id}`,
): Promise<PhotoView[]> {
  if (feedbackIds.length === 0) return [];
  const rows = await tx.rows<Omit<PhotoView, 'path' | 'smallPath'>>(sql`
    SELECT id, feedback_id AS "feedbackId", width, height, pins FROM feedback_photos
    WHERE workspace_id = ${tx.workspaceId} AND feedback_id = ANY(${feedbackIds}::text[])
    ORDER BY feedback_id, position LIMIT 300`);
  return rows.map((row) => ({ ...row, path: base(row.id), smallPath: `${base(row.id)}?size=small` }));
}

/** The file behind a picture; nothing when this workspace has none by that id. */
export async function fileOfPhoto(
  tx: Tx,
  photoId: string,
  size: 'full' | 'small',
): Promise<{ fileId: string; feedbackId: string } | undefined> {
  return tx.maybe<{ fileId: string; feedbackId: string }>(sql`
    SELECT CASE WHEN ${size}::text = 'small' THEN thumb_id ELSE file_id END AS "fileId", feedback_id AS "feedbackId"
    FROM feedback_photos WHERE workspace_id = ${tx.workspaceId} AND id = ${photoId}`);
}

/** Takes the pictures of these voices away. @returns the files to remove from disk */
export async function dropPhotos(tx: Tx, feedbackIds: readonly string[]): Promise<string[]> {
  const gone = await tx.rows<{ file_id: string; thumb_id: string }>(sql`
    DELETE FROM feedback_photos WHERE workspace_id = ${tx.workspaceId} AND feedback_id = ANY(${feedbackIds}::text[])
    RETURNING file_id, thumb_id`);
  return gone.flatMap((row) => [row.file_id, row.thumb_id]);
}
