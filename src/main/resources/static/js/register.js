// How many are there, said to whoever does not see the number change.
(() => {
  const said = document.querySelector('[data-said]');
  const count = () => document.querySelector('#registre [data-count]')?.textContent ?? '';
  let last = count();
  document.addEventListener('htmx:afterSettle', () => {
    if (said && count() !== last) {
      last = count();
      said.textContent = last;
    }
  });
})();

// The register without network. Each press is kept on the device, then sent, and forgotten once the register has it.
(() => {
  const panel = document.querySelector('[data-waiting]');
  const { waiting } = window;
  if (!panel || !waiting || !window.isSecureContext) {
    return;
  }
  const list = panel.querySelector('ul');
  const line = panel.querySelector('template');
  const status = panel.querySelector('[role=status]');
  const send = panel.querySelector('[data-send]');
  const again = panel.querySelector('[data-again]');
  const words = panel.dataset;
  const every = 30_000;
  const fill = (text, ...parts) => text.replace(/\{(\d)\}/g, (_, at) => parts[at]);
  const clock = (at) => new Date(at).toLocaleTimeString('fr-FR', { hour: 'numeric', minute: '2-digit' }).replace(':', '\u00a0h\u00a0');

  let token = panel.querySelector('[name=_csrf]')?.value;
  let silent = !navigator.onLine;
  let told = '';
  let count = 0;

  const rowOf = (tap) => document.querySelector(`form[data-tap="${CSS.escape(tap.to)}"]`);

  // What was pressed shows at once; what is really in the register comes with the next answer.
  const mark = (tap) => rowOf(tap)?.querySelectorAll('button')
    .forEach((button) => button.setAttribute('aria-pressed', String(button.value === tap.status)));

  const tag = (tap) => {
    const note = document.createElement('small');
    note.className = 'tag sun';
    note.dataset.unsent = '';
    note.textContent = words.waits;
    rowOf(tap)?.after(note);
  };

  const show = async () => {
    const taps = await waiting.all();
    const held = taps.filter((tap) => silent || tap.why || tap.tries > 0);
    count = held.length;
    taps.forEach(mark);
    document.querySelectorAll('[data-unsent]').forEach((note) => note.remove());
    held.forEach(tag);
    panel.hidden = !count && !told && !silent;
    send.hidden = !count;
    again.hidden = told !== words.ended;
    status.textContent = [silent ? words.silent : '', told].filter(Boolean).join(' ');
    // Of what was pressed one after the other about somebody, the last is meant.
    const last = held.filter((tap, at) => tap.why || !held.slice(at + 1).some((later) => later.to === tap.to));
    list.replaceChildren(...last.map((tap) => {
      const item = line.content.cloneNode(true);
      item.querySelector('strong').textContent = tap.name;
      item.querySelector('[data-what]').textContent = fill(words.what, tap.label, clock(tap.at), tap.half);
      item.querySelector('[data-why]').textContent = tap.why ? fill(tap.there === undefined ? words.refused : words.conflict, tap.why) : '';
      item.querySelectorAll('button').forEach((button) => {
        button.dataset.key = tap.key;
        button.querySelector('.visually-hidden').textContent = tap.name;
      });
      item.querySelector('[data-mine]').hidden = tap.there === undefined;
      item.querySelector('[data-theirs]').hidden = tap.there === undefined;
      item.querySelector('[data-drop]').hidden = tap.there !== undefined;
      return item;
    }));
  };

  const refresh = () => window.htmx?.ajax('GET', location.href.replace(/#.*/, ''), { source: document.body, target: '#registre', select: '#registre', swap: 'outerHTML' });

  // The page itself gives the token of the moment, and says who is signed in.
  const renew = async () => {
    const answer = await fetch(words.page, { headers: { Accept: 'text/html' } });
    if (answer.redirected || answer.status === 401) {
      return words.ended;
    }
    if (!answer.ok) {
      return answer.status >= 500 ? words.later : words.closed;
    }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (page.querySelector('[data-signs-out]')?.dataset.viewer !== waiting.who) {
      return words.other;
    }
    token = page.querySelector('[data-waiting] [name=_csrf]')?.value;
    return '';
  };

  const post = (tap) => fetch(tap.to, {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body: new URLSearchParams({
      _csrf: token ?? '', key: tap.key, status: tap.status, paper: String(tap.paper), seen: tap.seen,
      age: String(Math.max(0, Math.round((Date.now() - tap.at) / 1000))),
    }),
  });

  // One after the other, in order; what comes after a press on the same line saw what that press made.
  const sendAll = async () => {
    let sent = 0;
    for (const { key } of await waiting.all()) {
      const taps = await waiting.all();
      const tap = taps.find((one) => one.key === key);
      if (!tap || tap.why) {
        continue;
      }
      await waiting.keep({ ...tap, tries: tap.tries + 1 });
      let answer = await post(tap);
      if (answer.status === 403 || answer.status === 401 || answer.redirected) {
        const obstacle = await renew();
        if (obstacle) {
          told = obstacle;
          return sent;
        }
        answer = await post(tap);
      }
      if (answer.ok && !answer.redirected) {
        const { seen } = await answer.json();
        await waiting.drop(tap.key);
        await Promise.all(taps.filter((one) => one.key !== key && one.to === tap.to && one.seen === tap.seen && !one.why)
          .map((one) => waiting.keep({ ...one, seen })));
        sent += 1;
      } else if (answer.status === 409) {
        const { seen, why } = await answer.json();
        await waiting.keep({ ...tap, tries: tap.tries + 1, why, there: seen });
      } else if (answer.status === 422) {
        const { why } = await answer.json();
        await waiting.keep({ ...tap, tries: tap.tries + 1, why });
      } else if (answer.status >= 500 || answer.status === 403 || answer.status === 429) {
        told = words.later;
        return sent;
      } else {
        await waiting.keep({ ...tap, tries: tap.tries + 1, why: words.closed });
      }
    }
    return sent;
  };

  const flush = async () => {
    if (!(await waiting.all()).some((tap) => !tap.why)) {
      if (silent) {
        silent = !(await fetch(words.page, { method: 'HEAD' }).then(() => true, () => false));
        told = silent ? told : '';
      }
      return show();
    }
    told = '';
    let sent = 0;
    try {
      const work = async () => { sent = await sendAll(); };
      await (navigator.locks ? navigator.locks.request('registre', work) : work());
      silent = false;
    } catch {
      // No answer: the press may have been taken or not; its key tells, next time.
      silent = true;
    }
    if (sent > 0) {
      await refresh();
    }
    return show();
  };

  const press = async (form, button) => {
    const tap = {
      key: crypto.randomUUID(), to: form.dataset.tap, seen: form.dataset.seen ?? '', status: button.value,
      label: button.textContent.trim(), name: form.getAttribute('aria-label'), half: words.half,
      paper: form.querySelector('[name=paper]') !== null, at: Date.now(), tries: 0,
    };
    try {
      // Pressed again before it was ever sent: the last one is meant.
      const before = (await waiting.all()).filter((one) => one.to === tap.to && (one.tries === 0 || one.why));
      await waiting.keep(before.length ? { ...tap, seen: before[0].there ?? before[0].seen } : tap);
      await Promise.all(before.map((one) => waiting.drop(one.key)));
      mark(tap);
      return true;
    } catch {
      told = fill(words.full, tap.name);
      panel.hidden = false;
      status.textContent = told;
      return false;
    }
  };

  document.addEventListener('submit', async (event) => {
    const form = event.target;
    const held = () => {
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    if (form.matches('form[data-tap]') && event.submitter) {
      held();
      if (await press(form, event.submitter)) {
        await flush();
      }
    } else if (silent && form.action.endsWith('/tous')) {
      held();
      for (const one of document.querySelectorAll('form[data-tap]')) {
        if (!one.querySelector('[aria-pressed=true], .offered') && !(await press(one, one.querySelector('[value=PRESENT]')))) {
          return;
        }
      }
      await flush();
    } else if (form.method === 'post' && form.closest('main') && (silent || (count > 0 && form.action.endsWith('/contreseing')))) {
      // Nothing typed is lost to a page that cannot come; nor is a sheet closed before what waits for it.
      held();
      told = silent ? words.needs : words.first;
      await show();
    }
  }, true);

  panel.addEventListener('click', async (event) => {
    const button = event.target.closest('button');
    if (!button) {
      return;
    }
    const tap = (await waiting.all()).find((one) => one.key === button.dataset.key);
    if (tap && button.matches('[data-mine]')) {
      await waiting.keep({ ...tap, key: crypto.randomUUID(), seen: tap.there, there: undefined, why: undefined });
      await waiting.drop(tap.key);
    } else if (tap) {
      const same = (await waiting.all()).filter((one) => one.to === tap.to && !one.why);
      await Promise.all([tap, ...(tap.why ? [] : same)].map((one) => waiting.drop(one.key)));
      await refresh();
    }
    await flush();
  });

  document.addEventListener('htmx:afterSettle', () => show());
  document.addEventListener('htmx:sendError', () => { silent = true; show(); });
  document.addEventListener('htmx:afterRequest', (event) => {
    if (silent && event.detail.xhr?.status > 0) {
      silent = false;
      flush();
    }
  });
  document.addEventListener('htmx:beforeSwap', (event) => {
    if (!event.detail.shouldSwap && event.detail.requestConfig.elt.matches('[data-live]')) {
      told = words.ended;
      show();
    }
  });
  addEventListener('online', flush);
  addEventListener('offline', () => { silent = true; show(); });
  setInterval(flush, every);

  waiting.old().then((gone) => {
    if (gone.length) {
      told = fill(words.old, String(gone.length));
    }
    return flush();
  }).catch(() => {});

  // Opened once today, it opens again without network: that page alone.
  if (navigator.serviceWorker && words.offline === 'true') {
    navigator.serviceWorker.register(`${words.worker}?pour=${waiting.who}`, { scope: words.page }).then(async () => {
      const pieces = [...document.querySelectorAll('link[rel=stylesheet], link[rel=icon], link[rel=preload]')].map((one) => one.href)
        .concat([...document.scripts].map((one) => one.src).filter(Boolean));
      const { active } = await navigator.serviceWorker.ready;
      active.postMessage({ keep: [location.href.replace(/#.*/, ''), ...pieces] });
    }).catch(() => {});
  }
})();
