// A call or chat turn by turn: who spoke, which words are judged, and what was promised.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../../ui/client/hooks.ts';
import { ErrorPlace } from '../../../../ui/places.tsx';
import { TextSkeleton } from '../../../../ui/skeletons.tsx';
import { getTranscriptRoute, type TurnView } from '../core/transcript.contract.ts';
import './transcripts.css';

/** Turns shown before and after the ones that matter. */
const AROUND = 3;

/**
 * The conversation behind a feedback, or a whole session.
 * @param id of a session or of a feedback; @param about the feedback whose turns stand out
 */
export function Transcript({ id, about, heading }: { id: string; about?: string; heading?: string }) {
  const { t } = useTranslation('transcripts');
  const read = useRead(getTranscriptRoute, { params: { id } }, {});
  const [whole, setWhole] = useState(about === undefined);
  if (read.error) return about ? null : <ErrorPlace error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <TextSkeleton lines={5} />;
  const { turns } = read.data;
  const shown = whole ? turns : nearby(turns, about);
  return (
    <div className="hy-transcript">
      {heading && <h2>{heading}</h2>}
      <ol>
        {shown.map((turn) => (
          <Turn key={turn.position} turn={turn} about={about} />
        ))}
      </ol>
      {shown.length < turns.length && (
        <Button size="small" onClick={() => setWhole(true)}>
          {t('openWhole')} ({turns.length})
        </Button>
      )}
    </div>
  );
}

function nearby(turns: readonly TurnView[], about: string | undefined): readonly TurnView[] {
  const at = turns.flatMap((turn, index) => (turn.feedbackId === about ? [index] : []));
  const first = at[0];
  const last = at.at(-1);
  if (first === undefined || last === undefined) return turns.slice(0, 2 * AROUND);
  return turns.slice(Math.max(0, first - AROUND), last + AROUND + 1);
}

function Turn({ turn, about }: { turn: TurnView; about: string | undefined }) {
  const { t, i18n } = useTranslation('transcripts');
  const time = (at: string, withDay = false) =>
    new Intl.DateTimeFormat(i18n.language, {
      ...(withDay ? ({ month: 'short', day: 'numeric' } as const) : {}),
      hour: '2-digit',
      minute: '2-digit',
      ...(withDay ? {} : ({ second: '2-digit' } as const)),
      hourCycle: 'h23',
    }).format(new Date(at));
  const own = about !== undefined && turn.feedbackId === about;
  return (
    <li className={`hy-turn hy-turn-${turn.speaker}${own ? ' hy-turn-own' : ''}`}>
      <div className="hy-turn-head">
        <strong>{t(`speaker.${turn.speaker}`)}</strong>
        {turn.guessed && <span>{t('guessed')}</span>}
        {turn.at && <time dateTime={turn.at}>{time(turn.at)}</time>}
      </div>
      <p>{turn.text}</p>
      {turn.promise && (
        <span className="hy-turn-promise">
          {turn.promise.dueAt ? t('promisedBy', { at: time(turn.promise.dueAt, true) }) : t('promised')}
        </span>
      )}
    </li>
  );
}
