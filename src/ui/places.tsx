// What stands where rows would be: a place that teaches when there is nothing, and one that helps when it went wrong.
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem, problemText } from './client/problem.ts';
import { MarkPicture } from './mark.tsx';
import './places.css';

export interface EmptyPlaceProps {
  title: string;
  /** what this is and how it fills */
  text?: ReactNode;
  /** one button */
  action?: ReactNode;
  mood?: 'quiet' | 'done' | 'search';
  /** 1 when it is the whole page */
  level?: 1 | 2;
}

/** Nothing here: says what this is, offers one action, shows the mark. */
export function EmptyPlace({ title, text, action, mood = 'quiet', level = 2 }: EmptyPlaceProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className="hy-place">
      <MarkPicture mood={mood} />
      <Heading>{title}</Heading>
      {text && <p>{text}</p>}
      {action && <div className="hy-place-action">{action}</div>}
    </div>
  );
}

/** Something failed: what happened, what was kept, what to do. @param kept sentence on what is safe */
export function ErrorPlace({ error, onRetry, kept }: { error: unknown; onRetry?: () => void; kept?: string }) {
  const { t } = useTranslation('ui');
  const problem = asProblem(error);
  return (
    <div className="hy-place" role="alert">
      <MarkPicture mood="lost" />
      <h2>{problemText(t, problem)}</h2>
      <p>{kept ?? t('error.kept')}</p>
      {onRetry && (
        <div className="hy-place-action">
          <Button onClick={onRetry}>{t('error.retry')}</Button>
        </div>
      )}
    </div>
  );
}
