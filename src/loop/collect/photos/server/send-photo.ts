// Sends a stored picture with headers under which it can only ever be a picture.
import type { FastifyReply } from 'fastify';
import type { FileStore } from '../../../../platform/files/file.store.ts';
import { PHOTO_HEADERS } from '../../../../platform/files/photo.ts';
import { sent } from '../../../../platform/http/mounted-route.ts';

export function sendPhoto(reply: FastifyReply, files: FileStore, workspaceId: string, fileId: string): typeof sent {
  void reply.headers(PHOTO_HEADERS).send(files.read(workspaceId, fileId));
  return sent;
}
