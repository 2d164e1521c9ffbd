// Holds a questionnaire while it is changed: what differs from what is saved, what is wrong with it, and the way to save it.
import { useMemo, useState } from 'react';
import { useVerb } from '../../../../ui/client/hooks.ts';
import type { Problem } from '../../../../ui/client/problem.ts';
import { checkForm } from '../core/check-form.ts';
import type { FormDefinition, FormProblem, FormQuestion, FormSettings } from '../core/form.contract.ts';
import { type FormView, getFormRoute, listFormsRoute, saveFormRoute } from '../core/form-routes.contract.ts';

export interface FormDraft {
  name: string;
  definition: FormDefinition;
  settings: FormSettings;
  problems: FormProblem[];
  isDirty: boolean;
  isSaving: boolean;
  put(change: Partial<{ name: string; definition: FormDefinition; settings: FormSettings }>): void;
  define(change: Partial<FormDefinition>): void;
  set(change: Partial<FormSettings>): void;
  /** Changes one question; its old id leads to it where the id itself changes. */
  ask(id: string, change: Partial<FormQuestion>): void;
  /** @returns after the answer came */
  save(): Promise<FormView | null>;
  reset(): void;
}

/** What every part of the page is handed. */
export interface PartProps {
  form: FormView;
  draft: FormDraft;
  disabled: boolean;
}

export function useFormDraft(form: FormView, onProblem: (problem: Problem) => void): FormDraft {
  const [start, setStart] = useState(form);
  const [draft, setDraft] = useState(() => partsOf(form));
  const isDirty = JSON.stringify(draft) !== JSON.stringify(partsOf(start));
  // What somebody else saved replaces what was not touched here.
  if (form.updatedAt !== start.updatedAt && !isDirty) {
    setStart(form);
    setDraft(partsOf(form));
  }
  const problems = useMemo(() => checkForm(draft.definition, draft.settings), [draft.definition, draft.settings]);
  const verb = useVerb(saveFormRoute, { refresh: [getFormRoute, listFormsRoute], onProblem });
  const put: FormDraft['put'] = (change) => setDraft((now) => ({ ...now, ...change }));
  return {
    ...draft,
    problems,
    isDirty,
    isSaving: verb.isPending,
    put,
    define: (change) => setDraft((now) => ({ ...now, definition: { ...now.definition, ...change } })),
    set: (change) => setDraft((now) => ({ ...now, settings: { ...now.settings, ...change } })),
    ask: (id, change) =>
      setDraft((now) => ({
        ...now,
        definition: {
          ...now.definition,
          questions: now.definition.questions.map((one) => (one.id === id ? { ...one, ...change } : one)),
        },
      })),
    async save() {
      try {
        const saved = await verb.mutateAsync({
          params: { id: form.id },
          body: { ...draft, name: draft.name.trim() || form.name, basedOn: start.updatedAt },
        });
        setStart(saved);
        setDraft(partsOf(saved));
        return saved;
      } catch {
        return null;
      }
    },
    reset: () => setDraft(partsOf(start)),
  };
}

function partsOf({ name, definition, settings }: FormView) {
  return { name, definition, settings };
}
