// The causes as a fishbone: the problem is the head, every category a rib, every cause a twig one can reach with the keyboard.
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useWidth } from '../../../../ui/use-width.ts';
import { childrenOf } from '../core/cause-tree.ts';
import type { Cause, ProblemView } from '../core/problem.contract.ts';
import { categoryName } from './cause-words.ts';
import { layFishbone } from './fishbone-layout.ts';

/** Causes of one bone in reading order: each before the answers to its why. */
function inOrder(causes: readonly Cause[], category: string): { item: Cause; depth: number }[] {
  const children = childrenOf(causes);
  const walk = (ids: readonly Cause[], depth: number): { item: Cause; depth: number }[] =>
    ids.flatMap((item) => [{ item, depth }, ...walk(children.get(item.id) ?? [], depth + 1)]);
  return walk(
    (children.get('') ?? []).filter((one) => one.category === category),
    1,
  );
}

export function Fishbone(props: {
  problem: Pick<ProblemView, 'title' | 'causes' | 'categories'>;
  onPick?: ((cause: Cause) => void) | undefined;
}) {
  const { t } = useTranslation('pageproblems');
  const box = useRef<HTMLElement>(null);
  const width = useWidth(box);
  const { title, causes, categories } = props.problem;
  const keys = [...new Set([...categories.map((one) => one.key), ...causes.map((one) => one.category)])];
  const layout = layFishbone(
    keys.map((key) => ({ key, items: inOrder(causes, key) })),
    width,
  );
  return (
    // The drawing may be wider than a phone; it scrolls by itself, also by keys.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable
    <section className="hy-fishbone" ref={box} tabIndex={0} aria-label={t('causes.fishbone')}>
      <div className="hy-fishbone-sheet" style={{ width: layout.width, height: layout.height }}>
        <svg width={layout.width} height={layout.height} aria-hidden="true">
          <path d={`M12 ${layout.spineY}H${layout.headX}`} className="hy-fishbone-spine" />
          <path d={`M${layout.headX} ${layout.spineY - 16}l18 16-18 16z`} fill="var(--text-secondary)" />
          {layout.ribs.map((rib) => (
            <g key={rib.key}>
              <path
                d={`M${rib.to.x} ${rib.to.y}L${rib.from.x} ${rib.from.y}`}
                className={rib.twigs.length > 0 ? 'hy-fishbone-rib' : 'hy-fishbone-rib hy-fishbone-bare'}
              />
              {rib.twigs.map((twig) => (
                <path
                  key={twig.item.id}
                  d={`M${twig.x} ${twig.y + 4}h${twig.width}`}
                  className={`hy-fishbone-twig hy-cause-${twig.item.standing}`}
                />
              ))}
            </g>
          ))}
        </svg>
        <div className="hy-fishbone-head" style={{ left: layout.headX + 24, top: layout.spineY, width: 120 }}>
          {title}
        </div>
        {layout.ribs.map((rib) => (
          <section key={rib.key} aria-label={categoryName(t, categories, rib.key)}>
            <h3
              className={rib.twigs.length > 0 ? undefined : 'hy-faint'}
              style={{ left: rib.to.x - 70, top: rib.isUp ? rib.to.y - 24 : rib.to.y + 2 }}
            >
              {categoryName(t, categories, rib.key)}
            </h3>
            {rib.twigs.map(({ item, x, y, width: twigWidth }) => (
              <button
                key={item.id}
                type="button"
                className={`hy-fishbone-cause hy-cause-${item.standing}`}
                style={{ left: x, top: y - 18, width: twigWidth - 4 }}
                title={item.text}
                disabled={!props.onPick}
                onClick={() => props.onPick?.(item)}
              >
                <span aria-hidden="true">
                  {item.standing === 'confirmed' ? '✓ ' : item.standing === 'refuted' ? '✕ ' : ''}
                </span>
                {item.text}
                <span className="hy-hidden"> {t(`standing.${item.standing}`)}</span>
              </button>
            ))}
          </section>
        ))}
      </div>
    </section>
  );
}
