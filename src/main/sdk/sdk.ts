// The entry of the client package, `@huiyin/sdk`.

export { checkEvidence, fingerprintOf } from '../../loop/publish/evidence/core/check-evidence.ts';
export { Problem } from '../../ui/client/problem.ts';
export { type CallOptions, type Client, type ClientOptions, createClient } from './client.ts';
export { resources } from './resources.ts';
export { verifyWebhook } from './verify-webhook.ts';
