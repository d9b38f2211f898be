// Loaded before the first paint: the theme somebody chose must not flash past the other one.
(() => {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const key = 'theme';
  const chosen = () => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const show = () => {
    root.dataset.theme = chosen() ?? (dark.matches ? 'dark' : 'light');
  };

  root.classList.add('js');
  show();
  dark.addEventListener('change', show);
  addEventListener('storage', show);
  document.addEventListener('click', (event) => {
    if (!event.target.closest('[data-theme-switch]')) {
      return;
    }
    const next = root.dataset.theme === 'dark' ? 'light' : 'dark';
    try {
      // Choosing what the system already shows means following it again.
      if ((next === 'dark') === dark.matches) {
        localStorage.removeItem(key);
      } else {
        localStorage.setItem(key, next);
      }
    } catch {
      // Private browsing: the choice lasts for this page.
    }
    root.dataset.theme = next;
  });
})();
