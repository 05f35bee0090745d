// What browsers say of passkeys, as the Web Authentication standard writes it in JSON.
import { Type, type Static } from 'typebox';
import { Name, strict } from './fields.ts';

/** Longer than any part of a passkey is: an attestation carries a chain of certificates. */
const Binary = Type.String({ minLength: 1, maxLength: 32_768, pattern: '^[A-Za-z0-9_-]+$' });
const Transports = Type.Array(Type.String({ maxLength: 32 }), { maxItems: 10 });

const credential = {
  id: Type.String({ minLength: 1, maxLength: 1_400, pattern: '^[A-Za-z0-9_-]+$' }),
  rawId: Type.String({ minLength: 1, maxLength: 1_400 }),
  type: Type.Literal('public-key'),
  clientExtensionResults: Type.Object({}),
};

/** What the page gets to make or use a passkey: handed to the browser as it is. */
export const PasskeyOptions = Type.Object({ challenge: Type.String() }, { additionalProperties: true });

/** Browsers add to it what they like. */
export const PasskeyBody = Type.Object(
  {
    /** What tells it from the others; the device's name unless said. */
    name: Type.Optional(Name),
    credential: Type.Object({
      ...credential,
      response: Type.Object({
        clientDataJSON: Binary,
        attestationObject: Binary,
        transports: Type.Optional(Transports),
      }),
    }),
  },
  { additionalProperties: false },
);
export type PasskeyBody = Static<typeof PasskeyBody>;

export const PasskeySessionBody = strict({
  credential: Type.Object({
    ...credential,
    response: Type.Object({
      clientDataJSON: Binary,
      authenticatorData: Binary,
      signature: Binary,
      userHandle: Type.Optional(Type.String({ maxLength: 128 })),
    }),
  }),
});
export type PasskeySessionBody = Static<typeof PasskeySessionBody>;
