// Small shapes of the settings pages: a state with its sign, two lines in a row, a named field.
import type { ReactNode } from 'react';
import './settings.css';

/** A state told by a sign and a word. */
export function StateMark({ tone, children }: { tone: 'good' | 'bad' | 'wait' | 'plain'; children: ReactNode }) {
  return (
    <span className={`hy-state hy-state-${tone}`}>
      <i aria-hidden />
      {children}
    </span>
  );
}

/** A name with a quieter line beneath. */
export function TwoLines({ first, second }: { first: ReactNode; second?: ReactNode }) {
  return (
    <span className="hy-two-lines">
      <span>{first}</span>
      {second && <span>{second}</span>}
    </span>
  );
}

/** A field with its name above and a note below. `group` for fields that name themselves. */
export function PlainField(props: {
  name: string;
  note?: ReactNode;
  trouble?: string;
  group?: boolean;
  children: ReactNode;
}) {
  const Tag = props.group ? 'div' : 'label';
  return (
    <Tag className="hy-plain-field">
      <span>{props.name}</span>
      {props.children}
      {props.note && <small>{props.note}</small>}
      {props.trouble && (
        <span className="hy-ink-negative" role="alert">
          {props.trouble}
        </span>
      )}
    </Tag>
  );
}
