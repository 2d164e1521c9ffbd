// The causes as a tree: each bone with its causes, under each the answers to "why".
import { useTranslation } from 'react-i18next';
import { GoLink } from '../../../../ui/go.tsx';
import { QuietButton } from '../../clocks/web/form-parts.part.tsx';
import { childrenOf, DEEPEST } from '../core/cause-tree.ts';
import type { Cause, ProblemView } from '../core/problem.contract.ts';
import { categoryName } from './cause-words.ts';

interface TreeProps {
  problem: Pick<ProblemView, 'causes' | 'categories'>;
  onEdit?: ((cause: Cause) => void) | undefined;
  onAsk?: ((parentId: string) => void) | undefined;
}

export function CauseTree(props: TreeProps) {
  const { t } = useTranslation('pageproblems');
  const { causes, categories } = props.problem;
  const children = childrenOf(causes);
  const bones = [...new Set([...categories.map((one) => one.key), ...causes.map((one) => one.category)])];
  return (
    <div className="hy-cause-tree">
      {bones.map((key) => {
        const first = (children.get('') ?? []).filter((one) => one.category === key);
        if (first.length === 0) return null;
        return (
          <section key={key}>
            <h3>{categoryName(t, categories, key)}</h3>
            <Branch {...props} causes={first} tree={children} depth={1} />
          </section>
        );
      })}
    </div>
  );
}

function Branch(props: TreeProps & { causes: readonly Cause[]; tree: Map<string, Cause[]>; depth: number }) {
  return (
    <ul>
      {props.causes.map((cause) => {
        const below = props.tree.get(cause.id) ?? [];
        return (
          <li key={cause.id}>
            <CauseLine {...props} cause={cause} />
            {below.length > 0 && <Branch {...props} causes={below} depth={props.depth + 1} />}
          </li>
        );
      })}
    </ul>
  );
}

function CauseLine(props: TreeProps & { cause: Cause; depth: number }) {
  const { t } = useTranslation('pageproblems');
  const { cause, depth, onEdit, onAsk } = props;
  const evidence = cause.voices.length + cause.cases.length;
  return (
    <div className={`hy-cause hy-cause-${cause.standing}`}>
      <StandingMark standing={cause.standing} />
      <div className="hy-cause-words">
        <span className="hy-cause-text">{cause.text}</span>
        <span className="hy-cause-standing">{t(`standing.${cause.standing}`)}</span>
        {cause.note && <p className="hy-quiet">{cause.note}</p>}
        {evidence > 0 && (
          <details>
            <summary>{t('count.evidence', { count: evidence })}</summary>
            <ul className="hy-cause-evidence">
              {cause.voices.map((one) => (
                <li key={one.feedbackId}>
                  <GoLink to={`/feedback/${one.feedbackId}`} className="hy-link">
                    “{one.text}”
                  </GoLink>
                </li>
              ))}
              {cause.cases.map((one) => (
                <li key={one.id}>
                  <GoLink to={`/cases/${one.id}`} className="hy-link">
                    #{one.number} {one.title}
                  </GoLink>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      {onAsk && depth < DEEPEST && (
        <button type="button" className="hy-cause-why" onClick={() => onAsk(cause.id)}>
          {t('causes.why')}
        </button>
      )}
      {onEdit && (
        <QuietButton icon="edit" label={t('causes.edit', { text: cause.text })} onClick={() => onEdit(cause)} />
      )}
    </div>
  );
}

const glyphs = { suspected: 'M6 2.5v4.2M6 9.4v.1', confirmed: 'M2.5 6.3 5 8.8 9.5 3', refuted: 'M3 3l6 6M9 3 3 9' };

function StandingMark({ standing }: { standing: Cause['standing'] }) {
  return (
    <svg className="hy-cause-mark" width="20" height="20" viewBox="-4 -4 20 20" aria-hidden="true">
      <circle
        cx="6"
        cy="6"
        r="9"
        fill="none"
        stroke="currentColor"
        strokeDasharray={standing === 'suspected' ? '2 2' : ''}
      />
      <path d={glyphs[standing]} fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
    </svg>
  );
}
