// Themes that grew, shrank or are named most, each with customers' own sentences one click away.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../../ui/client/hooks.ts';
import { useSession } from '../../../../ui/client/session.tsx';
import { GoLink } from '../../../../ui/go.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { NumberDoor } from '../../../../ui/number-door.tsx';
import { Section } from '../../../../ui/section.tsx';
import { TextSkeleton } from '../../../../ui/skeletons.tsx';
import { Words } from '../../judgement/web/words.part.tsx';
import { listFeedbackRoute } from '../../search/core/search.contract.ts';
import { explorerQuery } from '../../search/web/explorer-query.part.tsx';
import type { OverviewView } from '../core/overview.contract.ts';
import { daysOf, windowOf } from './doors.ts';

type Move = OverviewView['topThemes'][number];

export function ThemeMoves({ view, kind }: { view: OverviewView; kind: 'rising' | 'falling' | 'top' }) {
  const { t } = useTranslation('pageoverview');
  const moves = { rising: view.risingThemes, falling: view.fallingThemes, top: view.topThemes }[kind];
  const [open, setOpen] = useState<string | null>(null);
  return (
    <Section title={t(`themes.${kind}`)} sentence={t(`themes.${kind}Sentence`)} flush>
      {moves.length === 0 ? (
        <p className="hy-overview-none">{t('themes.none')}</p>
      ) : (
        <ul className="hy-moves">
          {moves.slice(0, 6).map((move) => (
            <Row
              key={move.key}
              move={move}
              view={view}
              isOpen={open === move.key}
              onToggle={() => setOpen(open === move.key ? null : move.key)}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Row(props: { move: Move; view: OverviewView; isOpen: boolean; onToggle: () => void }) {
  const { t, i18n } = useTranslation('pageoverview');
  const { move, view, isOpen } = props;
  const change = move.count - move.previous;
  const whole = new Intl.NumberFormat(i18n.language);
  return (
    <li>
      <div className="hy-move">
        <button type="button" className="hy-move-name" aria-expanded={isOpen} onClick={props.onToggle}>
          <Icon name={isOpen ? 'down' : 'forward'} size={14} />
          <span className="hy-one-line">{i18n.language === 'en' ? move.en : move.zh}</span>
        </button>
        <span className="hy-move-negative hy-figure">
          {move.count > 0 && t('themes.negative', { count: Math.round((move.negative / move.count) * 100) })}
        </span>
        <span className="hy-move-change">
          <NumberDoor
            size="inline"
            value={change}
            text={`${change > 0 ? '↑' : change < 0 ? '↓' : ''}${whole.format(Math.abs(change))}`}
            formula={t('formula.themeChange')}
            metric="theme_change"
            denominator={t('themes.before', { count: move.previous, text: whole.format(move.previous) })}
            window={windowOf(view)}
            to="/feedback"
            search={{ theme: move.key, saidFrom: view.previousFrom, saidTo: view.to }}
          />
        </span>
        <span className="hy-move-count">
          <NumberDoor
            size="inline"
            value={move.count}
            formula={t('formula.themeCount')}
            window={windowOf(view)}
            to="/feedback"
            search={{ ...daysOf(view), theme: move.key }}
          />
        </span>
      </div>
      {isOpen && <Samples theme={move.key} view={view} />}
    </li>
  );
}

function Samples({ theme, view }: { theme: string; view: OverviewView }) {
  const { t } = useTranslation('pageoverview');
  const { workspace } = useSession();
  const read = useRead(listFeedbackRoute, {
    query: { ...explorerQuery({ ...daysOf(view), theme, repeats: 'hide' }, workspace.timeZone), limit: 3 },
  });
  if (!read.data)
    return <div className="hy-samples">{read.error ? t('themes.noSamples') : <TextSkeleton lines={3} />}</div>;
  return (
    <ul className="hy-samples">
      {read.data.items.map((one) => (
        <li key={one.id}>
          <GoLink to={`/feedback/${one.id}`}>
            <Words text={one.text} judgement={one.judgement && { ...one.judgement, reasons: [] }} lines={2} />
          </GoLink>
        </li>
      ))}
      {read.data.items.length === 0 && <li>{t('themes.noSamples')}</li>}
    </ul>
  );
}
