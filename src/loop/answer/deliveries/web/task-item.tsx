// One answer to carry by hand: for whom and where, what was said, the words to post, and what became of it.
import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../../ui/client/call.ts';
import { useVerb } from '../../../../ui/client/hooks.ts';
import type { Problem } from '../../../../ui/client/problem.ts';
import { GoLink } from '../../../../ui/go.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { RevealOriginal } from '../../../act/cases/web/reveal-original.part.tsx';
import { listTasksRoute, revealTaskContactRoute, settleTaskRoute, type TaskView } from '../core/delivery.contract.ts';

export function TaskItem({ task }: { task: TaskView }) {
  const { t } = useTranslation('deskanswer');
  const toast = useToast();
  const [contact, setContact] = useState<{ email: string | null; phone: string | null } | null>(null);
  const settle = useVerb(settleTaskRoute, {
    refresh: [listTasksRoute],
    onDone: (answer) => toast.done(t(answer.state === 'done' ? 'tasks.nowDone' : 'tasks.nowFailed')),
    onProblem: (problem: Problem) => toast.problem(problem),
  });
  const copy = () =>
    void navigator.clipboard
      .writeText(task.text)
      .then(() => toast.done(t('tasks.copied')))
      .catch((problem: unknown) => toast.problem(problem));
  const done = () => settle.mutate({ params: { id: task.id }, body: { outcome: 'done' } });
  const known = [contact?.email, contact?.phone].filter(Boolean).join(' · ');
  return (
    <li className="desk-task">
      <div>
        <p className="desk-task-about">
          <strong>
            {t('tasks.postOn', {
              channel: t(`deskcases:channel.${task.channel}`, { defaultValue: task.channel }),
            })}
          </strong>
          <span>{task.person?.name ?? t('reporter.unknown')}</span>
          <PlainTag>{t(`tasks.kind.${task.kind}`)}</PlainTag>
          <GoLink to={`/cases/${task.caseId}`} className="hy-link">
            {t('tasks.case', { number: task.caseNumber ?? '' })}
          </GoLink>
          <RelativeTime at={task.createdAt} />
          {known ? (
            <span className="hy-figure">{known}</span>
          ) : (
            task.person &&
            task.state === 'open' && (
              <RevealOriginal
                label={t('tasks.contact')}
                reveal={(reason) => call(revealTaskContactRoute, { params: { id: task.id }, body: { reason } })}
                onShown={setContact}
              />
            )
          )}
        </p>
        {task.feedback && (
          <blockquote>
            {task.feedback.excerpt} <RelativeTime at={task.feedback.occurredAt} />
            <span className="hy-faint"> · {t('tasks.place', { id: task.feedback.externalId })}</span>
          </blockquote>
        )}
        <p className="desk-task-text">{task.text}</p>
        {task.state !== 'open' && (
          <p className="desk-task-about">
            {t(`tasks.state.${task.state}`)}
            {task.settledBy && <span>{task.settledBy}</span>}
            {task.settledAt && <RelativeTime at={task.settledAt} />}
            {task.note && <span>{task.note}</span>}
          </p>
        )}
      </div>
      <div className="desk-task-deeds">
        <Button
          icon={<Icon name="copy" size={16} />}
          onClick={copy}
          type={task.state === 'open' ? 'primary' : 'default'}
        >
          {t('tasks.copy')}
        </Button>
        {task.state !== 'done' && (
          <Button icon={<Icon name="check" size={16} />} loading={settle.isPending} onClick={done}>
            {t('tasks.markDone')}
          </Button>
        )}
        {task.state === 'open' && (
          <FailButton
            onFail={(note) => settle.mutate({ params: { id: task.id }, body: { outcome: 'failed', note } })}
          />
        )}
      </div>
    </li>
  );
}

function FailButton({ onFail }: { onFail: (note: string) => void }) {
  const { t } = useTranslation('deskanswer');
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const form = (
    <form
      className="desk-task-fail"
      onSubmit={(event) => {
        event.preventDefault();
        setOpen(false);
        onFail(note.trim());
      }}
    >
      <p>{t('tasks.failQuestion')}</p>
      <Input
        autoFocus
        value={note}
        maxLength={500}
        aria-label={t('tasks.failNote')}
        placeholder={t('tasks.failNote')}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button htmlType="submit">{t('tasks.markFailed')}</Button>
    </form>
  );
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" placement="bottomRight" content={form}>
      <Button type="text">{t('tasks.markFailed')}</Button>
    </Popover>
  );
}
