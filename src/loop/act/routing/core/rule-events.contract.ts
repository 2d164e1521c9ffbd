// The news of rules; the audit log shows who let what in.
import { z } from 'zod';
import { defineEvent } from '../../../../kit/event.ts';

const anyRule = z.record(z.string(), z.unknown());

export const ruleCreated = defineEvent('rule.created', z.object({ rule: anyRule }));
export const ruleChanged = defineEvent('rule.changed', z.object({ from: anyRule, to: anyRule }));
export const ruleRemoved = defineEvent('rule.removed', z.object({ name: z.string() }));
export const rulesReordered = defineEvent('rule.reordered', z.object({ ids: z.array(z.string()) }));
export const ruleSettingsChanged = defineEvent('rule.settings_changed', z.object({ from: anyRule, to: anyRule }));
