// One promise: its words, when it falls due, and what may be done about it.
import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { GoLink } from '../../../../ui/go.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import {
  casePromisesRoute,
  confirmPromiseRoute,
  keepPromiseRoute,
  listPromisesRoute,
  type PromiseView,
  withdrawPromiseRoute,
} from '../core/promise.contract.ts';
import { DueChoice, type DueDraft, dueOfDraft, EMPTY_DUE } from './due-choice.tsx';
import './promises.css';

const READS = [listPromisesRoute, casePromisesRoute];

/** @param inCase leaves out what the page around it says already */
export function PromiseItem({ promise, inCase = false }: { promise: PromiseView; inCase?: boolean }) {
  const { t } = useTranslation('promises');
  const mayWork = useCan('promise.work');
  const open = promise.state === 'made' || promise.state === 'missed';
  const pressure = promise.pressure === 'none' ? promise.state : promise.pressure;
  return (
    <li className={`prm prm-${pressure}`}>
      <div className="prm-words">
        <p className="prm-text">{promise.text || t('forgotten')}</p>
        <p className="prm-meta">
          <span className={`prm-state prm-state-${pressure}`}>
            {(pressure === 'late' || pressure === 'soon') && <Icon name="clock" size={14} />}
            {t(`state.${promise.keptLate ? 'kept_late' : pressure}`)}
          </span>
          {promise.dueAt && promise.state !== 'kept' && promise.state !== 'withdrawn' && (
            <span>
              {t('due')} <RelativeTime at={promise.dueAt} />
            </span>
          )}
          {promise.settledAt && <RelativeTime at={promise.settledAt} />}
          {promise.source !== 'member' && <PlainTag>{t(`source.${promise.source}`)}</PlainTag>}
          {!inCase && promise.case && (
            <GoLink to={`/cases/${promise.case.id}`} className="hy-link">
              #{promise.case.number} {promise.case.title}
            </GoLink>
          )}
          {!inCase && promise.person && <span>{promise.person.name ?? t('unnamed')}</span>}
          {!inCase && promise.case?.owner && <span>{promise.case.owner.name}</span>}
          {inCase && promise.madeBy && <span>{promise.madeBy}</span>}
        </p>
        {promise.note && <p className="prm-note">{promise.note}</p>}
      </div>
      {mayWork && (open || promise.state === 'proposed') && (
        <div className="prm-deeds">
          {promise.state === 'proposed' ? <ProposedDeeds promise={promise} /> : <OpenDeeds promise={promise} />}
        </div>
      )}
    </li>
  );
}

function OpenDeeds({ promise }: { promise: PromiseView }) {
  const { t } = useTranslation('promises');
  const toast = useToast();
  const onProblem = (problem: unknown) => toast.problem(problem as never);
  const keep = useVerb(keepPromiseRoute, { refresh: READS, onDone: () => toast.done(t('nowKept')), onProblem });
  const withdraw = useVerb(withdrawPromiseRoute, { refresh: READS, onProblem });
  const params = { id: promise.id };
  return (
    <>
      <NoteButton
        primary
        label={t('keep')}
        question={t('keepQuestion')}
        onNote={(note) => keep.mutate({ params, body: { note } })}
      />
      <NoteButton
        label={t('withdraw')}
        question={t('withdrawQuestion')}
        onNote={(note) => withdraw.mutate({ params, body: { note } })}
      />
    </>
  );
}

function ProposedDeeds({ promise }: { promise: PromiseView }) {
  const { t } = useTranslation('promises');
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState(promise.text);
  const [due, setDue] = useState<DueDraft>(promise.dueAt ? { ...EMPTY_DUE, keep: promise.dueAt } : EMPTY_DUE);
  const onProblem = (problem: unknown) => toast.problem(problem as never);
  const confirm = useVerb(confirmPromiseRoute, {
    refresh: READS,
    onDone: () => {
      setOpen(false);
      toast.done(t('nowMade'));
    },
    onProblem,
  });
  const withdraw = useVerb(withdrawPromiseRoute, { refresh: READS, onProblem });
  const params = { id: promise.id };
  const form = (
    <form
      className="prm-form"
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate({ params, body: { text: text.trim(), ...(due.keep ? {} : { due: dueOfDraft(due) }) } });
      }}
    >
      <Input.TextArea
        autoSize
        value={text}
        maxLength={500}
        aria-label={t('words')}
        onChange={(event) => setText(event.target.value)}
      />
      <DueChoice value={due} onChange={setDue} />
      <Button htmlType="submit" type="primary" loading={confirm.isPending} disabled={text.trim().length < 2}>
        {t('confirm')}
      </Button>
    </form>
  );
  return (
    <>
      <Popover open={open} onOpenChange={setOpen} trigger="click" placement="bottomRight" content={form}>
        <Button size="small" type="primary">
          {t('confirm')}
        </Button>
      </Popover>
      <Button
        size="small"
        type="text"
        loading={withdraw.isPending}
        onClick={() => withdraw.mutate({ params, body: {} })}
      >
        {t('notOne')}
      </Button>
    </>
  );
}

function NoteButton(props: { label: string; question: string; primary?: boolean; onNote: (note: string) => void }) {
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const form = (
    <form
      className="prm-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (note.trim().length < 2) return;
        setOpen(false);
        props.onNote(note.trim());
      }}
    >
      <p>{props.question}</p>
      <Input
        autoFocus
        value={note}
        maxLength={500}
        aria-label={props.question}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button htmlType="submit" type="primary" disabled={note.trim().length < 2}>
        {props.label}
      </Button>
    </form>
  );
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" placement="bottomRight" content={form}>
      <Button size="small" type={props.primary ? 'default' : 'text'}>
        {props.label}
      </Button>
    </Popover>
  );
}
