// Pools whose connections always act as one of our two roles and read every value into the same JavaScript type.
import pg from 'pg';

const BYTEA = 17;
const INT8 = 20;
const TEXT_ARRAY = 1009;
const INT8_ARRAY = 1016;
const DATE = 1082;
const TIMESTAMP = 1114;
const DATE_ARRAY = 1182;
const NUMERIC_ARRAY = 1231;
const NUMERIC = 1700;

const asTexts = pg.types.getTypeParser(TEXT_ARRAY as number as 16, 'text') as (text: string) => (string | null)[];
const asNumbers = (text: string) => asTexts(text).map((value) => (value === null ? null : Number(value)));

const PARSERS = new Map<number, (text: string) => unknown>([
  [INT8, Number],
  [NUMERIC, Number],
  [INT8_ARRAY, asNumbers],
  [NUMERIC_ARRAY, asNumbers],
  // A calendar day has no hour: as a Date it would move to the neighbouring day in some time zones.
  [DATE, String],
  [DATE_ARRAY, asTexts],
  [TIMESTAMP, (text) => new Date(`${text.replace(' ', 'T')}Z`)],
]);

/** Value readers for `pg`: numbers for int8 and numeric, `YYYY-MM-DD` for dates, and text arrays for arrays of text domains. */
export function typeReaders(textDomainArrays: ReadonlySet<number>): pg.CustomTypesConfig {
  const getTypeParser = (oid: number, format?: 'text' | 'binary') => {
    if (format !== 'binary' && oid !== BYTEA) {
      const own = PARSERS.get(oid) ?? (textDomainArrays.has(oid) ? asTexts : undefined);
      if (own) return own;
    }
    return pg.types.getTypeParser(oid, format as 'text');
  };
  return { getTypeParser: getTypeParser as pg.CustomTypesConfig['getTypeParser'] };
}

/** What every connection sets before its first statement; an import lifts the limits for itself with SET LOCAL. */
const SESSION = `SET search_path = public; SET TimeZone = 'UTC'; SET DateStyle = 'ISO'; SET IntervalStyle = 'iso_8601';
  SET idle_in_transaction_session_timeout = '2min'; SET lock_timeout = '15s'`;
const FOR_ROLE = {
  huiyin_app: `SET ROLE huiyin_app; SET statement_timeout = '30s'; ${SESSION}`,
  huiyin_machine: `SET ROLE huiyin_machine; SET statement_timeout = '60s'; ${SESSION}`,
};

/** Makes a pool for one role. Lost idle connections are replaced silently; a waiting caller gets an error after 20 s. */
export function newPool(options: {
  url: string;
  role: keyof typeof FOR_ROLE;
  size: number;
  arrays: ReadonlySet<number>;
}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.size,
    pipeline: true,
    application_name: `huiyin ${options.role === 'huiyin_app' ? 'app' : 'machine'} ${process.pid}`,
    connectionTimeoutMillis: 20_000,
    idleTimeoutMillis: 60_000,
    types: typeReaders(options.arrays),
    onConnect: (client) => {
      // A connection cut while in use tells its statements; without a listener the event would end the process as well.
      client.on('error', () => {});
      return client.query(FOR_ROLE[options.role]) as unknown as undefined;
    },
  });
  // Without a listener a connection cut while idle would end the process; the pool has already dropped it.
  pool.on('error', () => {});
  return pool;
}
