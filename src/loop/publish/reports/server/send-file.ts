// Sends a report's file with a name people can keep it under.
import type { FastifyReply } from 'fastify';
import type { ShownReport } from './report.reads.ts';

/** Never kept by others: a name that is taken back must be gone at once. */
export function sendFile(reply: FastifyReply, bytes: Buffer, shown: Pick<ShownReport, 'version' | 'report'>): void {
  const name = `report-${shown.report.from}-${shown.report.to}-v${shown.version}.pdf`;
  reply
    .header('content-disposition', `inline; filename="${name}"`)
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .header('vary', 'accept-language')
    .type('application/pdf')
    .send(bytes);
}
