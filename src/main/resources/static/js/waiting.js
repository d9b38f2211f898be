// What waits on this device for a network: presses in a register, each with its own key, for 48 hours at most; what one began
// to write, until the server has it.
(() => {
  const signOut = document.querySelector('[data-signs-out]');
  if (!signOut || !window.indexedDB) {
    return;
  }
  const hours = 48;
  const days = 60;
  const who = signOut.dataset.viewer;

  const open = () => new Promise((done, fail) => {
    const asked = indexedDB.open('faire-avec', 2);
    asked.onupgradeneeded = () => ['taps', 'drafts'].filter((name) => !asked.result.objectStoreNames.contains(name))
      .forEach((name) => asked.result.createObjectStore(name, { keyPath: 'key' }));
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });

  // Written to the disk before it is said to be kept.
  const run = async (mode, work, name = 'taps') => {
    const store = await open();
    try {
      return await new Promise((done, fail) => {
        const step = store.transaction(name, mode, { durability: 'strict' });
        const asked = work(step.objectStore(name));
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

  // What was begun, by whoever is signed in; each goes to the address of its form, under the id it will have there.
  const drafts = { sent: [] };
  drafts.all = async () => (await run('readonly', (kept) => kept.getAll(), 'drafts')).filter((draft) => draft.who === who);
  drafts.keep = (draft) => run('readwrite', (kept) => kept.put({ ...draft, who }), 'drafts');
  drafts.drop = (key) => run('readwrite', (kept) => kept.delete(key), 'drafts');

  const token = () => document.querySelector('[name=_csrf]')?.value ?? '';
  const post = (draft, keepalive) => fetch(draft.to, {
    method: 'POST',
    keepalive,
    headers: { Accept: 'application/json' },
    body: new URLSearchParams([...draft.fields, ['brouillon', draft.key], ['_csrf', token()]]),
  });

  // The page of the form gives the token of the moment, and says who is signed in; the forms of this page take it too.
  const renew = async (draft) => {
    const answer = await fetch(draft.page, { headers: { Accept: 'text/html' } });
    if (answer.redirected || answer.status === 401) {
      return 'ended';
    }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector('[name=_csrf]')?.value;
    if (!fresh || page.querySelector('[data-signs-out]')?.dataset.viewer !== who) {
      return fresh ? 'other' : 'later';
    }
    document.querySelectorAll('[name=_csrf]').forEach((field) => { field.value = fresh; });
    return '';
  };

  // Forgotten here once the server has it, unless more was typed since; one that came after it was noted is of no use.
  drafts.send = async (draft, keepalive = false) => {
    let answer = await post(draft, keepalive);
    if (answer.status === 403 || answer.status === 401 || answer.redirected) {
      const obstacle = await renew(draft);
      if (obstacle) {
        return obstacle;
      }
      answer = await post(draft, keepalive);
    }
    const gone = answer.status === 410;
    if ((answer.ok && !answer.redirected) || gone) {
      const kept = (await drafts.all()).find((one) => one.key === draft.key);
      if (kept && (gone || kept.at <= draft.at)) {
        await drafts.drop(draft.key);
      }
      return gone ? 'gone' : 'kept';
    }
    if (answer.status === 409) {
      return 'stale';
    }
    return answer.status === 422 || answer.status === 404 ? 'refused' : 'later';
  };

  const flush = async () => {
    for (const draft of await drafts.all()) {
      if (Date.now() - draft.at > days * 24 * 3600_000) {
        await drafts.drop(draft.key);
      } else if (await drafts.send(draft) === 'kept') {
        drafts.sent.push(draft);
      }
    }
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

  window.waiting = { who, all, keep, drop, old, drafts };
  drafts.flushed = flush().catch(() => {});
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
      await flush().catch(() => {});
      const left = await all();
      const begun = await drafts.all();
      if (left.length + begun.length && !confirm(form.dataset.signsOut)) {
        return;
      }
      await Promise.all([...left.map((tap) => drop(tap.key)), ...begun.map((draft) => drafts.drop(draft.key))]);
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
