// Where a notice may be sent: a subscription's address comes from a browser, and anybody could name a machine of the
// office's own network. Rule PN5.
import { BlockList, isIP } from 'node:net';
import { lookup as resolve, type LookupAddress, type LookupOptions } from 'node:dns';

/** Names that mean this machine or this network. */
const NEAR_NAMES = /(^|\.)(localhost|local|lan|home|internal|intranet|corp|home\.arpa|test|invalid|onion)$/;

/** Addresses that nobody else on the internet has. */
const NEAR = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  NEAR.addSubnet(network, bits, 'ipv4');
}
for (const [network, bits] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  NEAR.addSubnet(network, bits, 'ipv6');
}

/** Whether a notice may be sent to this address: https, on its own port, to a host with a public name. */
export function isPublicEndpoint(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, port, username, password } = new URL(text);
  const isPlain = protocol === 'https:' && port === '' && username === '' && password === '';
  const host = hostname.replace(/\.$/, '');
  return isPlain && host.includes('.') && !host.startsWith('[') && isIP(host) === 0 && !NEAR_NAMES.test(host);
}

/** Whether an address is on the internet, and not this machine's or this network's. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  // ::ffff:10.0.0.1 is 10.0.0.1; the list looks through that by itself.
  return !NEAR.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

type Answer = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/** Looks a name up as sockets do, and refuses one whose address is not public: a public name may mean a near machine. */
export function publicLookup(host: string, options: LookupOptions, answer: Answer): void {
  resolve(host, { ...options, all: true }, (error, found) => {
    const first = found?.[0];
    if (error || !first) answer(error ?? new Error(`${host} has no address`), '');
    else if (!found.every(({ address }) => isPublicAddress(address))) answer(new Error(`${host} is not public`), '');
    else if (options.all === true) answer(null, found);
    else answer(null, first.address, first.family);
  });
}
