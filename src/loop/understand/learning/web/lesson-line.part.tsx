// What the engine made of a correction, right beneath the labels: learned, how many like it were judged again, which changed.
import { Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../../ui/client/hooks.ts';
import { GoLink } from '../../../../ui/go.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { getLessonRoute, type LessonView } from '../core/learning.contract.ts';
import './learning.css';

/** Draws nothing where nobody corrected anything the engine can learn. */
export function LessonLine({ feedbackId, undo }: { feedbackId: string; undo?: (() => void) | undefined }) {
  const { t } = useTranslation('learning');
  const read = useRead(
    getLessonRoute,
    { params: { id: feedbackId } },
    { on: ['learning.*', 'judgement.corrected'], everyMs: 30_000 },
  );
  const lesson = read.data;
  if (!lesson || lesson.state === 'none') return null;
  return (
    <p className={`hy-lesson hy-lesson-${lesson.state}`} role="status">
      <Icon name={lesson.state === 'waiting' ? 'refresh' : lesson.state === 'learned' ? 'check' : 'info'} size={14} />
      <span>
        {lesson.state === 'learned' ? <Learned lesson={lesson} /> : t(`lesson.${lesson.state}`)}
        {undo && lesson.state === 'learned' && (
          <>
            {' '}
            <button type="button" className="hy-link hy-lesson-undo" onClick={undo}>
              {t('lesson.undo')}
            </button>
          </>
        )}
      </span>
    </p>
  );
}

function Learned({ lesson }: { lesson: LessonView }) {
  const { t, i18n } = useTranslation('learning');
  const whole = new Intl.NumberFormat(i18n.language);
  if (lesson.alike === 0) return <>{t('lesson.alone')}</>;
  const words = t('lesson.learned', {
    count: lesson.alike,
    alike: whole.format(lesson.alike),
    changed: whole.format(lesson.changed),
  });
  if (lesson.changes.length === 0) return <>{words}</>;
  return (
    <>
      {words}{' '}
      <Popover trigger="click" placement="bottomLeft" title={t('lesson.changed')} content={<Changes lesson={lesson} />}>
        <button type="button" className="hy-link hy-lesson-undo">
          {t('lesson.which')}
        </button>
      </Popover>
    </>
  );
}

function Changes({ lesson }: { lesson: LessonView }) {
  const { t } = useTranslation(['learning', 'text']);
  return (
    <ul className="hy-lesson-changes">
      {lesson.changes.map((change) => (
        <li key={change.feedbackId}>
          <GoLink to={`/feedback/${change.feedbackId}`}>
            <span className="hy-one-line">{change.text || t('learning:lesson.gone')}</span>
            <small className="hy-faint">
              {change.from === change.to
                ? t('learning:lesson.otherLabels')
                : `${t(`text:sentiment.${change.from}`)} → ${t(`text:sentiment.${change.to}`)}`}
            </small>
          </GoLink>
        </li>
      ))}
    </ul>
  );
}
