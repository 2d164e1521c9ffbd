// The description of the API is valid, complete, and the one that is checked in.
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { describeApi } from '../../src/main/cli/openapi.command.ts';
import { readText } from '../architecture/source-files.ts';

interface Operation {
  operationId: string;
  summary: string;
}

describe('openapi.json', () => {
  it('is OpenAPI 3.1 and names every operation once', async () => {
    const document = (await describeApi()) as { openapi: string; paths: Record<string, Record<string, Operation>> };
    expect(document.openapi).toBe('3.1.0');
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(operations.length).toBeGreaterThan(80);
    expect(new Set(operations.map((operation) => operation.operationId)).size).toBe(operations.length);
    expect(operations.filter((operation) => !operation.summary)).toEqual([]);
    const verdict = await new Validator().validate(JSON.parse(JSON.stringify(document)));
    expect(verdict.errors ?? []).toEqual([]);
  });

  it('is the one that is checked in: `npm run openapi` writes it anew', async () => {
    expect(JSON.parse(readText('openapi.json'))).toEqual(JSON.parse(JSON.stringify(await describeApi())));
  });
});
