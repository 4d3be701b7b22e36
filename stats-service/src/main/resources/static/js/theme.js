// Runs before the first paint, so a chosen theme does not flash; the choice stays in this browser.
(() => {
  const root = document.documentElement;
  const order = ['', 'light', 'dark'];
  const apply = (theme) => (theme ? root.setAttribute('data-theme', theme) : root.removeAttribute('data-theme'));
  const kept = () => {
    try { return localStorage.getItem('theme') ?? ''; } catch { return ''; }
  };
  apply(order.includes(kept()) ? kept() : '');

  addEventListener('DOMContentLoaded', () => {
    for (const select of document.querySelectorAll('[data-theme-choice]')) {
      select.value = root.getAttribute('data-theme') ?? '';
      select.addEventListener('change', () => {
        apply(select.value);
        try { localStorage.setItem('theme', select.value); } catch { /* a private window keeps nothing */ }
      });
    }
  });
})();
