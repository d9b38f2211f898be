// Comfort only: every page does its work without this file.
(() => {
  const focusSummary = (within) => {
    const summary = within.querySelector('[data-takes-focus]');
    if (!summary) {
      return;
    }
    // Two fields may be wrong for the same reason: say which one each line is about.
    summary.querySelectorAll('a[href^="#"]:not([data-named])').forEach((link) => {
      const field = document.getElementById(link.hash.slice(1))?.closest('.field');
      const label = field?.querySelector('.label > span, .option > span');
      if (label) {
        link.dataset.named = '';
        link.prepend(`${label.textContent.trim()}\u00a0: `);
      }
    });
    summary.focus();
  };

  focusSummary(document);
  document.addEventListener('htmx:afterSettle', (event) => focusSummary(event.detail.elt));

  // Tabs that slide show the one we are on.
  document.querySelectorAll('.tabs [aria-current]').forEach((tab) => {
    const list = tab.closest('ul');
    list.scrollLeft = tab.offsetLeft - list.offsetLeft - (list.clientWidth - tab.offsetWidth) / 2;
  });

  // Showing a password while one types it.
  document.querySelectorAll('button[data-shows]').forEach((button) => {
    const field = document.getElementById(button.dataset.shows);
    button.hidden = !field;
    button.addEventListener('click', () => {
      const shown = field.type === 'password';
      field.type = shown ? 'text' : 'password';
      button.setAttribute('aria-pressed', String(shown));
    });
  });

  // A second press on a slow button must not send the form twice.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method === 'get' || form.dataset.resend !== undefined) {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'true';
    setTimeout(() => delete form.dataset.sent, 4000);
  });
  addEventListener('pageshow', () => {
    document.querySelectorAll('form[data-sent]').forEach((form) => delete form.dataset.sent);
  });

  // What follows the others by itself waits while somebody is in the middle of something.
  document.addEventListener('htmx:beforeRequest', (event) => {
    const live = event.detail.elt;
    if (live.matches('[data-live]')) {
      const around = live.parentElement;
      const busy = document.activeElement?.matches('input, textarea, select') && around.contains(document.activeElement);
      if (document.hidden || busy || around.querySelector('details[open]')) {
        event.preventDefault();
      }
    }
  });

  // Whoever is no longer signed in is sent to sign in: what is on the page stays until then.
  document.addEventListener('htmx:beforeSwap', (event) => {
    const { xhr, requestConfig } = event.detail;
    if (xhr.responseURL && new URL(xhr.responseURL).pathname.endsWith('/connexion')) {
      event.detail.shouldSwap = false;
      if (!requestConfig.elt.matches('[data-live]')) {
        location.assign(xhr.responseURL);
      }
    }
  });

  // One thing, as large as the screen.
  document.querySelectorAll('[data-fullscreen]').forEach((button) => {
    const target = document.querySelector('[data-fullscreen-target]');
    button.hidden = !target?.requestFullscreen;
    button.addEventListener('click', () => target.requestFullscreen());
  });

  // What a portal's box asks for, as plain text: one line, or all that a section says.
  const said = document.createElement('p');
  said.className = 'visually-hidden';
  said.setAttribute('role', 'status');
  const textOf = (button) => {
    if (button.dataset.copy) {
      return button.dataset.copy;
    }
    const section = document.getElementById(button.dataset.copySection).closest('section');
    // What the buttons are called is not what the section says.
    const buttons = section.querySelectorAll('.copy');
    buttons.forEach((one) => { one.style.visibility = 'hidden'; });
    const text = section.innerText.replace(/\n{3,}/g, '\n\n').trim();
    buttons.forEach((one) => { one.style.visibility = ''; });
    return text;
  };
  // Where the clipboard is not offered (no https), or refused: as it was done before.
  const byHand = (text) => {
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'visually-hidden';
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  };
  const copies = document.querySelectorAll('button[data-copied]');
  copies.forEach((button) => {
    button.hidden = false;
    button.addEventListener('click', async () => {
      const text = textOf(button);
      const done = await (navigator.clipboard?.writeText(text).then(() => true) ?? Promise.reject(new Error()))
        .catch(() => byHand(text));
      button.focus();
      if (done) {
        button.classList.add('done');
        said.textContent = `${button.dataset.copied}\u00a0: ${button.textContent.trim()}`;
        setTimeout(() => button.classList.remove('done'), 2000);
      }
    });
  });
  if (copies.length) {
    document.body.append(said);
  }

  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-print]')) {
      print();
    }
    document.querySelectorAll('details.menu[open]').forEach((menu) => {
      if (!menu.contains(event.target)) {
        menu.open = false;
      }
    });
  });
  document.addEventListener('keydown', (event) => {
    const menu = document.querySelector('details.menu[open]');
    if (event.key === 'Escape' && menu) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });
})();
