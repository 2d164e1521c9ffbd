// Binds the routes of mailboxes, letters and attachments.
import { tell } from '../../../../ground/env.ts';
import { on } from '../../../../ground/serve.ts';
import { ok, refuse } from '../../../../kit/result.ts';
import { sent } from '../../../../platform/http/mounted-route.ts';
import * as contract from '../core/mailbox.contract.ts';
import { attachmentOpened } from '../core/mailbox-events.contract.ts';
import { checkMailbox } from './check-mailbox.ts';
import type { FetchDeps } from './fetch-letters.ts';
import type { Listener } from './listener.ts';
import { attachmentsAbout, hasMailbox, listLetters, listMailboxes, openableAttachment } from './mailbox.reads.ts';
import { addMailbox } from './verbs/add-mailbox.ts';
import { changeMailbox } from './verbs/change-mailbox.ts';
import { removeMailbox } from './verbs/remove-mailbox.ts';

/** @param listener null while letters cannot be delivered */
export function mailboxMountedRoutes(deps: FetchDeps, listener: Listener | null) {
  return [
    on(contract.listMailboxesRoute, async ({ env, query }) => {
      const page = await env.db.read((tx) => listMailboxes(tx, query));
      return ok({ ...page, listener: listener?.address() ?? null });
    }),
    on(contract.addMailboxRoute, ({ env, body }) => addMailbox(env, deps, body)),
    on(contract.changeMailboxRoute, ({ env, params, body }) =>
      changeMailbox(env, deps, { ...body, mailboxId: params.id }),
    ),
    on(contract.removeMailboxRoute, ({ env, params }) => removeMailbox(env, { mailboxId: params.id })),
    on(contract.checkMailboxRoute, ({ env, params }) =>
      checkMailbox(env, deps, { mailboxId: params.id, listening: Boolean(listener?.address()) }),
    ),
    on(contract.listLettersRoute, ({ env, params, query }) =>
      env.db.read(async (tx) =>
        (await hasMailbox(tx, params.id)) ? ok(await listLetters(tx, params.id, query)) : refuse('not_found'),
      ),
    ),
    on(contract.attachmentsRoute, async ({ env, query }) =>
      ok({ items: await env.db.read((tx) => attachmentsAbout(tx, query.about)) }),
    ),
    on(contract.openAttachmentRoute, async ({ env, params, reply }) => {
      const found = await env.db.write(async (tx) => {
        const file = await openableAttachment(tx, params.id);
        if (file) await tell(tx, env, attachmentOpened, { subject: params.id, data: { letterId: file.letterId } });
        return file;
      });
      if (!found) return refuse('not_found');
      const name = encodeURIComponent(found.name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
      // Never shown in a page of ours, whatever the browser thinks of it.
      void reply
        .header('content-type', 'application/octet-stream')
        .header('content-length', found.bytes)
        .header('content-disposition', `attachment; filename="attachment"; filename*=UTF-8''${name}`)
        .header('x-content-type-options', 'nosniff')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('cache-control', 'private, no-store')
        .send(deps.files.read(env.workspace, found.fileId));
      return sent;
    }),
  ];
}
