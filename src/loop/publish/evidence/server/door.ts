// What later features may do with the log: keep evidence of their own (a draw), and take its files.
export { type Evidence, keepEvidence } from './append.ts';
export { type AuditFound, auditLog } from './audit-log.ts';
export { evidenceKeeper } from './keeper.ts';
export { receiptPart } from './receipt-part.ts';
export { takeFile } from './take-file.ts';
