// Binds the routes that make and undo links between repeats.
import { on } from '../../../../ground/serve.ts';
import { linkDuplicateRoute, unlinkDuplicateRoute } from '../core/duplicate.contract.ts';
import { linkDuplicate } from './verbs/link-duplicate.ts';
import { unlinkDuplicate } from './verbs/unlink-duplicate.ts';

export function duplicateRoutes() {
  return [
    on(linkDuplicateRoute, ({ env, params, body }) =>
      linkDuplicate(env, { feedbackId: params.id, duplicateOfId: body.duplicateOfId }),
    ),
    on(unlinkDuplicateRoute, ({ env, params }) => unlinkDuplicate(env, { feedbackId: params.id })),
  ];
}
