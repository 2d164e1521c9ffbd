// Changes how an effect is measured; the earlier figures stay, each with the choices it was reckoned by.
import { Checkbox, InputNumber, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { useToast } from '../../../../ui/toasts.tsx';
import { Field } from '../../../act/clocks/web/form-parts.part.tsx';
import { DIRECTIONS } from '../../../act/problems/core/problem-words.contract.ts';
import { EMPTY_MEASURE, MeasureFields } from '../../../act/problems/web/measure-fields.part.tsx';
import { type EffectPlan, type EffectView, getEffectRoute, planEffectRoute } from '../core/effect.contract.ts';
import { EXPOSURES } from '../core/effect-words.contract.ts';

export function EffectPlanDialog({ view, onClose }: { view: EffectView; onClose: () => void }) {
  const { t } = useTranslation('pageeffects');
  const toast = useToast();
  const [plan, setPlan] = useState<EffectPlan>(view.plan);
  const put = (patch: Partial<EffectPlan>) => setPlan((now) => ({ ...now, ...patch }));
  const save = useVerb(planEffectRoute, {
    refresh: [getEffectRoute],
    onDone: () => {
      toast.done(t('plan.saved'));
      onClose();
    },
    onProblem: (problem) => toast.problem(problem),
  });
  return (
    <Modal
      open
      width={640}
      title={t('plan.change')}
      okText={t('plan.save')}
      cancelText={t('pageproblems:cancel')}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => save.mutate({ params: { actionId: view.actionId }, body: plan })}
      onCancel={onClose}
    >
      <div className="hy-effect-form">
        <p className="hy-quiet">{t('plan.note')}</p>
        <fieldset>
          <legend>{t('plan.measure')}</legend>
          <MeasureFields value={plan.measure} onChange={(measure) => put({ measure })} />
        </fieldset>
        <fieldset>
          <legend>{t('plan.against')}</legend>
          <Radio.Group
            value={plan.control ? 'control' : 'own'}
            options={[
              { value: 'own', label: t('plan.ownPast') },
              { value: 'control', label: t('plan.control') },
            ]}
            onChange={(event) => put({ control: event.target.value === 'control' ? EMPTY_MEASURE : null })}
          />
          {plan.control ? (
            <>
              <p className="hy-quiet">{t('plan.controlNote')}</p>
              <MeasureFields value={plan.control} onChange={(control) => put({ control })} />
            </>
          ) : (
            <Field name={t('plan.exposure')} as="div">
              <Select
                aria-label={t('plan.exposure')}
                value={plan.exposure}
                options={EXPOSURES.map((value) => ({ value, label: t(`exposure.${value}`) }))}
                onChange={(exposure) => put({ exposure })}
              />
            </Field>
          )}
        </fieldset>
        <fieldset>
          <legend>{t('plan.days')}</legend>
          <div className="hy-fields">
            <Field name={t('plan.before')} as="div">
              <InputNumber
                aria-label={t('plan.before')}
                min={28}
                max={364}
                value={plan.beforeDays}
                onChange={(value) => put({ beforeDays: value ?? 84 })}
              />
            </Field>
            <Field name={t('plan.washout')} note={t('plan.washoutNote')} as="div">
              <InputNumber
                aria-label={t('plan.washout')}
                min={0}
                max={60}
                value={plan.washoutDays}
                onChange={(value) => put({ washoutDays: value ?? 0 })}
              />
            </Field>
            <Field name={t('plan.expected')} as="div">
              <div className="hy-row-line">
                <Select
                  aria-label={t('plan.expected')}
                  value={plan.direction}
                  options={DIRECTIONS.map((value) => ({ value, label: t(`pageproblems:direction.${value}`) }))}
                  onChange={(direction) => put({ direction })}
                />
                <InputNumber
                  aria-label={t('pageproblems:actions.size')}
                  min={2}
                  max={95}
                  suffix="%"
                  value={Math.round(plan.size * 100)}
                  onChange={(value) => put({ size: (value ?? 30) / 100 })}
                />
              </div>
            </Field>
          </div>
          <Checkbox checked={plan.slopeChange} onChange={(event) => put({ slopeChange: event.target.checked })}>
            {t('plan.slope')}
          </Checkbox>
        </fieldset>
      </div>
    </Modal>
  );
}
