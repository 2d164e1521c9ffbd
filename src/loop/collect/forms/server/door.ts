// What other features and rooms may ask of questionnaires.
export type { BeginRefusal, Visitor } from './find-answer.ts';
export { type FormDesk, formEnv } from './form-desk.ts';
export { formKeeper } from './keeper.ts';
export { mayUse, readOrigins, readPublicForm } from './public-form.reads.ts';
export { type AnsweredForm, answerForm, type FormAnswering } from './verbs/answer-form.ts';
