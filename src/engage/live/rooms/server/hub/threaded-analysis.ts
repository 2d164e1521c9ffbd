// Analyses rooms in threads beside the one that answers requests: a room always in the same thread, by the hash of its id.

import type { Worker } from 'node:worker_threads';
import { fnv1a } from '../../../../../kit/hash.ts';
import type { Log } from '../../../../../platform/log/log.ts';
import { startThread } from '../../../../../platform/threads/start-thread.ts';
import type { ProductSums, RoomPatch, RoomState } from '../../../analysis/core/analysis.contract.ts';
import { applyPatch } from '../../../analysis/core/patch.contract.ts';
import type { AnalysisHost, AnalysisLine, AnalysisStart } from './analysis-host.ts';
import type { FromWorker, ToWorker } from './worker.contract.ts';

interface Thread {
  worker: Worker;
  ready: Promise<void>;
  lines: Map<number, LineEnd>;
  asks: Map<number, Asked>;
}

type Answer = Extract<FromWorker, { say: 'answer' }>;
interface Asked {
  resolve: (answer: Answer) => void;
  reject: (error: Error) => void;
}

/** What the hub's end of a line does when its thread speaks. */
interface LineEnd {
  opened(state: RoomState): void;
  failed(why: string): void;
  took(count: number): void;
  patched(patch: RoomPatch): void;
}

/** @param options.threads at least 1 */
export function threadedAnalysis(options: { threads: number; log: Log }): AnalysisHost {
  const threads = new Map<number, Thread>();
  let tellBroken = () => {};
  let lineNumber = 0;
  let askNumber = 0;
  let isClosing = false;

  function start(index: number): Thread {
    const worker = startThread(SCRIPT, { name: `huiyin live ${index}`, resourceLimits: LIMITS });
    const lines = new Map<number, LineEnd>();
    const asks = new Map<number, Asked>();
    let isReady = () => {};
    let isBroken = (_error: Error) => {};
    const ready = new Promise<void>((resolve, reject) => {
      isReady = resolve;
      isBroken = reject;
    });
    ready.catch(() => {});
    worker.on('message', (message: FromWorker) => {
      if (message.say === 'ready') isReady();
      else if (message.say === 'answer') {
        asks.get(message.ask)?.resolve(message);
        asks.delete(message.ask);
      } else {
        const line = lines.get(message.line);
        if (message.say === 'opened') line?.opened(message.state);
        else if (message.say === 'failed') line?.failed(message.why);
        else if (message.say === 'took') line?.took(message.count);
        else line?.patched(message.patch);
      }
    });
    const end = (error: Error) => {
      isBroken(error);
      threads.delete(index);
      for (const asked of asks.values()) asked.reject(error);
      for (const line of lines.values()) line.failed(error.message);
      if (isClosing) return;
      options.log.error({ error }, 'a thread of the live analysis ended');
      tellBroken();
    };
    worker.on('error', end);
    worker.on('exit', (code) => (threads.has(index) ? end(new Error(`ended with ${code}`)) : undefined));
    // Rooms keep the process alive by their own sockets; a thread alone must not.
    worker.unref();
    const thread = { worker, ready, lines, asks };
    threads.set(index, thread);
    return thread;
  }

  const threadOf = (roomId: string) => {
    const index = fnv1a(roomId) % options.threads;
    return threads.get(index) ?? start(index);
  };

  return {
    warm(roomIds) {
      for (const roomId of roomIds) threadOf(roomId);
    },
    async open(begin) {
      const thread = threadOf(begin.roomId);
      await thread.ready;
      lineNumber += 1;
      return openLine(thread, lineNumber, begin, (ask) => {
        askNumber += 1;
        const number = askNumber;
        return new Promise((resolve, reject) => {
          thread.asks.set(number, { resolve, reject });
          thread.worker.postMessage({ ...ask, ask: number } as ToWorker);
        });
      });
    },
    onBroken(listener) {
      tellBroken = listener;
    },
    async close() {
      isClosing = true;
      const all = [...threads.values()];
      threads.clear();
      await Promise.all(all.map(({ worker }) => worker.terminate()));
    },
  };
}

type Ask = (message: { do: 'idle' | 'save' | 'sums'; line: number }) => Promise<Answer>;

async function openLine(thread: Thread, line: number, start: AnalysisStart, ask: Ask): Promise<AnalysisLine> {
  const post = (message: ToWorker) => thread.worker.postMessage(message);
  const listeners = new Set<(patch: RoomPatch) => void>();
  const rests: { below: number; resolve: () => void }[] = [];
  let waiting = 0;
  let state: RoomState | undefined;
  let isDead = false;
  await new Promise<void>((resolve, reject) => {
    thread.lines.set(line, {
      opened(first) {
        state = first;
        resolve();
      },
      failed(why) {
        isDead = true;
        for (const rest of rests.splice(0)) rest.resolve();
        reject(new Error(why));
      },
      took(count) {
        waiting -= count;
        for (let index = rests.length - 1; index >= 0; index -= 1) {
          if (waiting < rests[index]!.below) rests.splice(index, 1)[0]!.resolve();
        }
      },
      patched(patch) {
        state = applyPatch(state!, patch);
        for (const listener of listeners) listener(patch);
      },
    });
    post({ do: 'open', line, start });
  });
  return {
    send(events, text) {
      if (isDead) return;
      post({ do: 'take', line, text, count: events.length, waiting });
      waiting += events.length;
    },
    setShelf: (items) => post({ do: 'shelf', line, items }),
    addLosses: (losses) => post({ do: 'losses', line, ...losses }),
    waiting: () => waiting,
    room(below) {
      if (isDead || waiting < below) return Promise.resolve();
      return new Promise((resolve) => rests.push({ below, resolve }));
    },
    state: () => state!,
    onPatch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    idle: async () => void (await ask({ do: 'idle', line })),
    save: async () => (await ask({ do: 'save', line })).text!,
    sums: async (): Promise<ProductSums[]> => (await ask({ do: 'sums', line })).sums!,
    close() {
      post({ do: 'close', line });
      thread.lines.delete(line);
    },
  };
}

const SCRIPT = { from: import.meta.url, source: './analysis.worker.ts', bundled: 'live-analysis' };

/**
 * A show remembers some 40 MB, however long it is. Left alone, V8 lets the heap of a thread grow to four times of what it holds before it
 * collects the rest; with a limit up to a gigabyte it stays near half as much again. The limit is far above what rooms hold.
 */
const LIMITS = { maxOldGenerationSizeMb: 640, maxYoungGenerationSizeMb: 24 };
