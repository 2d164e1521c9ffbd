// Names of the bones: the workspace's own, else the usual word in the reader's language.
import type { TFunction } from 'i18next';
import type { CauseCategory } from '../core/problem.contract.ts';

export function categoryName(t: TFunction, categories: readonly CauseCategory[], key: string): string {
  return categories.find((one) => one.key === key)?.name ?? t(`pageproblems:category.${key}`, { defaultValue: key });
}
