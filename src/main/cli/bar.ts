// A progress bar on a terminal, a line now and then in a pipe; always on standard error, so that output stays clean.
import cliProgress from 'cli-progress';

export interface Bar {
  /** @param share 0-1 @param count what has been done, shown as it is */
  move(share: number, count: number): void;
  end(): void;
}

export function createBar(name: string): Bar {
  const bar = new cliProgress.SingleBar({
    format: `${name} [{bar}] {percentage}% {rows} rows, {eta_formatted} left`,
    stream: process.stderr,
    noTTYOutput: true,
    notTTYSchedule: 10_000,
    hideCursor: true,
    clearOnComplete: false,
  });
  bar.start(1000, 0, { rows: 0 });
  return {
    move: (share, count) => bar.update(Math.floor(Math.min(1, share) * 1000), { rows: count }),
    end() {
      bar.update(1000);
      bar.stop();
    },
  };
}
