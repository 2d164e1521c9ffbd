// The rules form of a draw with what the law asks for beside it; it can be saved unfinished, and opened only when nothing is missing.
import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { ConfirmButton } from '../../../../ui/confirm-button.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { type DrawView, listDrawsRoute, openDrawRoute, readDrawRoute, saveDrawRoute } from '../core/draw.contract.ts';
import type { DrawDraft } from '../core/draw-rules.contract.ts';
import { PrizeFields } from './prize-fields.tsx';
import { staffOf, staffText } from './staff-lines.ts';

export function DrawForm({ draw }: { draw: DrawView }) {
  const { t } = useTranslation('draws');
  const toast = useToast();
  const mayEdit = useCan('draw.edit');
  const [draft, setDraft] = useState<DrawDraft>(draw.draft);
  const [staff, setStaff] = useState(staffText(draw.draft.staff));
  const refresh = [readDrawRoute, listDrawsRoute];
  const onProblem = (problem: Error) => toast.problem(problem);
  const save = useVerb(saveDrawRoute, { refresh, onProblem });
  const open = useVerb(openDrawRoute, { refresh, onDone: () => toast.done(t('said.opened')), onProblem });
  const params = { id: draw.id };
  const body = { ...draft, staff: staffOf(staff) };
  const set = (change: Partial<DrawDraft>) => setDraft({ ...draft, ...change });
  const text = (name: 'title' | 'organiserName' | 'organiserContact', label: string) => (
    <label htmlFor={`draw-${name}`}>
      {t(label)}
      <Input id={`draw-${name}`} value={draft[name]} onChange={(event) => set({ [name]: event.target.value })} />
    </label>
  );
  const area = (name: 'conditions' | 'claimHow', label: string) => (
    <label htmlFor={`draw-${name}`} className="draw-wide">
      {t(label)}
      <Input.TextArea
        id={`draw-${name}`}
        autoSize={{ minRows: 2, maxRows: 8 }}
        value={draft[name]}
        onChange={(event) => set({ [name]: event.target.value })}
      />
    </label>
  );
  const number = (label: string, value: number, change: (value: number) => void, most: number, least = 1) => (
    <label htmlFor={`draw-${label}`}>
      {t(label)}
      <InputNumber
        id={`draw-${label}`}
        min={least}
        max={most}
        precision={0}
        value={value}
        onChange={(next) => change(next ?? least)}
      />
    </label>
  );
  const { tickets } = draft;
  return (
    <fieldset className="draw-form" disabled={!mayEdit}>
      <section className="draw-law">
        <h3>{t('law.title')}</h3>
        <p>{t('law.text')}</p>
        {draw.faults.length === 0 ? (
          <p className="hy-ink-positive">{t('law.ready')}</p>
        ) : (
          <>
            <p>{t('law.missing')}</p>
            <ul>
              {draw.faults.map((fault) => (
                <li key={`${fault.path} ${fault.code}`}>{t(`rule.${fault.code}`)}</li>
              ))}
            </ul>
          </>
        )}
      </section>
      <div className="draw-fields">
        {text('title', 'field.title')}
        {text('organiserName', 'field.organiser_name')}
        {text('organiserContact', 'field.organiser_contact')}
        {number('field.run_seconds', draft.runSeconds, (runSeconds) => set({ runSeconds }), 86_400, 10)}
        {area('conditions', 'field.conditions')}
        <PrizeFields prizes={draft.prizes} onChange={(prizes) => set({ prizes })} />
        <label htmlFor="draw-ways">
          {t('field.ways')}
          <Select
            id="draw-ways"
            mode="multiple"
            value={draft.entryWays}
            options={(['tap', 'keyword'] as const).map((value) => ({ value, label: t(`way_name.${value}`) }))}
            onChange={(entryWays) => entryWays.length > 0 && set({ entryWays })}
          />
        </label>
        <label htmlFor="draw-keyword">
          {t('field.keyword')}
          <Input
            id="draw-keyword"
            maxLength={20}
            disabled={!draft.entryWays.includes('keyword')}
            value={draft.keyword ?? ''}
            onChange={(event) => set({ keyword: event.target.value || null })}
          />
        </label>
        <Checkbox
          className="draw-wide"
          checked={draft.signedOnly ?? false}
          onChange={(event) => set({ signedOnly: event.target.checked })}
        >
          {t('field.signed_only')}
        </Checkbox>
        <fieldset className="draw-wide draw-three">
          <legend>{t('field.tickets')}</legend>
          {number('field.ticket_base', tickets.base, (base) => set({ tickets: { ...tickets, base } }), 10)}
          {number(
            'field.ticket_follower',
            tickets.follower,
            (follower) => set({ tickets: { ...tickets, follower } }),
            10,
          )}
          {number(
            'field.ticket_newcomer',
            tickets.newcomer,
            (newcomer) => set({ tickets: { ...tickets, newcomer } }),
            10,
          )}
        </fieldset>
        {area('claimHow', 'field.claim_how')}
        {number('field.claim_hours', draft.claimHours, (claimHours) => set({ claimHours }), 8760)}
        <label htmlFor="draw-unclaimed">
          {t('field.unclaimed')}
          <Select
            id="draw-unclaimed"
            value={draft.unclaimed}
            options={(['next', 'lapse'] as const).map((value) => ({ value, label: t(`unclaimed.${value}`) }))}
            onChange={(unclaimed) => set({ unclaimed })}
          />
        </label>
        <label htmlFor="draw-without" className="draw-wide">
          {t('field.without_network')}
          <Select
            id="draw-without"
            value={draft.withoutNetwork}
            options={(['host', 'comments'] as const).map((value) => ({ value, label: t(`chance.${value}`) }))}
            onChange={(withoutNetwork) => set({ withoutNetwork })}
          />
        </label>
        <label htmlFor="draw-staff" className="draw-wide">
          {t('field.staff')}
          <Input.TextArea
            id="draw-staff"
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={staff}
            onChange={(event) => setStaff(event.target.value)}
          />
          <small className="hy-quiet">{t('field.staff_help')}</small>
        </label>
        <Checkbox
          className="draw-wide"
          checked={draft.isStaffListWhole}
          onChange={(event) => set({ isStaffListWhole: event.target.checked })}
        >
          {t('field.staff_whole')}
        </Checkbox>
      </div>
      {mayEdit && (
        <div className="draw-deeds">
          <Button
            loading={save.isPending}
            onClick={() => save.mutate({ params, body }, { onSuccess: () => toast.done(t('said.saved')) })}
          >
            {t('deed.save')}
          </Button>
          <ConfirmButton
            type="primary"
            loading={open.isPending}
            question={t('confirm.open')}
            detail={t('confirm.open_detail')}
            deed={t('deed.open')}
            onConfirm={() => save.mutate({ params, body }, { onSuccess: () => open.mutate({ params }) })}
          >
            {t('deed.open')}
          </ConfirmButton>
        </div>
      )}
    </fieldset>
  );
}
