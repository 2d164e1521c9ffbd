// Every figure that was ever shown, newest first; an old one opens as it was.
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { Section } from '../../../../ui/section.tsx';
import { effectText } from '../../../act/problems/web/effect-words.part.tsx';
import { VerdictTag } from '../../../act/problems/web/problem-tags.part.tsx';
import type { EffectView } from '../core/effect.contract.ts';

export function EffectVersions(props: { view: EffectView; shown: number; onShow: (version: number) => void }) {
  const { t, i18n } = useTranslation('pageeffects');
  return (
    <Section title={t('versions.title')} sentence={t('versions.sentence')} flush>
      <ul className="hy-effect-versions">
        {props.view.versions.map((one) => (
          <li key={one.version}>
            <button
              type="button"
              aria-current={one.version === props.shown ? 'true' : undefined}
              onClick={() => props.onShow(one.version)}
            >
              <span className="hy-figure">{one.throughOn}</span>
              <span className="hy-faint">{t(`look.${one.look}`)}</span>
              <VerdictTag value={one.verdict} />
              <span className="hy-figure hy-quiet hy-grow">
                {one.ratio !== null && one.low !== null && one.high !== null
                  ? effectText(t, i18n.language, { ratio: one.ratio, low: one.low, high: one.high })
                  : ''}
              </span>
              <RelativeTime at={one.computedAt} />
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
