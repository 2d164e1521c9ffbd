// Structured logs: one JSON line an event, with everything secret or personal cut out before it is written.
import { pino } from 'pino';

export type Log = Pick<pino.Logger, 'info' | 'warn' | 'error' | 'debug' | 'child'>;

/** Fields that hold a secret or somebody's words or address, at the top of a line or one level down. */
const SECRET = ['password', 'secret', 'token', 'authorization', 'cookie', 'text', 'email', 'phone', 'link'];

/** PostgreSQL repeats the row at fault in an error's detail and in its position in the words: both stay out of the log. */
function withoutRows(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { detail: _detail, where: _where, internalQuery: _query, ...kept } = pino.stdSerializers.err(error);
  return kept;
}

/** @param level pino's level name; `silent` in tests */
export function createLog(level: string, destination?: string): pino.Logger {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    redact: {
      paths: [
        'req.headers.authorization',
        'req.headers.cookie',
        'headers.authorization',
        'headers.cookie',
        ...SECRET.flatMap((name) => [name, `*.${name}`]),
      ],
      censor: '[removed]',
    },
    serializers: { error: withoutRows, err: withoutRows },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return destination ? pino(options, pino.destination({ dest: destination, mkdir: true, sync: false })) : pino(options);
}
