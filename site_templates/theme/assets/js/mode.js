/* Light or dark, before the first paint. The reader's choice is kept on this device only. */
(() => {
  const root = document.documentElement, dark = matchMedia('(prefers-color-scheme: dark)');
  const chosen = () => { try { return localStorage.getItem('briefbook-mode'); } catch { return null; } };
  const mode = () => chosen() ?? (dark.matches ? 'dark' : 'light');
  const show = () => {
    root.dataset.mode = mode();
    document.querySelector('.f-mode')?.setAttribute('aria-pressed', mode() === 'dark');
  };
  const choose = next => {
    try {
      if (next === (dark.matches ? 'dark' : 'light')) localStorage.removeItem('briefbook-mode');
      else localStorage.setItem('briefbook-mode', next);
    } catch { root.dataset.mode = next; return; }
    show();
  };
  root.classList.add('js');
  show();
  dark.addEventListener('change', show);
  addEventListener('storage', show);
  addEventListener('DOMContentLoaded', () => {
    show();
    document.querySelector('.f-mode')?.addEventListener('click', () => choose(root.dataset.mode === 'dark' ? 'light' : 'dark'));
  });
})();
