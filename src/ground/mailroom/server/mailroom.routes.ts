// Binds the routes of the mailroom.
import { cutPage, decodeCursor } from '../../../kit/cursor.ts';
import { ok, refuse } from '../../../kit/result.ts';
import { countMails, listMails, readMail } from '../../../platform/mail/mail.reads.ts';
import { on } from '../../serve.ts';
import { getMailRoute, listMailsRoute, MAIL_STATES, sendMailAgainRoute } from '../core/mailroom.contract.ts';
import { mailRowOf } from './mail.view.ts';
import { sendMailAgain } from './verbs/send-mail-again.ts';

/** @param deps.canSend whether a mail server is set */
export function mailroomMountedRoutes(deps: { canSend: boolean }) {
  return [
    on(listMailsRoute, ({ env, query }) =>
      env.db.read(async (tx) => {
        const before = decodeCursor(query.cursor, 1)?.[0];
        const rows = await listMails(tx, {
          state: query.state,
          subjectId: query.subjectId,
          beforeId: before === undefined ? undefined : String(before),
          limit: query.limit + 1,
        });
        const page = cutPage(rows, query.limit, (row) => [row.id]);
        const states = await countMails(tx, MAIL_STATES);
        return ok({
          items: page.items.map(mailRowOf),
          nextCursor: page.nextCursor,
          states,
          canSend: deps.canSend,
        });
      }),
    ),
    on(getMailRoute, async ({ env, params }) => {
      const mail = await env.db.read((tx) => readMail(tx, params.id));
      if (!mail) return refuse('not_found');
      return ok({ ...mailRowOf(mail), text: mail.text, messageId: mail.messageId });
    }),
    on(sendMailAgainRoute, ({ env, params }) => sendMailAgain(env, deps.canSend, params.id)),
  ];
}
