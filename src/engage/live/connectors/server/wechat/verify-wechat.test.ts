// WeChat's signatures, by the example of its documentation.
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { isEncryptedByWechat, isFromWechat, signWechat } from './verify-wechat.ts';

const query = { signature: '899cf89e464efb63f54ddac96b0a0a235f53aa78', timestamp: '1714037059', nonce: '486452656' };

it('checks the address as the documentation does', () => {
  expect(signWechat('AAAAA', query.timestamp, query.nonce)).toBe(query.signature);
  expect(isFromWechat('AAAAA', query)).toBe(true);
  expect(isFromWechat('AAAAB', query)).toBe(false);
  expect(isFromWechat('AAAAA', { ...query, nonce: undefined })).toBe(false);
  expect(isFromWechat('AAAAA', { ...query, signature: undefined })).toBe(false);
});

it('covers the encrypted message', () => {
  const encrypt = 'RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo';
  const signature = createHash('sha1')
    .update([query.nonce, query.timestamp, 'AAAAA', encrypt].sort().join(''))
    .digest('hex');
  expect(isEncryptedByWechat('AAAAA', { ...query, msg_signature: signature }, encrypt)).toBe(true);
  expect(isEncryptedByWechat('AAAAA', { ...query, msg_signature: signature }, `${encrypt}x`)).toBe(false);
});
