// Keeps the register of the day, that page alone, and what it is drawn with: without network it opens again.
const pages = `registre-${new URL(location).searchParams.get('pour')}`;
const here = new URL(registration.scope).pathname;
const today = () => new Date().toDateString();

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));

const dated = async (answer) => {
  const headers = new Headers(answer.headers);
  headers.set('x-kept-on', today());
  // It is read as it is from now on.
  headers.delete('content-encoding');
  headers.delete('content-length');
  return new Response(await answer.blob(), { status: answer.status, headers });
};

const put = async (asked, answer) => (await caches.open(pages)).put(asked, await dated(answer));

const kept = async (asked, loosely) => {
  const found = (await caches.has(pages)) && (await (await caches.open(pages)).match(asked, { ignoreSearch: loosely, ignoreVary: true }));
  return found && found.headers.get('x-kept-on') === today() ? found : undefined;
};

// The network says what is true; what was kept answers where it is silent.
const page = async (event) => {
  const { request } = event;
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected) {
      event.waitUntil(put(request.url, answer.clone()));
    }
    return answer;
  } catch (silent) {
    const found = (await kept(request.url, false)) ?? (await kept(request.url, true));
    if (found) {
      return found;
    }
    throw silent;
  }
};

const piece = async (request) => {
  try {
    return await fetch(request);
  } catch (silent) {
    const found = await kept(request.url, false);
    if (found) {
      return found;
    }
    throw silent;
  }
};

addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin) {
    return;
  }
  if (event.request.mode === 'navigate') {
    if (url.pathname === here && !url.searchParams.has('impression')) {
      event.respondWith(page(event));
    }
  } else if (['style', 'script', 'font', 'image'].includes(event.request.destination)) {
    event.respondWith(piece(event.request));
  }
});

// The page names what it is drawn with, and itself: the first visit came before this worker.
addEventListener('message', (event) => {
  if (Array.isArray(event.data?.keep)) {
    event.waitUntil(Promise.all(event.data.keep.map(async (address) => {
      const answer = await fetch(address);
      if (answer.ok && !answer.redirected) {
        await put(address, answer);
      }
    })));
  }
});
