import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cleanPhoto, kindOfPhoto, MAX_PHOTO_BYTES } from './photo.ts';

const picture = (width = 64, height = 40) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } });

describe('a picture from a stranger', () => {
  it('keeps its picture and loses where it was taken', async () => {
    const taken = await picture()
      .withExif({
        IFD0: { Make: 'SecretPhone', Software: 'x' },
        IFD3: { GPSLatitude: '31/1 14/1 0/1', GPSLatitudeRef: 'N' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(taken).metadata()).exif).toBeDefined();
    const clean = await cleanPhoto(taken);
    if (!clean.ok) throw new Error(clean.reason);
    for (const copy of [clean.value.full, clean.value.thumb]) {
      const { format, exif, xmp, iptc, orientation } = await sharp(copy).metadata();
      expect({ format, exif, xmp, iptc, orientation }).toEqual({
        format: 'webp',
        exif: undefined,
        xmp: undefined,
        iptc: undefined,
        orientation: undefined,
      });
      expect(copy.includes('SecretPhone')).toBe(false);
    }
    // Turned upright by what the camera said, before that was forgotten.
    expect([clean.value.width, clean.value.height]).toEqual([40, 64]);
  });

  it('is brought to a size a page can show', async () => {
    const clean = await cleanPhoto(await picture(3000, 1500).png().toBuffer());
    expect(clean).toMatchObject({ ok: true, value: { width: 2000, height: 1000 } });
    if (clean.ok) expect((await sharp(clean.value.thumb).metadata()).width).toBe(320);
  });

  it.each([
    ['words', Buffer.from('hello')],
    ['nothing', Buffer.alloc(0)],
    ['a drawing that could run', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
    ['a page with the head of a picture', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('<script>')])],
    ['half a GIF', Buffer.from('GIF89a\u0001\u0000')],
  ])('refuses %s', async (_what, bytes) => {
    expect(await cleanPhoto(bytes)).toMatchObject({ ok: false, reason: 'invalid_photo' });
  });

  it('refuses what is too heavy, or would unfold to too many pixels', async () => {
    expect(await cleanPhoto(Buffer.alloc(MAX_PHOTO_BYTES + 1))).toMatchObject({ reason: 'too_large_photo' });
    const bomb = await sharp({
      create: { width: 12_000, height: 12_000, channels: 3, background: 'white' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(MAX_PHOTO_BYTES);
    expect(await cleanPhoto(bomb)).toMatchObject({ reason: 'too_large_photo' });
  });

  it('drops what hides behind the picture', async () => {
    const clean = await cleanPhoto(
      Buffer.concat([await picture().jpeg().toBuffer(), Buffer.from('PK\u0003\u0004 hidden')]),
    );
    expect(clean.ok && clean.value.full.includes('hidden')).toBe(false);
  });

  it('knows kinds by their first bytes only', async () => {
    expect(kindOfPhoto(await picture().webp().toBuffer())).toBe('webp');
    expect(kindOfPhoto(await picture().png().toBuffer())).toBe('png');
    expect(kindOfPhoto(await picture().avif().toBuffer())).toBe('avif');
  });
});
