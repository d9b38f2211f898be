// What one types in a form that keeps it: on this device at once, on the server as soon as it answers.
(() => {
  const form = document.querySelector('form[data-draft]');
  const { waiting } = window;
  if (!form || !waiting || !window.isSecureContext) {
    return;
  }
  const { drafts } = waiting;
  const said = form.querySelector('[data-draft-said]');
  const words = said.dataset;
  const again = form.querySelector('[data-again]');
  const id = form.elements.brouillon;
  const begun = document.querySelector('#brouillons');
  const fill = (text, part) => text.replace('{0}', part);

  const fields = () => [...new FormData(form)]
    .filter(([name, value]) => typeof value === 'string' && name !== 'brouillon' && !name.startsWith('_'));
  const untouched = JSON.stringify(fields());
  let resumed = id.value !== '';
  let silent = !navigator.onLine;
  let pending = false;
  let soon;
  let later;
  id.value ||= crypto.randomUUID();

  // A form as it came says nothing: whatever was kept of it goes.
  const draft = () => ({
    key: id.value, to: form.dataset.draft, page: form.dataset.page, at: Date.now(),
    fields: !resumed && JSON.stringify(fields()) === untouched ? [] : fields(),
  });

  const tell = (outcome) => {
    if (said.textContent !== (words[outcome] ?? '')) {
      said.textContent = words[outcome] ?? '';
    }
    again.hidden = outcome !== 'ended';
  };

  const keep = async () => {
    try {
      await drafts.keep(draft());
      return true;
    } catch {
      return false;
    }
  };

  const send = async () => {
    clearTimeout(later);
    const now = draft();
    const kept = await drafts.keep(now).then(() => true, () => false);
    let outcome;
    try {
      outcome = await drafts.send(now);
      silent = false;
    } catch {
      silent = true;
      outcome = kept ? 'silent' : 'full';
    }
    if (outcome === 'gone') {
      // Noted already, then typed in again after the browser's Back: another draft.
      id.value = crypto.randomUUID();
      return send();
    }
    pending = pending && outcome !== 'kept';
    tell(now.fields.length ? outcome : '');
    return outcome;
  };

  form.addEventListener('input', () => {
    pending = true;
    clearTimeout(soon);
    soon = setTimeout(keep, 150);
    clearTimeout(later);
    later = setTimeout(send, 1200);
  });

  // The tab may never come back: what was just typed is kept, unless its author signs out.
  const hide = () => {
    if (pending && !document.querySelector('[data-signs-out][data-sure]')) {
      keep();
      drafts.send(draft(), true).catch(() => {});
    }
  };
  document.addEventListener('visibilitychange', () => document.hidden && hide());
  addEventListener('pagehide', hide);
  addEventListener('pageshow', (event) => {
    // Back to a page that was sent: nothing of it is pending.
    pending = pending && !event.persisted;
  });

  // Without network the browser would show its own page in place of what was typed.
  form.addEventListener('submit', async (event) => {
    clearTimeout(soon);
    clearTimeout(later);
    if (!silent && navigator.onLine) {
      pending = false;
      keep();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const outcome = await send();
    if (['kept', 'refused', 'stale'].includes(outcome)) {
      form.requestSubmit(event.submitter);
    } else if (outcome === 'silent') {
      tell('held');
    }
  });

  addEventListener('offline', () => { silent = true; });
  addEventListener('online', () => pending && send());
  setInterval(() => pending && silent && send(), 20_000);

  // As it was left, whatever this page says.
  const show = (left) => {
    const typed = Map.groupBy ? Map.groupBy(left.fields, ([name]) => name)
      : left.fields.reduce((all, one) => all.set(one[0], [...(all.get(one[0]) ?? []), one]), new Map());
    [...form.elements].filter((field) => field.name && field.name !== 'brouillon' && !field.name.startsWith('_')).forEach((field) => {
      const values = (typed.get(field.name) ?? []).map(([, value]) => value);
      if (field.type === 'radio' || field.type === 'checkbox') {
        field.checked = values.includes(field.value);
      } else if (values.length && field.type !== 'submit') {
        [field.value] = values;
      }
    });
    form.querySelectorAll('details').forEach((more) => {
      more.open ||= [...more.querySelectorAll('input, select, textarea')]
        .some((field) => (field.type === 'radio' || field.type === 'checkbox' ? field.checked : field.value !== ''));
    });
    id.value = left.key;
    resumed = true;
    pending = true;
  };

  const offer = (left) => {
    const card = begun.querySelector('template').content.cloneNode(true).firstElementChild;
    const title = left.fields.find(([name, value]) => name === 'title' && value.trim());
    card.querySelector('h2').textContent = title ? fill(words.titled, title[1]) : words.untitled;
    card.querySelector('[data-resume]').addEventListener('click', () => {
      show(left);
      card.remove();
      form.querySelector('input:not([type=hidden]), textarea').focus();
    });
    card.querySelector('[data-drop]').addEventListener('click', async () => {
      card.remove();
      // Nothing is left of it on the server either, as soon as it answers.
      const nothing = { ...left, at: Date.now(), fields: [] };
      await drafts.keep(nothing);
      await drafts.send(nothing).catch(() => {});
    });
    begun.prepend(card);
  };

  // What left this device while the page came is on the server now: the page says so.
  const refresh = async () => {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const now = page.querySelector('#brouillons');
    const newer = [...form.querySelectorAll('textarea')]
      .some((one) => one.defaultValue !== page.querySelector(`textarea[name="${one.name}"]`)?.defaultValue);
    if ('shared' in form.dataset && newer && !pending && !answer.redirected) {
      // It stands in the text of all, which this page does not show yet.
      location.reload();
    }
    if (now && !answer.redirected) {
      begun.querySelectorAll('section').forEach((one) => one.remove());
      begun.prepend(...now.querySelectorAll('section'));
    }
  };

  drafts.flushed.then(async () => {
    const here = (one) => one.to === form.dataset.draft && one.fields.length > 0;
    const left = (await drafts.all()).filter(here);
    const sent = drafts.sent.filter(here);
    const mine = [...left, ...sent].find((one) => resumed && one.key === id.value);
    if (mine && !pending) {
      show(mine);
    }
    if (sent.some((one) => one !== mine)) {
      await refresh();
    }
    left.filter((one) => one !== mine && one.key !== id.value).forEach(offer);
  }).catch(() => {});

  // Opened once today, the page to note something opens again without network.
  if (navigator.serviceWorker && form.dataset.worker) {
    navigator.serviceWorker.register(`${form.dataset.worker}?pour=${waiting.who}`, { scope: form.dataset.page }).then(async (worker) => {
      const pieces = [...document.querySelectorAll('link[rel=stylesheet], link[rel=icon], link[rel=preload]')].map((one) => one.href)
        .concat([...document.scripts].map((one) => one.src).filter(Boolean));
      const { active } = await navigator.serviceWorker.ready;
      (worker.active ?? active).postMessage({ keep: [location.href.replace(/[?#].*/, ''), ...pieces] });
    }).catch(() => {});
  }
})();
