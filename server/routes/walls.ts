// The wall's look and sound, and playlists.
import { Type } from 'typebox';
import { Refusal } from '../../shared/problem.ts';
import { PlaylistBody, PlaylistView, WallPatch, WallView } from '../../shared/schemas/wall.ts';
import { actorOf } from '../http.ts';
import type { Api, Parts } from '../parts.ts';

const ById = Type.Object({ id: Type.String() });

export function wallRoutes(app: Api, parts: Parts): void {
  const { ledger, directory } = parts;

  app.get(
    '/api/wall',
    {
      config: { access: ['board:read'] },
      schema: { tags: ['wall'], summary: 'The look and sound of all screens', response: { 200: WallView } },
    },
    () => directory.wall,
  );

  app.patch(
    '/api/wall',
    {
      config: { access: ['wall:write'] },
      schema: { tags: ['wall'], summary: 'Change look and sound', body: WallPatch, response: { 200: WallView } },
    },
    async (request) => {
      await ledger.run('wall:patch', actorOf(request), request.body);
      return directory.wall;
    },
  );
  playlistRoutes(app, parts);
}

function playlistRoutes(app: Api, parts: Parts): void {
  const { directory } = parts;

  app.get(
    '/api/playlists',
    {
      config: { access: ['screen:read'] },
      schema: {
        tags: ['wall'],
        summary: 'Every playlist',
        response: { 200: Type.Object({ items: Type.Array(PlaylistView) }) },
      },
    },
    () => ({ items: directory.playlists.map(({ id }) => playlistView(parts, id)) }),
  );

  app.get(
    '/api/playlists/:id',
    {
      config: { access: ['screen:read'] },
      schema: { tags: ['wall'], summary: 'One playlist', params: ById, response: { 200: PlaylistView } },
    },
    (request) => playlistView(parts, request.params.id),
  );

  playlistWrites(app, parts);
}

function playlistWrites(app: Api, parts: Parts): void {
  const { ledger } = parts;

  app.post(
    '/api/playlists',
    {
      config: { access: ['wall:write'] },
      schema: { tags: ['wall'], summary: 'Make a playlist', body: PlaylistBody, response: { 201: PlaylistView } },
    },
    async (request, reply) => {
      const { id } = await ledger.run('playlist:create', actorOf(request), request.body);
      return reply.code(201).send(playlistView(parts, id));
    },
  );

  app.put(
    '/api/playlists/:id',
    {
      config: { access: ['wall:write'] },
      schema: {
        tags: ['wall'],
        summary: 'Change a playlist; its screens follow at once',
        params: ById,
        body: PlaylistBody,
        response: { 200: PlaylistView },
      },
    },
    async (request) => {
      const { id } = request.params;
      await ledger.run('playlist:put', actorOf(request), { id, body: request.body });
      return playlistView(parts, id);
    },
  );

  app.delete(
    '/api/playlists/:id',
    {
      config: { access: ['wall:write'] },
      schema: { tags: ['wall'], summary: 'Remove a playlist; its screens play the built-in one', params: ById },
    },
    async (request, reply) => {
      await ledger.run('playlist:remove', actorOf(request), { id: request.params.id });
      return reply.code(204).send();
    },
  );
}

function playlistView({ directory }: Parts, id: string): PlaylistView {
  const playlist = directory.playlists.find((one) => one.id === id);
  if (!playlist) throw new Refusal('playlist/not-found');
  return { ...playlist, items: playlist.items.map((item) => ({ ...item, days: [...item.days] })) };
}
