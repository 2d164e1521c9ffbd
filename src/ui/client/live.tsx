// Keeps one event stream open for the whole console and tells whoever listens what has just happened.
import { useEffect, useSyncExternalStore } from 'react';

/** What the stream sends: the type of event and the id of the thing it is about. */
export interface LiveEvent {
  type: string;
  subject: string;
}

type Handler = (event: LiveEvent) => void;
/** `idle` before sign-in, `open` when news arrives, `lost` when it has not for a while. */
export type LiveState = 'idle' | 'connecting' | 'open' | 'lost';

const handlers = new Map<Handler, readonly string[]>();
const watchers = new Set<() => void>();
let state: LiveState = 'idle';
let source: EventSource | null = null;
let lostTimer: ReturnType<typeof setTimeout> | undefined;
let retryTimer: ReturnType<typeof setTimeout> | undefined;
let attempts = 0;

function become(next: LiveState): void {
  if (state === next) return;
  state = next;
  for (const watcher of watchers) watcher();
}

/** Does an event type match a pattern such as `case.opened`, `case.*` or `*`? */
export function matches(pattern: string, eventType: string): boolean {
  return (
    pattern === '*' || pattern === eventType || (pattern.endsWith('.*') && eventType.startsWith(pattern.slice(0, -1)))
  );
}

/** Hands an event to everybody who listens for it. */
export function deliver(event: LiveEvent): void {
  for (const [handler, patterns] of handlers) if (patterns.some((one) => matches(one, event.type))) handler(event);
}

/**
 * Listens to event types without React. Bursts are answered at once and then at most every 1.5 s, so that an import
 * of a million rows does not turn into a million requests.
 * @returns how to stop listening
 */
export function onLive(patterns: readonly string[], run: Handler): () => void {
  let due: ReturnType<typeof setTimeout> | undefined;
  let last = 0;
  const handler: Handler = (event) => {
    if (due) return;
    const wait = Math.max(0, last + 1500 - Date.now());
    if (wait === 0) {
      last = Date.now();
      run(event);
      return;
    }
    due = setTimeout(() => {
      due = undefined;
      last = Date.now();
      run(event);
    }, wait);
  };
  handlers.set(handler, patterns);
  return () => {
    clearTimeout(due);
    handlers.delete(handler);
  };
}

function connect(address: string): void {
  source?.close();
  become(attempts === 0 ? 'connecting' : state);
  const stream = new EventSource(address);
  source = stream;
  stream.onopen = () => {
    clearTimeout(lostTimer);
    const back = attempts > 0;
    attempts = 0;
    become('open');
    // Whatever happened in between was missed, so everything on screen is read again.
    if (back) for (const handler of handlers.keys()) handler({ type: 'stream.reopened', subject: '' });
  };
  stream.onmessage = (message) => {
    try {
      const event = JSON.parse(String(message.data)) as Partial<LiveEvent>;
      if (event.type) deliver({ type: event.type, subject: event.subject ?? '' });
    } catch {
      // A comment or heartbeat in another form carries no news.
    }
  };
  stream.onerror = () => {
    stream.close();
    attempts += 1;
    if (attempts === 1) lostTimer = setTimeout(() => become('lost'), 4000);
    clearTimeout(retryTimer);
    retryTimer = setTimeout(() => connect(address), Math.min(30_000, 1000 * 2 ** Math.min(attempts, 5)));
  };
}

/** Closes the stream, at sign-out. */
export function stopLive(): void {
  clearTimeout(lostTimer);
  clearTimeout(retryTimer);
  source?.close();
  source = null;
  attempts = 0;
  become('idle');
}

/** Opens the stream for as long as the caller is mounted; only the shell does this. */
export function useLiveStream(address = '/api/v1/stream'): void {
  useEffect(() => {
    connect(address);
    return stopLive;
  }, [address]);
}

/** Whether news arrives; drives the banner. */
export function useLiveState(): LiveState {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => state,
    () => 'idle' as const,
  );
}
