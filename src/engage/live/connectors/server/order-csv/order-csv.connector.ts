// Orders from a table that a person exports from a shop without an interface; read from files only.
import { z } from 'zod';
import type { Connector } from '../../core/connector.contract.ts';

const settings = z.object({
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('CNY'),
});

export const orderCsv: Connector<z.output<typeof settings>> = {
  manifest: {
    kind: 'order-csv',
    transport: 'file',
    trust: 'imported',
    isOfficial: true,
    settings,
    secrets: [],
    gives: ['order.created', 'order.paid', 'order.cancelled', 'order.refunded'],
    docs: 'https://www.rfc-editor.org/rfc/rfc4180',
  },
};
