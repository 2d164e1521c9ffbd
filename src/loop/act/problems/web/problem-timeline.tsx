// What happened to a problem, newest first, each line one event in words.
import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useList } from '../../../../ui/client/hooks.ts';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { Section } from '../../../../ui/section.tsx';
import type { TimelineEntry } from '../../cases/core/case.contract.ts';
import { getProblemTimelineRoute } from '../core/problem-routes.contract.ts';

/** Said by another line already, or of no interest between the others. */
const SILENT = new Set(['problem.solved', 'problem.reopened', 'action.effective', 'effect.planned']);

export function ProblemTimeline({ problemId }: { problemId: string }) {
  const { t } = useTranslation('pageproblems');
  const list = useList(
    getProblemTimelineRoute,
    { params: { id: problemId }, query: { limit: 30 } },
    { on: ['problem.*', 'action.*', 'effect.*'] },
  );
  const shown = list.items.filter((one) => !SILENT.has(one.type) && !isLook(one));
  return (
    <Section title={t('timeline')}>
      <ol className="hy-problem-timeline">
        {shown.map((one) => (
          <li key={one.id}>
            <p>{lineOf(t, one)}</p>
            <p className="hy-faint">
              {one.actor.kind === 'system' ? t('product') : one.actor.name} · <RelativeTime at={one.at} />
            </p>
          </li>
        ))}
      </ol>
      {list.hasMore && (
        <Button type="text" size="small" onClick={() => list.loadMore()}>
          {t('cases.more')}
        </Button>
      )}
    </Section>
  );
}

/** The nightly figures before the review are on the effect's own page. */
function isLook(entry: TimelineEntry): boolean {
  return entry.type === 'effect.judged';
}

function lineOf(t: TFunction, { type, data }: TimelineEntry): string {
  const text = (key: string) => (typeof data[key] === 'string' ? (data[key] as string) : '');
  const count = (key: string) => (Array.isArray(data[key]) ? data[key].length : 0);
  return t(`event.${type}`, {
    title: text('title'),
    text: text('text'),
    reason: text('reason'),
    state: text('to') ? t(`state.${text('to')}`) : '',
    standing: text('standing') ? t(`standing.${text('standing')}`) : '',
    verdict: text('verdict') ? t(`verdict.${text('verdict')}`) : '',
    count: count('caseIds') + count('feedbackIds'),
    context: text('what') || (text('reason') && type !== 'action.withdrawn' ? 'why' : ''),
    defaultValue: type,
  });
}
