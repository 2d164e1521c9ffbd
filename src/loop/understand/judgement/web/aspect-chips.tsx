// Parts of the offer and what the customer thinks of each; a click turns the opinion or takes the part away.
import { useTranslation } from 'react-i18next';
import { ASPECTS } from '../../../../text/judge.contract.ts';
import { Icon } from '../../../../ui/icons.tsx';
import type { JudgementView } from '../core/judgement.contract.ts';
import { LabelChip } from './label-chip.tsx';
import { polarityName } from './label-words.ts';
import { Removable } from './list-chips.tsx';
import { ReasonList } from './reasons.tsx';
import type { Correct } from './use-corrections.ts';

const POLARITIES = [1, 0, -1] as const;
/** A part added by hand takes the side of the voice; one more click turns it. */
const SIDE = { positive: 1, neutral: 0, negative: -1 } as const;

export function AspectChips({ judgement, change }: { judgement: JudgementView; change?: Correct }) {
  const { t } = useTranslation(['pageunderstand', 'text']);
  const { aspects } = judgement;
  const plain = aspects.map(({ aspect, polarity }) => ({ aspect, polarity: Math.sign(polarity) }));
  const missing = ASPECTS.filter((one) => !aspects.some((held) => held.aspect === one));
  const isCorrected = judgement.corrected.includes('aspects');
  return (
    <>
      {aspects.map((one, index) => {
        const polarity = polarityName(one.polarity);
        const name = t(`text:aspect.${one.aspect}`);
        return (
          <Removable
            // biome-ignore lint/suspicious/noArrayIndexKey: one part can be named twice in a text
            key={`${one.aspect}${index}`}
            name={name}
            onRemove={change && (() => change('aspects', plain.toSpliced(index, 1)))}
          >
            <LabelChip
              name={name}
              {...(isCorrected ? {} : { reasons: <ReasonList reasons={[]} confidence={one.confidence} /> })}
              choices={
                change &&
                POLARITIES.map((value) => ({ key: String(value), label: t(`text:polarity.${polarityName(value)}`) }))
              }
              current={String(Math.sign(one.polarity))}
              onChoose={(key) => change?.('aspects', plain.with(index, { aspect: one.aspect, polarity: Number(key) }))}
            >
              {name}
              <span className={`hy-chip-mood hy-chip-${polarity}`}>{t(`text:polarity.${polarity}`)}</span>
            </LabelChip>
          </Removable>
        );
      })}
      {aspects.length === 0 && !change && <span className="hy-faint">{t('pageunderstand:label.none')}</span>}
      {change && missing.length > 0 && (
        <LabelChip
          quiet
          name={t('pageunderstand:label.addAspect')}
          choices={missing.map((key) => ({ key, label: t(`text:aspect.${key}`) }))}
          onChoose={(aspect) => change('aspects', [...plain, { aspect, polarity: SIDE[judgement.sentiment] }])}
        >
          <Icon name="plus" size={12} />
        </LabelChip>
      )}
    </>
  );
}
