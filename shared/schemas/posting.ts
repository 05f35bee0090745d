// What a phone needs to know before a win is posted: who buys, and with whom it may be shared.
import { Type, type Static } from 'typebox';
import { Id, Instant, KindField, nullable, strict } from './fields.ts';

export const CustomerQuery = strict({
  q: Type.Optional(Type.String({ maxLength: 200, description: 'Part of the name, whatever its case and marks.' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
});

/** A customer of earlier deals, with what was said of the last one. */
export const CustomerView = Type.Object({
  name: Type.String(),
  deals: Type.Integer(),
  lastAt: Instant,
  product: Type.String(),
  kind: KindField,
  source: Type.String(),
  location: Type.String(),
});
export type CustomerView = Static<typeof CustomerView>;

/** The customers, sources and locations of earlier deals, each list with the latest first. */
export const CustomersView = Type.Object({
  items: Type.Array(CustomerView),
  sources: Type.Array(Type.String()),
  locations: Type.Array(Type.String()),
});
export type CustomersView = Static<typeof CustomersView>;

/** Somebody who sells beside one. */
export const ColleagueView = Type.Object({
  id: Id,
  name: Type.String(),
  photoId: nullable(Id),
  /** The team's name. */
  team: nullable(Type.String()),
});
export type ColleagueView = Static<typeof ColleagueView>;
