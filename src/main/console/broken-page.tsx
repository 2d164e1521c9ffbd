// A page that failed while being drawn: the rest of the console goes on.
import { ErrorPlace } from '../../ui/places.tsx';

export function BrokenPage({ error, reset }: { error: unknown; reset: () => void }) {
  return (
    <main className="hy-main">
      <ErrorPlace error={error} onRetry={reset} />
    </main>
  );
}
