// Binds the routes by which staff look at pictures.
import { on } from '../../../../ground/serve.ts';
import { ok, refuse } from '../../../../kit/result.ts';
import type { FileStore } from '../../../../platform/files/file.store.ts';
import { listPhotosRoute, showPhotoRoute } from '../core/photo.contract.ts';
import { fileOfPhoto, photosOf } from './door.ts';
import { sendPhoto } from './send-photo.ts';

export function photoMountedRoutes(files: FileStore) {
  return [
    on(listPhotosRoute, async ({ env, query }) =>
      ok({ items: await env.db.read((tx) => photosOf(tx, query.feedback)) }),
    ),
    on(showPhotoRoute, async ({ env, params, query, reply }) => {
      const found = await env.db.read((tx) => fileOfPhoto(tx, params.id, query.size));
      return found ? sendPhoto(reply, files, env.workspace, found.fileId) : refuse('not_found');
    }),
  ];
}
