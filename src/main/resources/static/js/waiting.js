// What waits on this device for a network: presses in a register, each with its own key, for 48 hours at most.
(() => {
  const signOut = document.querySelector('[data-signs-out]');
  if (!signOut || !window.indexedDB) {
    return;
  }
  const hours = 48;
  const who = signOut.dataset.viewer;

  const open = () => new Promise((done, fail) => {
    const asked = indexedDB.open('faire-avec', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore('taps', { keyPath: 'key' });
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });

  // Written to the disk before it is said to be kept.
  const run = async (mode, work) => {
    const store = await open();
    try {
      return await new Promise((done, fail) => {
        const step = store.transaction('taps', mode, { durability: 'strict' });
        const asked = work(step.objectStore('taps'));
        step.oncomplete = () => done(asked.result);
        step.onerror = step.onabort = () => fail(step.error);
      });
    } finally {
      store.close();
    }
  };

  // Those of whoever is signed in, in the order they were made.
  const all = async () => (await run('readonly', (taps) => taps.getAll()))
    .filter((tap) => tap.who === who)
    .sort((one, other) => one.at - other.at);
  const keep = (tap) => run('readwrite', (taps) => taps.put({ ...tap, who }));
  const drop = (key) => run('readwrite', (taps) => taps.delete(key));

  // Nobody remembers what was pressed two days ago: it goes, whoever pressed it, and whoever did is told.
  const old = async () => {
    const gone = (await run('readonly', (taps) => taps.getAll())).filter((tap) => Date.now() - tap.at > hours * 3600_000);
    await Promise.all(gone.map((tap) => drop(tap.key)));
    return gone.filter((tap) => tap.who === who);
  };

  // A register is read without network on its own day, by the one who opened it.
  const fold = async (everything) => {
    const today = new Date().toDateString();
    for (const name of (await caches.keys()).filter((one) => one.startsWith('registre-'))) {
      const kept = await caches.open(name);
      const all = everything || name !== `registre-${who}`;
      for (const asked of await kept.keys()) {
        if (all || (await kept.match(asked))?.headers.get('x-kept-on') !== today) {
          await kept.delete(asked);
        }
      }
      if (!(await kept.keys()).length) {
        await caches.delete(name);
        for (const worker of await navigator.serviceWorker.getRegistrations()) {
          if ((worker.active ?? worker.waiting ?? worker.installing)?.scriptURL.endsWith(name.slice('registre-'.length))) {
            await worker.unregister();
          }
        }
      }
    }
  };
  const folds = Boolean(window.caches && navigator.serviceWorker);

  window.waiting = { who, all, keep, drop, old };
  if (folds) {
    fold(false).catch(() => {});
  }

  // Nothing is left behind by whoever signs out; what was not sent yet is told first.
  document.addEventListener('submit', async (event) => {
    const form = event.target;
    if (!form.matches('[data-signs-out]') || form.dataset.sure !== undefined) {
      return;
    }
    event.preventDefault();
    try {
      const left = await all();
      if (left.length && !confirm(form.dataset.signsOut)) {
        return;
      }
      await Promise.all(left.map((tap) => drop(tap.key)));
      if (folds) {
        await fold(true);
      }
    } catch {
      // Nothing can be kept here: nothing is.
    }
    form.dataset.sure = '';
    form.requestSubmit();
  });
})();
