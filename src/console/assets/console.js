/*
 * Small comforts; every page works without them. Keys: j and k go down and up a list, x marks, o opens, / searches, ? says them;
 * a button with `data-key` is pressed by that key, for the marked rows or else for the one the keys stand on.
 */
(() => {
  const rows = () => [...document.querySelectorAll('tbody tr[id]')];
  const current = () => document.querySelector('tbody tr.current');
  const boxOf = (row) => row?.querySelector('input[type=checkbox]');

  function go(step) {
    const all = rows();
    if (all.length === 0) return;
    const from = all.indexOf(current());
    const next = all[Math.min(Math.max(from + step, 0), all.length - 1)];
    if (from >= 0) all[from].classList.remove('current');
    next.classList.add('current');
    next.scrollIntoView({ block: 'nearest' });
    (next.querySelector('a') ?? next).focus({ preventScroll: true });
  }

  function press(key) {
    const button = document.querySelector(`button[data-key="${CSS.escape(key)}"]`);
    if (!button) return false;
    const marked = document.querySelector('tbody input[type=checkbox]:checked');
    const box = boxOf(current());
    if (!marked && box) box.checked = true;
    button.click();
    return true;
  }

  const KEYS = {
    j: () => go(1),
    k: () => go(-1),
    x() {
      const box = boxOf(current());
      if (box) box.checked = !box.checked;
    },
    o: () => current()?.querySelector('a')?.click(),
    '/': () => document.querySelector('input[type=search]')?.focus(),
    '?': () => document.getElementById('keys')?.toggleAttribute('open'),
  };

  function isTyping(target) {
    return target.closest('input:not([type=checkbox]), textarea, select') !== null;
  }

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (Object.hasOwn(KEYS, event.key)) KEYS[event.key]();
    else if (!press(event.key)) return;
    event.preventDefault();
  });

  document.addEventListener('change', (event) => {
    const all = event.target.closest('input[data-marks-all]');
    if (all) for (const row of rows()) if (boxOf(row)) boxOf(row).checked = all.checked;
  });

  // What only works with a script is only there with one.
  for (const element of document.querySelectorAll('[data-script]')) element.hidden = false;
  for (const button of document.querySelectorAll('button[data-print]')) button.addEventListener('click', () => print());
})();
