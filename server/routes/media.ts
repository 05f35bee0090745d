// Pictures and sounds: taken by what their bytes say, served as nothing but that.
import { Type } from 'typebox';
import { Refusal } from '../../shared/problem.ts';
import { MediaView } from '../../shared/schemas/wall.ts';
import { actorOf, userIdOf } from '../http.ts';
import { readPicture } from '../media/picture.ts';
import { isWav, readSound } from '../media/sound.ts';
import { Uploads } from '../media/uploads.ts';
import type { Api, Parts } from '../parts.ts';

const FILE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'audio/wav', 'audio/x-wav', 'audio/wave'];
const ANY_TYPE = 'application/octet-stream';
const MAX_BYTES = 3 * 1024 * 1024;
const FileBody = Type.Unsafe<Buffer>({ description: 'The file itself.' });
const ById = Type.Object({ id: Type.String({ maxLength: 64 }) });

export function mediaRoutes(app: Api, parts: Parts): void {
  void app.register((files: Api, _, done) => {
    const types = [...FILE_TYPES, ANY_TYPE];
    files.addContentTypeParser(types, { parseAs: 'buffer', bodyLimit: MAX_BYTES }, (__, body, parsed) => {
      parsed(null, body);
    });
    uploadRoute(files, parts, types);
    done();
  });

  // No account is asked for: a TV's <img> has none to show. The id is 120 random bits, and what is behind it never changes.
  app.get(
    '/media/:id',
    { config: { access: 'public' }, schema: { tags: ['wall'], summary: 'A picture or a sound', params: ById } },
    (request, reply) => {
      const media = parts.tables.media.read(request.params.id);
      if (!media) throw new Refusal('media/not-found');
      return reply
        .type(media.type)
        .header('cache-control', 'public, max-age=31536000, immutable')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(media.bytes);
    },
  );
}

function uploadRoute(app: Api, { ledger, tables, clock }: Parts, consumes: string[]): void {
  const uploads = new Uploads(tables, clock);

  app.post(
    '/api/media',
    {
      config: { access: ['media:write'] },
      bodyLimit: MAX_BYTES,
      schema: {
        tags: ['wall'],
        summary: 'Upload a picture (PNG, JPEG, WebP, GIF) or a sound (WAV); the body is the file',
        consumes,
        body: FileBody,
        response: { 201: MediaView },
      },
    },
    async (request, reply) => {
      const { bytes, ...about } = readMedia(request.body);
      uploads.admit(userIdOf(request), bytes.length);
      const { id, type, width, height, durationMs } = await ledger.run('media:add', actorOf(request), {
        width: null,
        height: null,
        durationMs: null,
        ...about,
        bytes,
      });
      return reply.code(201).send({ id, type, width, height, durationMs, bytes: bytes.length });
    },
  );
}

function readMedia(body: unknown) {
  if (!Buffer.isBuffer(body)) throw new Refusal('request/media-type', [], 'Send the file itself.');
  return isWav(body) ? readSound(body) : readPicture(body);
}
