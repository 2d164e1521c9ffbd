// Why a line may be taken from viewers: only reasons the law and good order know. That somebody is displeased is none of them.

/** Advertising of others, private data, abuse, illegal goods or words, floods by machine, impersonation, harm to minors. */
export const HIDE_REASONS = [
  'advertising',
  'personal_data',
  'abuse',
  'unlawful',
  'flood',
  'impersonation',
  'minor_protection',
] as const;
export type HideReason = (typeof HIDE_REASONS)[number];
