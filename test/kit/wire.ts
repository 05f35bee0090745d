// A wire to a server that tests cut and mend, as networks do.
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface Wire {
  /** The server's address at this end of the wire. */
  url: string;
  cut: () => void;
  mend: () => Promise<void>;
}

export async function openWire(serverUrl: string): Promise<Wire> {
  const sockets = new Set<Socket>();
  const relay = createServer((near) => {
    const far = connect(Number(new URL(serverUrl).port), '127.0.0.1');
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
    }
  });
  const listen = (port: number): Promise<void> =>
    new Promise((resolve) => {
      relay.listen(port, '127.0.0.1', resolve);
    });
  await listen(0);
  const { port } = relay.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    cut() {
      relay.close();
      for (const socket of sockets) socket.destroy();
    },
    mend: () => listen(port),
  };
}
