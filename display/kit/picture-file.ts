// A picture as it comes from a phone or a designer, made small enough for a wall before it is sent.
import { unusable } from './unusable.ts';

export interface PictureShape {
  /** The longest side, in pixels. */
  most: number;
  /** Cut to a square about its middle. */
  isSquare?: boolean;
  /** A photograph, seen through nowhere: much smaller than what else there is. */
  isPhoto?: boolean;
}

export const PHOTO: PictureShape = { most: 512, isSquare: true };
export const LOGO: PictureShape = { most: 1000 };
export const BACKGROUND: PictureShape = { most: 1920 };
export const NOTICE: PictureShape = { most: 1600 };
const WIN: PictureShape = { most: 1280, isPhoto: true };

/** Small, and seen through where the picture is; a browser that cannot write it makes a PNG. */
const TYPE = 'image/webp';
const PHOTO_TYPE = 'image/jpeg';
const QUALITY = 0.86;

/** Draws the picture in the shape's size. Throws an ApiFailure on `file` where it cannot be read. */
export async function shapePicture(
  file: Blob,
  { most, isSquare = false, isPhoto = false }: PictureShape,
): Promise<Blob> {
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
  if (isPhoto) {
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
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
    const take = (blob: Blob | null) => (blob ? resolve(blob) : reject(unusable('media/broken')));
    canvas.toBlob(take, isPhoto ? PHOTO_TYPE : TYPE, QUALITY);
  });
}

const MOST_BYTES = 2 * 1024 * 1024;

/** A photo for a win's celebration; a GIF stays as it is, since drawing it would stop it. Rule PO4. */
export async function shapeWinPicture(file: Blob): Promise<Blob> {
  if (file.type !== 'image/gif') return await shapePicture(file, WIN);
  if (file.size > MOST_BYTES) throw unusable('media/too-large');
  await read(file);
  return file;
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
