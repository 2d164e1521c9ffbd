// What earlier meetings decided and this one decides: who, what, until when; done, or dropped with a reason.
import { Button, DatePicker, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { GoLink } from '../../../../ui/go.tsx';
import { Section } from '../../../../ui/section.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { useStaff } from '../../../act/cases/web/names.part.tsx';
import {
  addDecisionRoute,
  changeDecisionRoute,
  type DecisionState,
  type DecisionView,
  getPackRoute,
  listPacksRoute,
  type PackView,
} from '../core/review.contract.ts';

interface Props {
  pack: PackView;
  mayEdit: boolean;
}

export function Carried({ pack, mayEdit }: Props) {
  const { t } = useTranslation('review');
  if (pack.carried.length === 0) return null;
  return (
    <Section title={t('decision.carried')} sentence={t('decision.carriedSentence')} flush>
      <ul className="hy-decisions">
        {pack.carried.map((one) => (
          <Decision key={one.id} one={one} mayEdit={mayEdit} isCarried />
        ))}
      </ul>
    </Section>
  );
}

export function Decided({ pack, mayEdit }: Props) {
  const { t } = useTranslation('review');
  return (
    <Section title={t('decision.title')} sentence={t('decision.sentence')} flush>
      {pack.decided.length === 0 && <p className="hy-pack-none">{t('decision.none')}</p>}
      <ul className="hy-decisions">
        {pack.decided.map((one) => (
          <Decision key={one.id} one={one} mayEdit={mayEdit} isCarried={false} />
        ))}
      </ul>
      {mayEdit && <AddDecision pack={pack} />}
    </Section>
  );
}

function Decision({ one, mayEdit, isCarried }: { one: DecisionView; mayEdit: boolean; isCarried: boolean }) {
  const { t } = useTranslation('review');
  const toast = useToast();
  const [dropping, setDropping] = useState(false);
  const [reason, setReason] = useState('');
  const change = useVerb(changeDecisionRoute, {
    refresh: [getPackRoute, listPacksRoute],
    onDone: () => setDropping(false),
    onProblem: (problem) => toast.problem(problem),
  });
  const settle = (state: DecisionState, note?: string) =>
    change.mutate({ params: { id: one.id }, body: { state, ...(note === undefined ? {} : { note }) } });
  return (
    <li className={one.state === 'open' ? 'hy-decision' : 'hy-decision hy-decision-over'}>
      <div className="hy-decision-line">
        <span className="hy-decision-text">{one.text}</span>
        <span className="hy-decision-facts">
          <PlainTag>{t(`decisionState.${one.state}`)}</PlainTag>
          <span>{one.owner ?? t('decision.noOwner')}</span>
          {one.dueOn && (
            <span className={one.late ? 'hy-ink-negative' : 'hy-quiet'}>
              {t('pack.dueOn', { day: one.dueOn })}
              {one.late && ` · ${t('pack.lateTag')}`}
            </span>
          )}
          {one.link && (
            <GoLink
              to={one.link.kind === 'problem' ? `/problems/${one.link.id}` : `/cases/${one.link.id}`}
              className="hy-link"
            >
              {t(`decision.${one.link.kind}`)}
            </GoLink>
          )}
          {isCarried && <span className="hy-faint">{t('decision.from', { week: one.weekFrom })}</span>}
        </span>
        {one.note && <span className="hy-quiet">{one.note}</span>}
      </div>
      {mayEdit && !dropping && (
        <div className="hy-decision-deeds">
          {one.state === 'open' ? (
            <>
              <Button size="small" loading={change.isPending} onClick={() => settle('done')}>
                {t('decision.done')}
              </Button>
              <Button size="small" type="text" onClick={() => setDropping(true)}>
                {t('decision.drop')}
              </Button>
            </>
          ) : (
            <Button size="small" type="text" loading={change.isPending} onClick={() => settle('open')}>
              {t('decision.reopen')}
            </Button>
          )}
        </div>
      )}
      {dropping && (
        <form
          className="hy-decision-why"
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim()) settle('dropped', reason.trim());
          }}
        >
          <Input
            autoFocus
            value={reason}
            maxLength={500}
            aria-label={t('decision.why')}
            placeholder={t('decision.whyHint')}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button htmlType="submit" disabled={!reason.trim()} loading={change.isPending}>
            {t('decision.drop')}
          </Button>
          <Button type="text" onClick={() => setDropping(false)}>
            {t('decision.cancel')}
          </Button>
        </form>
      )}
    </li>
  );
}

function AddDecision({ pack }: { pack: PackView }) {
  const { t } = useTranslation('review');
  const toast = useToast();
  const { members } = useStaff();
  const [text, setText] = useState('');
  const [ownerId, setOwner] = useState<string | null>(null);
  const [due, setDue] = useState<Dayjs | null>(null);
  const [about, setAbout] = useState<string | null>(null);
  const add = useVerb(addDecisionRoute, {
    refresh: [getPackRoute, listPacksRoute],
    onDone: () => {
      setText('');
      setAbout(null);
      toast.done(t('decision.added'));
    },
    onProblem: (problem) => toast.problem(problem),
  });
  const cases = [...pack.facts.urgentCases, ...pack.facts.disputedCases];
  const problems = pack.facts.late.filter((row) => row.problemId !== null);
  const options = [
    ...[...new Map(cases.map((one) => [one.id, one])).values()].map((one) => ({
      value: `case ${one.id}`,
      label: `${one.number} ${one.title}`,
    })),
    ...[...new Map(problems.map((one) => [one.problemId, one])).values()].map((one) => ({
      value: `problem ${one.problemId}`,
      label: one.title,
    })),
  ];
  const submit = () => {
    if (!text.trim()) return;
    const [kind, id] = about?.split(' ') ?? [];
    add.mutate({
      params: { id: pack.id },
      body: {
        text: text.trim(),
        ownerId,
        dueOn: due?.format('YYYY-MM-DD') ?? null,
        ...(kind === 'case' ? { caseId: id } : kind === 'problem' ? { problemId: id } : {}),
      },
    });
  };
  return (
    <form
      className="hy-decision-add"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Input
        className="hy-decision-what"
        value={text}
        maxLength={500}
        aria-label={t('decision.text')}
        placeholder={t('decision.text')}
        onChange={(event) => setText(event.target.value)}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={ownerId}
        aria-label={t('decision.owner')}
        placeholder={t('decision.owner')}
        onChange={(next) => setOwner(next ?? null)}
        options={members.map((one) => ({ value: one.id, label: one.name }))}
        style={{ width: 140 }}
      />
      <DatePicker value={due} onChange={setDue} aria-label={t('decision.due')} placeholder={t('decision.due')} />
      {options.length > 0 && (
        <Select
          allowClear
          value={about}
          aria-label={t('decision.pick')}
          placeholder={t('decision.about')}
          onChange={(next) => setAbout(next ?? null)}
          options={options}
          popupMatchSelectWidth={320}
          style={{ width: 180 }}
        />
      )}
      <Button htmlType="submit" type="primary" disabled={!text.trim()} loading={add.isPending}>
        {t('decision.add')}
      </Button>
      {about?.startsWith('problem') && <p className="hy-faint">{t('decision.newAction')}</p>}
    </form>
  );
}
