// A thread that analyses rooms: lines of events come in, patches go out every quarter of a second.
import { parentPort } from 'node:worker_threads';
import type { Analyser } from '../../../analysis/core/analyser.contract.ts';
import type { LiveEvent } from '../../../stream/core/live-event.contract.ts';
import { PATCH_EVERY_MS } from './analysis-host.ts';
import { loadMaker } from './load-maker.ts';
import type { FromWorker, ToWorker } from './worker.contract.ts';

const port = parentPort!;
const say = (message: FromWorker) => port.postMessage(message);
const lines = new Map<number, Analyser>();
const make = await loadMaker();

function flush(line: number, analyser: Analyser): void {
  const patch = analyser.patch();
  if (patch) say({ say: 'patch', line, patch });
}

setInterval(() => {
  for (const [line, analyser] of lines) flush(line, analyser);
}, PATCH_EVERY_MS);

function take(analyser: Analyser, message: Extract<ToWorker, { do: 'take' }>): void {
  let left = message.count;
  let from = 0;
  const { text } = message;
  while (from < text.length) {
    const end = text.indexOf('\n', from);
    left -= 1;
    analyser.setBacklog(message.waiting + left);
    analyser.take(JSON.parse(text.slice(from, end)) as LiveEvent);
    from = end + 1;
  }
}

port.on('message', (message: ToWorker) => {
  if (message.do === 'open') {
    try {
      const analyser = make(message.start);
      lines.set(message.line, analyser);
      say({ say: 'opened', line: message.line, state: analyser.state() });
    } catch (error) {
      say({ say: 'failed', line: message.line, why: String(error) });
    }
    return;
  }
  const analyser = lines.get(message.line);
  if (!analyser) return;
  if (message.do === 'take') {
    take(analyser, message);
    say({ say: 'took', line: message.line, count: message.count });
  } else if (message.do === 'shelf') analyser.setShelf(message.items);
  else if (message.do === 'losses') analyser.addLosses(message);
  else if (message.do === 'close') lines.delete(message.line);
  else {
    flush(message.line, analyser);
    if (message.do === 'save') say({ say: 'answer', ask: message.ask, text: analyser.save() });
    else if (message.do === 'sums') say({ say: 'answer', ask: message.ask, sums: analyser.sums() });
    else say({ say: 'answer', ask: message.ask });
  }
});

say({ say: 'ready' });
