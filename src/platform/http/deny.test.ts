import { describe, expect, it } from 'vitest';
import { codeOfError } from './deny.ts';

const error = (fields: object, message = 'words') => Object.assign(new Error(message), fields) as never;

describe('codeOfError', () => {
  it.each([
    [{ statusCode: 413 }, 'payload_too_large'],
    [{ statusCode: 415 }, 'unsupported_media_type'],
    [{ statusCode: 429 }, 'too_many_requests'],
    [{ statusCode: 400, code: 'FST_ERR_CTP_INVALID_JSON_BODY' }, 'bad_json'],
    [{ statusCode: 406 }, 'invalid'],
    [{ code: '22007' }, 'invalid'],
    [{ code: '22P02' }, 'invalid'],
    [{ code: '57P01' }, 'unavailable'],
    [{ code: '53300' }, 'unavailable'],
    [{ code: '08006' }, 'unavailable'],
    [{ code: 'ECONNREFUSED' }, 'unavailable'],
    [{ code: '23505' }, 'internal'],
    [{ code: '42601' }, 'internal'],
    [{ code: '57014' }, 'internal'],
    [{}, 'internal'],
    [{ statusCode: 500 }, 'internal'],
  ])('%j is %s', (fields, code) => {
    expect(codeOfError(error(fields))).toBe(code);
  });

  it('knows a store that is away by its words where it has no code', () => {
    for (const words of [
      'timeout exceeded when trying to connect',
      'Connection terminated unexpectedly',
      'database "huiyin" is not currently accepting connections',
    ])
      expect(codeOfError(error({}, words))).toBe('unavailable');
  });
});
