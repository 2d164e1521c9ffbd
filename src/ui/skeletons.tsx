// Loading looks like the page that is coming, in grey, so that nothing jumps when it arrives.
import './skeletons.css';

/** One grey bar. @param width CSS width @param height px */
export function Bone({ width = '100%', height = 12 }: { width?: string | number; height?: number }) {
  return <span className="hy-bone" style={{ width, height }} />;
}

const widths = ['62%', '48%', '71%', '55%', '66%', '43%', '58%', '74%'];

/** Rows of a list. @param rows how many @param height px of one row @param columns bars in a row after the wide one */
export function RowsSkeleton({
  rows = 10,
  height = 44,
  columns = 3,
}: {
  rows?: number;
  height?: number;
  columns?: number;
}) {
  return (
    <div aria-hidden className="hy-bones">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey bars have no identity
        <div key={row} className="hy-bone-row" style={{ height }}>
          <span style={{ flex: 1 }}>
            <Bone width={widths[row % widths.length]!} />
          </span>
          {Array.from({ length: columns }, (_, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: grey bars have no identity
            <Bone key={column} width={64} />
          ))}
        </div>
      ))}
    </div>
  );
}

/** A page: header, then a block. */
export function PageSkeleton() {
  return (
    <div aria-hidden className="hy-bone-page">
      <Bone width={180} height={20} />
      <Bone width={340} />
      <div style={{ height: 16 }} />
      <RowsSkeleton rows={8} />
    </div>
  );
}

/** Lines of text. */
export function TextSkeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div aria-hidden className="hy-bone-text">
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey bars have no identity
        <Bone key={line} width={line === lines - 1 ? '45%' : '92%'} />
      ))}
    </div>
  );
}
