// A titled part of a page on a hairline, and a list of terms; the two shapes most pages are made of.
import type { ReactNode } from 'react';
import './section.css';

/** @param end quiet things at the right of the title @param flush no side padding inside, for lists and charts */
export function Section(props: {
  title: ReactNode;
  sentence?: ReactNode;
  end?: ReactNode;
  flush?: boolean;
  children: ReactNode;
}) {
  return (
    <section className="hy-section">
      <header>
        <div>
          <h2>{props.title}</h2>
          {props.sentence && <p>{props.sentence}</p>}
        </div>
        {props.end && <div className="hy-section-end">{props.end}</div>}
      </header>
      <div className={props.flush ? 'hy-section-body hy-section-flush' : 'hy-section-body'}>{props.children}</div>
    </section>
  );
}

/** Terms and their values in two columns. */
export function Terms({ rows }: { rows: readonly { term: string; value: ReactNode }[] }) {
  return (
    <dl className="hy-terms">
      {rows.map((row) => (
        <div key={row.term}>
          <dt>{row.term}</dt>
          <dd>{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The body of a page that scrolls as a whole: side margins and sections apart. */
export function PageBody({ children }: { children: ReactNode }) {
  return <div className="hy-page-body">{children}</div>;
}
