// Where others on the network find this machine.
import { networkInterfaces } from 'node:os';

/** Its IPv4 addresses on the LAN, the most likely first. */
export function lanAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((all) =>
    (all ?? []).filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address),
  );
}

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?=:|$)/i;

/** The host of a page, as a phone beside it can open it: a TV on this very machine calls it `localhost`. */
export function reachableHost(host: string, addresses: () => readonly string[] = lanAddresses): string {
  return host.replace(LOOPBACK, (loopback) => addresses()[0] ?? loopback);
}
