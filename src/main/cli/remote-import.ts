// Imports into a running instance over its API: hands the file over, sets the mapping, follows the progress.
import { openAsBlob } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import { fillPath, type RouteSpec } from '../../kit/route.ts';
import {
  downloadImportErrorsRoute,
  getImportRoute,
  type ImportCounts,
  setImportMappingRoute,
  startImportRoute,
  uploadImportRoute,
} from '../../loop/collect/imports/core/import.contract.ts';
import type { Channel } from '../../loop/collect/intake/core/feedback.contract.ts';
import type { Columns } from './import.command.ts';
import { writeLines } from './write-lines.ts';

type ImportView = z.output<(typeof getImportRoute)['ok']>;

interface RemoteImport {
  origin: string;
  key: string;
  file: string;
  channel: Channel;
  columns: Columns;
  errors?: string | undefined;
  show: (counts: ImportCounts, share: number) => void;
}

/** @throws with the instance's own sentence when it refuses */
export async function importRemotely(input: RemoteImport): Promise<ImportCounts> {
  const send = async (spec: RouteSpec, params: Record<string, string>, body?: FormData | object): Promise<Response> => {
    const json = body !== undefined && !(body instanceof FormData);
    const answer = await fetch(new URL(fillPath(spec.path, params), input.origin), {
      method: spec.method,
      headers: {
        authorization: `Bearer ${input.key}`,
        'accept-language': 'en',
        ...(json ? { 'content-type': 'application/json' } : {}),
      },
      ...(body === undefined ? {} : { body: json ? JSON.stringify(body) : (body as FormData) }),
    });
    if (answer.ok) return answer;
    const problem = (await answer.json().catch(() => ({}))) as {
      title?: string;
      errors?: { path: string; message: string }[];
    };
    const where = problem.errors?.map((error) => `${error.path}: ${error.message}`).join('; ');
    throw new Error(`${problem.title ?? `the instance answered ${answer.status}`}${where ? ` (${where})` : ''}`);
  };
  const form = new FormData();
  form.set('file', await openAsBlob(input.file), path.basename(input.file));
  let view = (await (await send(uploadImportRoute, {}, form)).json()) as ImportView;
  const params = { id: view.id };
  const mapping = { ...view.mapping, channel: input.channel, columns: { ...view.mapping.columns, ...input.columns } };
  await send(setImportMappingRoute, params, mapping);
  await send(startImportRoute, params);
  for (;;) {
    view = (await (await send(getImportRoute, params)).json()) as ImportView;
    input.show(view.counts, view.state === 'done' ? 1 : (view.progress ?? 0));
    if (view.state === 'done' || view.state === 'failed' || view.state === 'cancelled') break;
    await sleep(400);
  }
  if (input.errors) {
    const answer = await send(downloadImportErrorsRoute, params);
    await writeLines(input.errors, answer.body!.pipeThrough(new TextDecoderStream()));
  }
  if (view.state !== 'done') throw new Error(`the import is ${view.state}; ${view.counts.recorded} rows are recorded`);
  return view.counts;
}
