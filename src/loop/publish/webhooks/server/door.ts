// What the house asks of webhooks: what they keep of a person.
export { webhookKeeper } from './webhook.keeper.ts';
