// Binds the routes of sources and the address platforms call.
import { on, onPublic } from '../../../../ground/serve.ts';
import { ok, refuse } from '../../../../kit/result.ts';
import { sent } from '../../../../platform/http/mounted-route.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import * as contract from '../../connectors/core/source.contract.ts';
import { sourceKinds } from '../../connectors/server/door.ts';
import type { PushDesk } from './push-desk.ts';
import { readRoom } from './room.reads.ts';
import { listSources } from './sources/source.reads.ts';
import type { SourceRunner } from './sources/source-runner.ts';
import { sourceViewOf } from './sources/source-view.ts';
import { createSource } from './verbs/create-source.ts';
import { editSource } from './verbs/edit-source.ts';
import { removeSource } from './verbs/remove-source.ts';

export interface SourceDeps {
  sealer: Sealer;
  runner: SourceRunner;
  desk: PushDesk;
}

export function liveSourceRoutes({ sealer, runner, desk }: SourceDeps) {
  return [
    on(contract.listSourceKindsRoute, async () => ok({ items: sourceKinds() })),
    on(contract.listSourcesRoute, async ({ env, params, origin }) =>
      env.db.read(async (tx) => {
        if (!(await readRoom(tx, params.id))) return refuse('not_found');
        return ok({ items: (await listSources(tx, params.id)).map((row) => sourceViewOf(row, origin)) });
      }),
    ),
    on(contract.createSourceRoute, async ({ env, params, body, origin }) => {
      const made = await createSource(env, sealer, { ...body, roomId: params.id });
      if (!made.ok) return made;
      await runner.refresh(params.id);
      return ok({ source: sourceViewOf(made.value.row, origin), secret: made.value.secret });
    }),
    on(contract.editSourceRoute, async ({ env, params, body, origin }) => {
      const changed = await editSource(env, sealer, { ...body, sourceId: params.id });
      if (!changed.ok) return changed;
      desk.forget(changed.value.push_key);
      await runner.refresh(changed.value.room_id);
      return ok(sourceViewOf(changed.value, origin));
    }),
    on(contract.removeSourceRoute, async ({ env, params }) => {
      const removed = await removeSource(env, { sourceId: params.id });
      if (!removed.ok) return removed;
      desk.forget(removed.value.push_key);
      await runner.refresh(removed.value.room_id);
      return ok(null);
    }),
    onPublic(contract.pushLiveRoute, async ({ params, request, reply, now }) => {
      const flat = (values: Record<string, unknown>) =>
        Object.fromEntries(
          Object.entries(values).map(([name, value]) => [name, value === undefined ? undefined : String(value)]),
        );
      const answer = await desk.receive(
        {
          method: request.method,
          headers: flat(request.headers),
          query: flat((request.query ?? {}) as Record<string, unknown>),
          body: new Uint8Array((request.body as Buffer | undefined) ?? []),
        },
        params.key,
        now,
      );
      if (!answer.ok) return answer;
      const { value } = answer;
      if (!value) reply.status(204).send();
      else
        reply
          .status(value.status ?? 200)
          .type(value.type ?? 'text/plain; charset=utf-8')
          .send(value.body);
      return sent;
    }),
  ];
}
