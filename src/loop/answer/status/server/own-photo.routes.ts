// Shows a reporter the pictures he sent himself, behind the same secret as his page.
import sql from 'sql-template-tag';
import { onPublic } from '../../../../ground/serve.ts';
import { refuse } from '../../../../kit/result.ts';
import type { Database } from '../../../../platform/database/database.ts';
import type { FileStore } from '../../../../platform/files/file.store.ts';
import { fileOfPhoto, sendPhoto } from '../../../collect/photos/server/door.ts';
import { openLink } from '../../links/server/door.ts';
import { ownPhotoRoute } from '../core/own-voice.contract.ts';

export function ownPhotoRoutes(deps: { database: Database; files: FileStore }) {
  const { database, files } = deps;
  return [
    onPublic(ownPhotoRoute, async ({ params, query, reply, now }) => {
      const link = await openLink(database.machine, params.token, now);
      if (!link) return refuse('not_found');
      const file = await database.workspace(link.workspaceId).read(async (tx) => {
        const found = await fileOfPhoto(tx, params.id, query.size);
        // The words of a voice are his, or they are somebody else's: the same rule as for the page.
        const his = found
          ? await tx.maybe(sql`SELECT 1 FROM feedback_facts WHERE workspace_id = ${tx.workspaceId}
              AND id = ${found.feedbackId} AND (person_id = ${link.reporter} OR id = ${link.reporter})`)
          : undefined;
        return his ? found : undefined;
      });
      return file ? sendPhoto(reply, files, link.workspaceId, file.fileId) : refuse('not_found');
    }),
  ];
}
