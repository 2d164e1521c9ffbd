// One product of the shelf: number, name and price at once, the rest when it is opened.
import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainField } from '../../../../ground/members/web/settings-parts.part.tsx';
import { decimalsOf } from '../../../../kit/money.ts';
import type { ProductDraft } from './shelf-draft.ts';

interface Props {
  draft: ProductDraft;
  mayEdit: boolean;
  isDoubled: boolean;
  onChange: (next: ProductDraft) => void;
  onRemove: () => void;
}

export function ShelfRow({ draft, mayEdit, isDoubled, onChange, onRemove }: Props) {
  const { t } = useTranslation('liverooms');
  const [open, setOpen] = useState(false);
  const set = (change: Partial<ProductDraft>) => onChange({ ...draft, ...change });
  const name = draft.title || t('shelf.unnamed');
  return (
    <li className="live-product">
      <div className="live-product-line">
        <InputNumber
          className="live-number"
          min={1}
          max={999}
          controls={false}
          status={isDoubled ? 'error' : ''}
          value={draft.index}
          disabled={!mayEdit}
          aria-label={t('shelf.number')}
          onChange={(index) => set({ index })}
        />
        <Input
          value={draft.title}
          maxLength={300}
          disabled={!mayEdit}
          aria-label={t('shelf.name')}
          placeholder={t('shelf.name')}
          onChange={(event) => set({ title: event.target.value })}
        />
        <InputNumber
          className="live-price"
          min={0}
          precision={decimalsOf(draft.currency)}
          controls={false}
          prefix={draft.currency === 'CNY' ? '¥' : draft.currency}
          value={draft.price}
          disabled={!mayEdit}
          aria-label={t('shelf.price')}
          onChange={(price) => set({ price })}
        />
        <Button
          type="text"
          aria-expanded={open}
          aria-label={t('shelf.moreOf', { name })}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'shelf.less' : 'shelf.more')}
        </Button>
      </div>
      {!open && (draft.aliases.length > 0 || draft.facts.length > 0) && (
        <p className="hy-faint live-product-note">
          {[
            draft.aliases.length > 0 ? t('shelf.alsoCalled', { names: draft.aliases.join(t('shelf.comma')) }) : '',
            draft.facts.length > 0 ? t('shelf.factCount', { count: draft.facts.length }) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {open && (
        <div className="live-product-more">
          <PlainField name={t('shelf.aliases')} note={t('shelf.aliasesNote')} group>
            <Select
              mode="tags"
              open={false}
              suffixIcon={null}
              value={draft.aliases}
              maxCount={20}
              disabled={!mayEdit}
              aria-label={t('shelf.aliases')}
              tokenSeparators={['、', ',', '，', ';']}
              onChange={(aliases: string[]) => set({ aliases })}
            />
          </PlainField>
          <div className="live-product-fields">
            <PlainField name={t('shelf.listPrice')}>
              <InputNumber
                min={0}
                precision={2}
                controls={false}
                value={draft.listPrice}
                disabled={!mayEdit}
                onChange={(listPrice) => set({ listPrice })}
              />
            </PlainField>
            <PlainField name={t('shelf.stock')}>
              <InputNumber
                min={0}
                precision={0}
                controls={false}
                value={draft.stock}
                disabled={!mayEdit}
                onChange={(stock) => set({ stock })}
              />
            </PlainField>
            <PlainField name={t('shelf.sku')}>
              <Input
                value={draft.sku}
                maxLength={200}
                disabled={!mayEdit}
                onChange={(event) => set({ sku: event.target.value })}
              />
            </PlainField>
          </div>
          <FactFields facts={draft.facts} mayEdit={mayEdit} onChange={(facts) => set({ facts })} />
          {mayEdit && (
            <div>
              <Button danger type="text" className="live-remove" onClick={onRemove}>
                {t('shelf.remove', { name })}
              </Button>
            </div>
          )}
        </div>
      )}
    </li>
  );
}

type Facts = ProductDraft['facts'];

function FactFields({
  facts,
  mayEdit,
  onChange,
}: {
  facts: Facts;
  mayEdit: boolean;
  onChange: (facts: Facts) => void;
}) {
  const { t } = useTranslation('liverooms');
  const set = (place: number, change: Partial<Facts[number]>) =>
    onChange(facts.map((fact, at) => (at === place ? { ...fact, ...change } : fact)));
  return (
    <PlainField name={t('shelf.facts')} note={t('shelf.factsNote')} group>
      {facts.map((fact, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fact has no name of its own, its place is what it is known by
        <div className="live-fact" key={place}>
          <Input
            value={fact.topic}
            maxLength={60}
            disabled={!mayEdit}
            aria-label={t('shelf.topic')}
            placeholder={t('shelf.topicExample')}
            onChange={(event) => set(place, { topic: event.target.value })}
          />
          <Input.TextArea
            autoSize={{ minRows: 1, maxRows: 5 }}
            value={fact.text}
            maxLength={600}
            disabled={!mayEdit}
            aria-label={t('shelf.fact')}
            placeholder={t('shelf.factExample')}
            onChange={(event) => set(place, { text: event.target.value })}
          />
          {mayEdit && (
            <Button
              type="text"
              aria-label={t('shelf.removeFact')}
              onClick={() => onChange(facts.filter((_fact, at) => at !== place))}
            >
              ×
            </Button>
          )}
        </div>
      ))}
      {mayEdit && facts.length < 50 && (
        <div>
          <Button size="small" onClick={() => onChange([...facts, { topic: '', text: '' }])}>
            {t('shelf.addFact')}
          </Button>
        </div>
      )}
    </PlainField>
  );
}
