// Letters no person wrote are told from those a person wrote.
import { describe, expect, it } from 'vitest';
import { automaticReason, type LetterHead } from './automatic.ts';
import { baseAddress, markedAddress, marksOf, messageIds } from './reply-mark.ts';
import { scanAttachment } from './scan-attachment.ts';

const head = (headers: Record<string, string>, more: Partial<LetterHead> = {}): LetterHead => ({
  headers: new Map(Object.entries(headers)),
  from: 'li@example.com',
  subject: '被子漏毛',
  envelopeFrom: 'li@example.com',
  own: ['service@shop.com'],
  ...more,
});

describe('an automatic letter', () => {
  it.each([
    [head({ 'auto-submitted': 'auto-replied' }), 'auto_submitted'],
    [head({ 'auto-submitted': 'auto-generated; type=x' }), 'auto_submitted'],
    [head({ 'x-autoreply': 'yes' }), 'auto_reply'],
    [head({ 'x-autorespond': '' }), 'auto_reply'],
    [head({ precedence: 'bulk' }), 'bulk'],
    [head({ precedence: 'auto_reply' }), 'auto_reply'],
    [head({ 'list-id': '<news.example.com>' }), 'mailing_list'],
    [head({ 'list-unsubscribe': '<mailto:x@y.z>' }), 'mailing_list'],
    [head({ 'content-type': 'multipart/report; report-type=delivery-status' }), 'bounce'],
    [head({ 'x-failed-recipients': 'a@b.c' }), 'bounce'],
    [head({ 'return-path': '<>' }), 'null_sender'],
    [head({}, { envelopeFrom: '' }), 'null_sender'],
    [head({}, { subject: '自动回复: 被子' }), 'out_of_office'],
    [head({}, { subject: 'Automatic reply: kettle' }), 'out_of_office'],
    [head({}, { subject: 'Out of Office: back on Monday' }), 'out_of_office'],
    [head({}, { subject: '退信：您的邮件' }), 'bounce'],
    [head({}, { subject: 'Undelivered Mail Returned to Sender' }), 'bounce'],
    [head({}, { from: 'MAILER-DAEMON@mx.example.com' }), 'auto_reply'],
    [head({}, { from: 'no-reply@shop.example' }), 'auto_reply'],
    [head({}, { from: 'Service@Shop.com' }), 'own_address'],
  ])('is recognised: case %#', (given, wanted) => {
    expect(automaticReason(given)).toBe(wanted);
  });

  it.each([
    head({ 'auto-submitted': 'no' }),
    head({ 'x-autoreply': 'no' }),
    head({ precedence: 'first-class' }),
    head({}, { subject: '我不在办公室，被子怎么退' }),
    head({}, { subject: 'Your auto feature does not work' }),
    head({}, { envelopeFrom: null }),
    head({}, { from: 'nora@example.com' }),
  ])('is not a person: case %#', (given) => {
    expect(automaticReason(given)).toBeNull();
  });
});

describe('a mark', () => {
  const mark = '0123456789abcdef0123456789abcdef';
  it('is found in addresses before ids, whatever the case of letters', () => {
    expect(markedAddress('service@shop.com', mark)).toBe(`service+r-${mark}@shop.com`);
    const other = mark.replace('0', 'f');
    const found = marksOf({
      addresses: ['SERVICE+R-0123456789ABCDEF0123456789ABCDEF@shop.com'],
      ids: [`<mail_1.${other}@shop.com>`, '<x@y>'],
    });
    expect(found).toEqual([mark, other]);
    expect(marksOf({ addresses: ['service+r-0123@shop.com'], ids: ['<a.b@c>'] })).toEqual([]);
  });

  it('leaves the plain address behind', () => {
    expect(baseAddress('Service+R-abc@Shop.com')).toBe('service@shop.com');
    expect(baseAddress('+a@b.c')).toBe('+a@b.c');
    expect(messageIds('<a@b> junk <c d> <e@f>')).toEqual(['<a@b>', '<e@f>']);
  });
});

describe('an attachment', () => {
  const bytes = (...parts: (string | number[])[]) =>
    Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)));
  const scan = (name: string, declared: string, content: Uint8Array, limit = 1_000_000) =>
    scanAttachment({ name, declared, bytes: content, limit }).held;
  const jpeg = bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF');
  const png = bytes([0x89], 'PNG', [13, 10, 26, 10], 'IHDR');
  const zip = bytes('PK', [3, 4], 'x');
  it.each([
    ['a.jpg', 'image/jpeg', jpeg, null],
    ['a.jpg', 'application/octet-stream', jpeg, null],
    ['a.jpg', 'image/png', png, null],
    ['a.pdf', 'application/pdf', bytes('%PDF-1.7\n/Type /Catalog'), null],
    ['a.txt', 'text/plain', bytes('hello'), null],
    ['a.txt', 'text/plain', Uint8Array.from(Buffer.from('被子漏毛')), null],
    ['a.exe', 'application/octet-stream', bytes('MZ', [0, 1]), 'program'],
    ['photo.jpg', 'image/jpeg', bytes('MZ', [0, 1]), 'program'],
    ['photo.jpg.exe', 'image/jpeg', jpeg, 'program'],
    ['photo.js', 'text/plain', bytes('alert(1)'), 'program'],
    ['run', 'text/plain', bytes('#!/bin/sh'), 'program'],
    ['a.zip', 'application/zip', zip, 'archive'],
    ['a.jpg', 'image/jpeg', zip, 'archive'],
    ['a.rar', 'application/octet-stream', bytes('Rar!'), 'archive'],
    ['a.gz', 'application/gzip', bytes([0x1f, 0x8b]), 'archive'],
    ['a.docm', 'application/octet-stream', zip, 'macros'],
    ['a.doc', 'application/msword', bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'macros'],
    ['a.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', zip, 'kind_not_allowed'],
    ['a.html', 'text/html', bytes('<html>'), 'active_page'],
    ['a.txt', 'text/plain', bytes('<script>x</script>'), 'active_page'],
    ['a.svg', 'image/svg+xml', bytes('<svg xmlns="x">'), 'active_page'],
    ['a.png', 'image/png', bytes('<?xml version="1.0"?><svg>'), 'active_page'],
    ['a.pdf', 'application/pdf', bytes('%PDF-1.7 /OpenAction /JavaScript'), 'active_page'],
    ['a.pdf', 'application/pdf', jpeg, 'kind_differs'],
    ['a.jpg', 'image/jpeg', bytes('just words'), 'kind_differs'],
    ['a.bin', 'application/octet-stream', bytes([0, 1, 2, 3]), 'kind_not_allowed'],
    ['a.mp4', 'video/mp4', bytes([0, 0, 0, 32], 'ftypisom'), 'kind_not_allowed'],
    ['empty.txt', 'text/plain', bytes(), 'empty'],
  ])('%s said to be %s', (name, declared, content, wanted) => {
    expect(scan(name, declared, content)).toBe(wanted);
  });
  it('larger than allowed is held', () => {
    expect(scan('a.jpg', 'image/jpeg', jpeg, 4)).toBe('too_large');
  });
});
