// Every page opens the same way: where one is, one sentence about it, and the one thing to do next.
import type { ReactNode } from 'react';
import { GoLink } from './go.tsx';
import { Icon } from './icons.tsx';
import './page-header.css';

export interface PageHeaderProps {
  title: ReactNode;
  /** one sentence */
  sentence?: ReactNode;
  /** one primary button; further ones before it, quiet */
  action?: ReactNode;
  /** link above the title to where this belongs */
  back?: { to: string; label: string };
  /** tags beside the title */
  beside?: ReactNode;
  children?: ReactNode;
}

export function PageHeader({ title, sentence, action, back, beside, children }: PageHeaderProps) {
  return (
    <header className="hy-page-header">
      {back && (
        <GoLink to={back.to} className="hy-page-back">
          <Icon name="back" size={14} />
          {back.label}
        </GoLink>
      )}
      <div className="hy-page-line">
        <div className="hy-page-words">
          <h1>
            {title}
            {beside && <span className="hy-page-beside">{beside}</span>}
          </h1>
          {sentence && <p>{sentence}</p>}
        </div>
        {action && <div className="hy-page-action">{action}</div>}
      </div>
      {children}
    </header>
  );
}
