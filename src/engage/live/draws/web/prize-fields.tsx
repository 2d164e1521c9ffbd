// The prizes of a draw: name, kind, pieces, worth of one; at converted value where it is not in yuan.
import { Button, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { decimalsOf, majorUnits, minorUnits } from '../../../../kit/money.ts';
import { MOST_PRIZE_FEN, PRIZE_KINDS, type PrizeDraft } from '../core/draw-rules.contract.ts';

const NEW: PrizeDraft = {
  name: '',
  kind: 'goods',
  count: 1,
  value: { minor: 0, currency: 'CNY' },
  valueCnyMinor: null,
};
const CURRENCIES = ['CNY', 'USD', 'EUR', 'GBP', 'HKD', 'JPY', 'KRW', 'SGD', 'diamond'];

export function PrizeFields(props: { prizes: PrizeDraft[]; onChange: (prizes: PrizeDraft[]) => void }) {
  const { t } = useTranslation('draws');
  const { prizes, onChange } = props;
  const set = (at: number, change: Partial<PrizeDraft>) =>
    onChange(prizes.map((prize, index) => (index === at ? { ...prize, ...change } : prize)));
  return (
    <fieldset className="draw-wide">
      <legend>{t('field.prizes')}</legend>
      {prizes.map((prize, at) => {
        const { currency } = prize.value;
        const isForeign = currency !== 'CNY';
        const fen = isForeign ? prize.valueCnyMinor : prize.value.minor;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: prizes have no name of their own before they are written
          <div key={at} className="draw-prize">
            <label htmlFor={`prize-${at}-name`}>
              {t('field.prize_name')}
              <Input
                id={`prize-${at}-name`}
                maxLength={80}
                value={prize.name}
                onChange={(event) => set(at, { name: event.target.value })}
              />
            </label>
            <label htmlFor={`prize-${at}-kind`}>
              {t('field.prize_kind')}
              <Select
                id={`prize-${at}-kind`}
                aria-label={t('field.prize_kind')}
                value={prize.kind}
                options={PRIZE_KINDS.map((value) => ({ value, label: t(`prize_kind.${value}`) }))}
                onChange={(kind) => set(at, { kind })}
              />
            </label>
            <label htmlFor={`prize-${at}-count`}>
              {t('field.prize_count')}
              <InputNumber
                id={`prize-${at}-count`}
                min={1}
                max={2000}
                value={prize.count}
                onChange={(count) => set(at, { count: count ?? 1 })}
              />
            </label>
            <label htmlFor={`prize-${at}-value`}>
              {t('field.prize_value')}
              <InputNumber
                id={`prize-${at}-value`}
                min={0}
                status={(fen ?? 0) > MOST_PRIZE_FEN ? 'error' : ''}
                precision={decimalsOf(currency)}
                value={majorUnits(prize.value.minor, currency)}
                onChange={(value) => set(at, { value: { currency, minor: minorUnits(value ?? 0, currency) } })}
              />
            </label>
            <label htmlFor={`prize-${at}-currency`}>
              {t('field.prize_currency')}
              <Select
                id={`prize-${at}-currency`}
                aria-label={t('field.prize_currency')}
                value={currency}
                options={CURRENCIES.map((value) => ({ value, label: t(`currency.${value}`, { defaultValue: value }) }))}
                onChange={(next) => {
                  // What was typed stays what it says: 99 stay 99, whatever its smallest unit.
                  const minor = minorUnits(majorUnits(prize.value.minor, currency), next);
                  set(at, { value: { minor, currency: next }, valueCnyMinor: null });
                }}
              />
            </label>
            {isForeign && (
              <label htmlFor={`prize-${at}-cny`}>
                {t('field.prize_cny')}
                <InputNumber
                  id={`prize-${at}-cny`}
                  min={0}
                  status={(fen ?? 0) > MOST_PRIZE_FEN ? 'error' : ''}
                  precision={2}
                  value={prize.valueCnyMinor === null ? null : majorUnits(prize.valueCnyMinor, 'CNY')}
                  onChange={(value) => set(at, { valueCnyMinor: value === null ? null : minorUnits(value, 'CNY') })}
                />
              </label>
            )}
            <Button
              type="text"
              className="draw-remove"
              aria-label={t('deed.remove_prize', { name: prize.name || at + 1 })}
              onClick={() => onChange(prizes.filter((_, index) => index !== at))}
            >
              {t('deed.remove')}
            </Button>
          </div>
        );
      })}
      <Button disabled={prizes.length >= 20} onClick={() => onChange([...prizes, NEW])}>
        {t('deed.add_prize')}
      </Button>
    </fieldset>
  );
}
