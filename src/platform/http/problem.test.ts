import { describe, expect, it } from 'vitest';
import { detailsOfIssues, problemOf, statusOf } from './problem.ts';

describe('statusOf', () => {
  it.each([
    ['not_found', 404],
    ['no_such_route', 404],
    ['not_signed_in', 401],
    ['wrong_credentials', 401],
    ['bad_signature', 401],
    ['stale_signature', 401],
    ['forbidden', 403],
    ['foreign_origin', 403],
    ['expired', 410],
    ['gone', 410],
    ['bad_json', 400],
    ['payload_too_large', 413],
    ['too_large_batch', 413],
    ['unsupported_media_type', 415],
    ['invalid', 422],
    ['invalid_value', 422],
    ['unknown_scope', 422],
    ['missing_email', 422],
    ['too_many_requests', 429],
    ['internal', 500],
    ['unavailable', 503],
    ['already_resolved', 409],
    ['invalidated', 409],
    ['key_used_for_another_request', 409],
    ['toString', 409],
    ['__proto__', 409],
    ['constructor', 409],
  ])('%s is %i', (code, status) => {
    expect(statusOf(code)).toBe(status);
  });
});

describe('problemOf', () => {
  it('speaks the caller’s language and names the code, whatever the language', () => {
    const zh = problemOf('not_found', 'zh-CN', { requestId: 'r1' });
    const en = problemOf('not_found', 'en');
    expect(en).toEqual({
      type: 'urn:huiyin:problem:not_found',
      title: 'Not found',
      status: 404,
      code: 'not_found',
      detail: 'It may have been removed, or it belongs to another workspace.',
    });
    expect(zh).toMatchObject({ type: en.type, status: 404, code: 'not_found', requestId: 'r1' });
    expect(zh.title).toMatch(/[\u4e00-\u9fff]/);
  });

  it('has a sentence for a code nobody translated', () => {
    expect(problemOf('never_heard_of', 'en').title).toBe('This cannot be done now (never_heard_of)');
    expect(problemOf('never_heard_of', 'en').detail).toBeUndefined();
  });

  it('names field and row, with our sentence or the sender’s, at most a hundred times', () => {
    const problem = problemOf('invalid', 'en', {
      details: [
        { path: 'items.2.rating', code: 'too_big', row: 2, message: 'x' },
        { path: 'a', code: 'no_such_issue', message: 'own words' },
        { path: 'b', code: 'no_such_issue' },
      ],
    });
    expect(problem.errors).toEqual([
      { path: 'items.2.rating', code: 'too_big', row: 2, message: 'This is too long or too large.' },
      { path: 'a', code: 'no_such_issue', message: 'own words' },
      { path: 'b', code: 'no_such_issue', message: 'This value is not accepted.' },
    ]);
    const many = Array.from({ length: 300 }, () => ({ path: 'a', code: 'other' }));
    expect(problemOf('invalid', 'en', { details: many }).errors).toHaveLength(100);
    expect(problemOf('invalid', 'en', { details: [] }).errors).toBeUndefined();
  });
});

describe('detailsOfIssues', () => {
  it('joins paths, reads our own codes from the message and rows from batches', () => {
    expect(
      detailsOfIssues([
        { path: ['items', 3, 'product'], code: 'custom', message: 'product_needs_sku_or_name' },
        { path: ['items', 'x'], code: 'too_small', message: 'Too small: expected string' },
        { path: [], code: 'invalid_type', message: 'Invalid' },
      ]),
    ).toEqual([
      { path: 'items.3.product', code: 'product_needs_sku_or_name', message: 'product_needs_sku_or_name', row: 3 },
      { path: 'items.x', code: 'too_small', message: 'Too small: expected string' },
      { path: '', code: 'invalid_type', message: 'Invalid' },
    ]);
  });
});
