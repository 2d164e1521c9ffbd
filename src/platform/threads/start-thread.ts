// Starts a script in a thread of its own, from the bundle or from the sources alike.
import { Worker, type WorkerOptions } from 'node:worker_threads';

export interface ThreadScript {
  /** `import.meta.url` of the caller. */
  from: string;
  /** The script beside the caller, as it is called in the sources: `./analysis.worker.ts`. */
  source: string;
  /** Its entry in the bundle of the server (`vite.server.config.ts`): `live-analysis`. */
  bundled: string;
}

/** A thread that runs the script; in the bundle the entry lies beside the command line, in the sources tsx is taught to the thread first. */
export function startThread(script: ThreadScript, options: WorkerOptions): Worker {
  const { from } = script;
  if (!from.endsWith('.ts')) {
    const folder = from.slice(0, from.lastIndexOf('/server/') + '/server/'.length);
    return new Worker(new URL(`${script.bundled}.js`, folder), options);
  }
  const source = JSON.stringify(new URL(script.source, from).href);
  const teach = `import('tsx/esm/api').then((tsx) => { tsx.register(); return import(${source}) })`;
  return new Worker(teach, { ...options, eval: true });
}
