// The service worker of `/win`: the page opens without a network, and a phone that nobody looks at is told things. It
// answers for that page and its own parts, and for nothing else: what is not named here goes its way. Rules PW1, PW2.
// The build writes its name and its list of files before this text; there are no imports in it.

/** Names the build, as the page's own `build-id` does. */
declare const BUILD: string;
/** The page's scripts, styles, faces: all that it may ask for, by addresses that name their content. */
declare const FILES: readonly string[];
/** Pictures of notices. */
declare const ICON: string;
declare const BADGE: string;

interface PushWords {
  kind: string;
  topic: string;
  title: string;
  body: string;
  lang: string;
  at: number;
}

const worker = self as unknown as ServiceWorkerGlobalScope;

const PAGE = '/win';
const PREFIX = 'winboard-win-';
const CACHE = PREFIX + BUILD;
/** A network that does not answer by then is as good as none. */
const PATIENCE_MS = 4_000;

worker.addEventListener('install', (event) => event.waitUntil(keepAll()));
worker.addEventListener('activate', (event) => event.waitUntil(dropOld()));

worker.addEventListener('fetch', (event) => {
  const { method, url, mode } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== worker.location.origin) return;
  if (mode === 'navigate' && pathname.replace(/\/$/, '') === PAGE) event.respondWith(openPage(event.request));
  else if (FILES.includes(pathname)) event.respondWith(openFile(event.request));
});

/** A page of this very build may have it at once; pages of an older one go on with what they have. */
worker.addEventListener('message', (event) => {
  const data: unknown = event.data;
  const isOurs = typeof data === 'object' && data !== null && 'build' in data && data.build === BUILD;
  if (isOurs) void worker.skipWaiting();
});

worker.addEventListener('push', (event) => event.waitUntil(show(wordsOf(event.data))));

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const { kind } = (event.notification.data ?? {}) as Partial<PushWords>;
  event.waitUntil(goTo(kind === 'bigWin' ? '#feed' : '#board'));
});

/** All or nothing, so that what is kept always fits together: the page, too, must be of this build. */
async function keepAll(): Promise<void> {
  const page = await fetch(PAGE, { cache: 'no-store' });
  const text = await page.clone().text();
  if (!page.ok || !text.includes(BUILD)) throw new Error('the page is of another build');
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES);
  await cache.put(PAGE, page);
}

async function dropOld(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** From the network where there is one, so that nobody is held on an old page; else as it was kept. */
async function openPage(request: Request): Promise<Response> {
  const kept = await (await caches.open(CACHE)).match(PAGE);
  if (!kept) return fetch(request);
  const patience = new Promise<Response>((resolve) => {
    setTimeout(() => resolve(kept), PATIENCE_MS);
  });
  const answer = fetch(request).then((response) => (response.status >= 500 ? kept : response));
  return Promise.race([answer.catch(() => kept), patience]);
}

async function openFile(request: Request): Promise<Response> {
  return (await (await caches.open(CACHE)).match(request, { ignoreVary: true })) ?? fetch(request);
}

/** Browsers want every push to be shown; one that cannot be read says at least whom it is from. */
function wordsOf(data: PushMessageData | null): Partial<PushWords> {
  try {
    return (data?.json() ?? {}) as Partial<PushWords>;
  } catch {
    return {};
  }
}

function show({ kind, topic, title, body, lang, at }: Partial<PushWords>): Promise<void> {
  const options = {
    body: body ?? '',
    lang: lang ?? '',
    // A later one of the same kind takes the earlier one's place, and is heard all the same.
    tag: topic ?? 'winboard',
    renotify: true,
    timestamp: at ?? Date.now(),
    icon: ICON,
    badge: BADGE,
    data: { kind },
  };
  return worker.registration.showNotification(title ?? 'Winboard', options);
}

/** Shows the page that is open, at another place of it, or opens one. */
async function goTo(hash: string): Promise<void> {
  const all = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const open = all.find(({ url }) => new URL(url).pathname.replace(/\/$/, '') === PAGE);
  if (!open) {
    await worker.clients.openWindow(PAGE + hash);
    return;
  }
  // Told, not navigated: what is half typed stays.
  open.postMessage({ hash });
  await open.focus();
}
