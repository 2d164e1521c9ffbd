// Decides whether a template may be saved, and points at what is wrong by name.
import { ok, type RefusalDetail, type Result, refuse } from '../../../../kit/result.ts';
import { unknownVariables } from './fill-template.ts';
import type { TemplateDraft, TemplatePurpose } from './template.contract.ts';

export type TemplateRefusal = 'unknown_variable' | 'shortcut_taken' | 'name_taken' | 'purpose_taken' | 'purpose_fixed';

/**
 * @param taken what other templates of the workspace hold already
 * @param was the purpose before a change; null for a new template
 */
export function checkTemplate(
  draft: TemplateDraft,
  taken: { name: boolean; shortcut: boolean; resolved: boolean },
  was: TemplatePurpose | null,
): Result<TemplateDraft, TemplateRefusal> {
  const details: RefusalDetail[] = (['zh-CN', 'en'] as const).flatMap((language) =>
    unknownVariables(draft.body[language]).map((name) => ({
      path: `body.${language}`,
      code: 'unknown_variable',
      message: name.startsWith('{') || name.startsWith('}') ? name : `{{${name}}}`,
    })),
  );
  if (details.length > 0) return refuse('unknown_variable', details);
  // The one told on resolution must stay that one: cases would otherwise be resolved without a word.
  if (was !== null && was !== draft.purpose)
    return refuse('purpose_fixed', [{ path: 'purpose', code: 'purpose_fixed' }]);
  if (was === null && draft.purpose === 'resolved' && taken.resolved)
    return refuse('purpose_taken', [{ path: 'purpose', code: 'purpose_taken' }]);
  if (taken.name) return refuse('name_taken', [{ path: 'name', code: 'name_taken' }]);
  if (draft.shortcut !== null && taken.shortcut)
    return refuse('shortcut_taken', [{ path: 'shortcut', code: 'shortcut_taken' }]);
  return ok(draft);
}
