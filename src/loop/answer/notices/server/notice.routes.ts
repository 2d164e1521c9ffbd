// Binds the routes of notices.
import { on } from '../../../../ground/serve.ts';
import { ok, refuse } from '../../../../kit/result.ts';
import { type AnswerDesk, readCase } from '../../desk/server/door.ts';
import { listNoticesRoute, previewNoticeRoute } from '../core/notice.contract.ts';
import { listNotices } from './notice.reads.ts';
import { previewNotice } from './preview-notice.ts';

/** Routes of notices. */
export function noticeMountedRoutes(desk: AnswerDesk) {
  return [
    on(listNoticesRoute, ({ env, params, query }) =>
      env.db.read(async (tx) => {
        if (!(await readCase(tx, params.id))) return refuse('not_found');
        return ok(await listNotices(tx, params.id, query));
      }),
    ),
    on(previewNoticeRoute, ({ env, params, body }) =>
      previewNotice(env, desk, { caseId: params.id, message: body.message }),
    ),
  ];
}
