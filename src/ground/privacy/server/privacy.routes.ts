// Binds export and erasure.
import { ok, refuse } from '../../../kit/result.ts';
import { sent } from '../../../platform/http/mounted-route.ts';
import { readPerson } from '../../people/server/door.ts';
import { on } from '../../serve.ts';
import { erasePersonRoute, exportPersonRoute, personKeptRoute } from '../core/privacy.contract.ts';
import { countKept } from './privacy.reads.ts';
import type { PrivacyDesk } from './privacy-desk.ts';
import { gatherTraces } from './traces.ts';
import { erasePerson } from './verbs/erase-person.ts';
import { exportPerson } from './verbs/export-person.ts';
import { writeExport } from './write-export.ts';

export function privacyRoutes(desk: PrivacyDesk) {
  return [
    on(personKeptRoute, ({ env, params }) =>
      env.db.read(async (tx) => {
        if (!(await readPerson(tx, params.id))) return refuse('not_found');
        const traces = await gatherTraces(tx, desk.keepers, params.id);
        return ok({ sections: await countKept(tx, desk.keepers, params.id, traces) });
      }),
    ),
    on(exportPersonRoute, async ({ env, params, reply }) => {
      const done = await exportPerson(env, desk, { personId: params.id });
      if (!done.ok) return done;
      reply
        .type('application/json; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="person-${env.now.toISOString().slice(0, 10)}.json"`)
        .send(writeExport(env.now, done.value));
      return sent;
    }),
    on(erasePersonRoute, ({ env, params, body }) =>
      erasePerson(env, desk, { personId: params.id, reason: body.reason }),
    ),
  ];
}
