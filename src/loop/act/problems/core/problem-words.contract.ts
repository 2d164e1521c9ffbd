// The closed lists of words about problems, apart from the contract so that the events may use them too.

export const PROBLEM_STATES = ['open', 'analysing', 'acting', 'watching', 'solved', 'closed'] as const;
export type ProblemState = (typeof PROBLEM_STATES)[number];

export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const CAUSE_STANDINGS = ['suspected', 'confirmed', 'refuted'] as const;
export type CauseStanding = (typeof CAUSE_STANDINGS)[number];

/** The usual bones of a fishbone for a shop; a workspace may rename them and add its own. */
export const USUAL_CATEGORIES = ['people', 'process', 'product', 'logistics', 'platform', 'environment'] as const;

export const ACTION_STATES = ['planned', 'done', 'effective', 'withdrawn'] as const;
export type ActionState = (typeof ACTION_STATES)[number];

export const ACTION_VERDICTS = ['improved', 'not_improved', 'cannot_tell'] as const;
export type ActionVerdict = (typeof ACTION_VERDICTS)[number];

export const SOLVED_HOW = ['measured', 'by_hand'] as const;
export type SolvedHow = (typeof SOLVED_HOW)[number];

/** Whether the counted feedback is expected to become fewer (complaints) or more (praise). */
export const DIRECTIONS = ['down', 'up'] as const;
export type Direction = (typeof DIRECTIONS)[number];
