// The published figures of the engine as delivered, in the reader's language: every bar, missed ones included.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../../ui/client/hooks.ts';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { ErrorPlace } from '../../../../ui/places.tsx';
import { PageBody } from '../../../../ui/section.tsx';
import { PageSkeleton } from '../../../../ui/skeletons.tsx';
import { engineCardRoute } from '../core/accuracy.contract.ts';
import { type FigureBlock, figureBlocks } from './figure-blocks.ts';
import './published.css';

export function PublishedPage() {
  const { t, i18n } = useTranslation('accuracy');
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const read = useText(engineCardRoute, { query: { language } });
  if (read.error && !read.data) return <ErrorPlace error={read.error} onRetry={() => void read.refetch()} />;
  if (read.data === undefined) return <PageSkeleton />;
  const blocks = figureBlocks(read.data).filter((block) => block.kind !== 'heading' || block.level > 1);
  return (
    <>
      <PageHeader
        back={{ to: '/accuracy', label: t('title') }}
        title={t('published.title')}
        sentence={t('published.sentence')}
      />
      <PageBody>
        <article className="hy-published">
          {blocks.map((block, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the text does not change under the reader
            <Block key={index} block={block} under={headingBefore(blocks, index)} />
          ))}
        </article>
      </PageBody>
    </>
  );
}

/** "Aspects of beauty reviews · Aspects": what a table stands under, for those who hear it. */
function headingBefore(blocks: readonly FigureBlock[], index: number): string {
  const chapter = blocks.findLastIndex((block, at) => at < index && block.kind === 'heading' && block.level === 2);
  const part = blocks.findLastIndex((block, at) => at < index && at > chapter && block.kind === 'heading');
  return [blocks[chapter], blocks[part]]
    .flatMap((block) => (block?.kind === 'heading' ? [block.text] : []))
    .join(' · ');
}

function Block({ block, under }: { block: FigureBlock; under: string }) {
  if (block.kind === 'heading') return block.level === 2 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>;
  if (block.kind === 'words') return <p>{inked(block.text)}</p>;
  const side = (index: number) => (block.isNumber[index] ? 'hy-published-number' : undefined);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keys as well
    <section className="hy-published-box" tabIndex={0} aria-label={under}>
      <table>
        <thead>
          <tr>
            {block.head.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns stand where they stand
              <th key={index} scope="col" className={side(index)}>
                {inked(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows stand where they stand
            <tr key={at}>
              {row.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns stand where they stand
                <td key={index} className={side(index)}>
                  {inked(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Names of things in code letters, what matters in strong ones. */
function inked(text: string): ReactNode[] {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((part, index) => {
    // biome-ignore-start lint/suspicious/noArrayIndexKey: parts of one sentence
    if (part.startsWith('`')) return <code key={index}>{part.slice(1, -1)}</code>;
    if (part.startsWith('**')) return <strong key={index}>{part.slice(2, -2)}</strong>;
    // biome-ignore-end lint/suspicious/noArrayIndexKey: parts of one sentence
    return part;
  });
}
