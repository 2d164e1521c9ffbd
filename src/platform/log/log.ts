// Structured logs: one JSON line an event, with everything secret or personal cut out before it is written.
import { pino } from 'pino';

export type Log = Pick<pino.Logger, 'info' | 'warn' | 'error' | 'debug' | 'child'>;

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
        '*.password',
        '*.secret',
        '*.token',
        'text',
        '*.text',
      ],
      censor: '[removed]',
    },
    serializers: { error: pino.stdSerializers.err, err: pino.stdSerializers.err },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return destination ? pino(options, pino.destination({ dest: destination, mkdir: true, sync: false })) : pino(options);
}
