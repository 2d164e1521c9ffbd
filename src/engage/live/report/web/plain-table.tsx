// A small table of finished texts whose rows may be opened.
import type { ReactNode } from 'react';

export interface PlainRow {
  key: string;
  cells: ReactNode[];
  /** stands before the cells: what chooses the row */
  lead?: ReactNode;
  onOpen?: () => void;
}

export function PlainTable(props: {
  label: string;
  head: string[];
  rows: PlainRow[];
  /** places of columns that hold numbers */
  numeric?: readonly number[];
  empty: string;
}) {
  if (props.rows.length === 0) return <p className="show-empty hy-quiet">{props.empty}</p>;
  const isLed = props.rows.some((row) => row.lead !== undefined);
  const className = (at: number) => (props.numeric?.includes(at) ? 'show-number' : undefined);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keys as well
    <section className="show-tablebox" tabIndex={0} aria-label={props.label}>
      <table className="show-table">
        <thead>
          <tr>
            {isLed && <td className="show-lead" />}
            {props.head.map((name, at) => (
              <th key={name || at} scope="col" className={className(at)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.key}>
              {isLed && <td className="show-lead">{row.lead}</td>}
              {row.cells.map((cell, at) => (
                <td key={props.head[at] || at} className={className(at)}>
                  {at === 0 && row.onOpen ? (
                    <button type="button" className="show-jump" onClick={row.onOpen}>
                      {cell}
                    </button>
                  ) : (
                    cell
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
