// A picture as it comes from a phone or a designer, made small enough for a wall before it is sent.
import { unusable } from './unusable.ts';

export interface PictureShape {
  /** The longest side, in pixels. */
  most: number;
  /** Cut to a square about its middle. */
  isSquare?: boolean;
}

export const PHOTO: PictureShape = { most: 512, isSquare: true };
export const LOGO: PictureShape = { most: 1000 };
export const BACKGROUND: PictureShape = { most: 1920 };
export const NOTICE: PictureShape = { most: 1600 };

/** Small, and seen through where the picture is; a browser that cannot write it makes a PNG. */
const TYPE = 'image/webp';
const QUALITY = 0.86;

/** Draws the picture in the shape's size. Throws an ApiFailure on `file` where it cannot be read. */
export async function shapePicture(file: Blob, { most, isSquare = false }: PictureShape): Promise<Blob> {
  const picture = await read(file);
  const { naturalWidth: width, naturalHeight: height } = picture;
  const side = Math.min(width, height);
  const from = isSquare ? { width: side, height: side } : { width, height };
  const scale = Math.min(1, most / Math.max(from.width, from.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(from.width * scale));
  canvas.height = Math.max(1, Math.round(from.height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw unusable('media/broken');
  context.drawImage(
    picture,
    (width - from.width) / 2,
    (height - from.height) / 2,
    from.width,
    from.height,
    0,
    0,
    canvas.width,
    canvas.height,
  );
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(unusable('media/broken'))), TYPE, QUALITY);
  });
}

async function read(file: Blob): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(file);
  try {
    const picture = new Image();
    picture.src = url;
    await picture.decode();
    return picture;
  } catch {
    throw unusable('media/type');
  } finally {
    URL.revokeObjectURL(url);
  }
}
