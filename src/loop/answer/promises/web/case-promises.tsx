// The promises of a case, in its right pane: what is due, what only sounds like one, and a line for a new one.
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { Section } from '../../../../ui/section.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { casePromisesRoute, makePromiseRoute } from '../core/promise.contract.ts';
import { DueChoice, type DueDraft, dueOfDraft, EMPTY_DUE } from './due-choice.tsx';
import { PromiseItem } from './promise-item.tsx';
import './promises.css';

export function CasePromises({ caseId }: { caseId: string }) {
  const { t } = useTranslation('promises');
  const toast = useToast();
  const mayWork = useCan('promise.work');
  const read = useRead(casePromisesRoute, { params: { id: caseId } }, { on: ['promise.*', 'reply.sent'] });
  const [writing, setWriting] = useState(false);
  const [text, setText] = useState('');
  const [due, setDue] = useState<DueDraft>(EMPTY_DUE);
  const make = useVerb(makePromiseRoute, {
    refresh: [casePromisesRoute],
    onDone: () => {
      setWriting(false);
      setText('');
    },
    onProblem: (problem) => toast.problem(problem),
  });
  const items = read.data?.items ?? [];
  if (items.length === 0 && !mayWork) return null;
  return (
    <Section
      title={t('title')}
      end={
        mayWork &&
        !writing && (
          <Button size="small" type="text" onClick={() => setWriting(true)}>
            {t('add')}
          </Button>
        )
      }
    >
      {writing && (
        <form
          className="prm-form prm-form-in"
          onSubmit={(event) => {
            event.preventDefault();
            make.mutate({ params: { id: caseId }, body: { text: text.trim(), due: dueOfDraft(due) } });
          }}
        >
          <Input.TextArea
            autoFocus
            autoSize={{ minRows: 2 }}
            value={text}
            maxLength={500}
            aria-label={t('words')}
            placeholder={t('wordsExample')}
            onChange={(event) => setText(event.target.value)}
          />
          <DueChoice value={due} onChange={setDue} />
          <div className="prm-deeds">
            <Button
              size="small"
              htmlType="submit"
              type="primary"
              loading={make.isPending}
              disabled={text.trim().length < 2}
            >
              {t('make')}
            </Button>
            <Button size="small" type="text" onClick={() => setWriting(false)}>
              {t('ui:cancel')}
            </Button>
          </div>
        </form>
      )}
      {items.length === 0 && !writing && <p className="hy-faint prm-none">{t('noneHere')}</p>}
      <ul className="prm-list prm-list-in">
        {items.map((one) => (
          <PromiseItem key={one.id} promise={one} inCase />
        ))}
      </ul>
    </Section>
  );
}
