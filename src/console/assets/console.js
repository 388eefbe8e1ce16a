/* Small comforts; every page works without them. Keys on lists of alerts: j/k up and down, x marks, Enter opens, / searches. */
(() => {
  const rows = () => [...document.querySelectorAll('tbody tr[id]')];
  const place = () => rows().findIndex((row) => row.classList.contains('current'));

  function go(step) {
    const all = rows();
    if (all.length === 0) return;
    const from = place();
    const next = all[Math.min(Math.max(from + step, 0), all.length - 1)];
    if (from >= 0) all[from].classList.remove('current');
    next.classList.add('current');
    next.scrollIntoView({ block: 'nearest' });
    (next.querySelector('a') ?? next).focus({ preventScroll: true });
  }

  function isTyping(target) {
    return target.closest('input:not([type=checkbox]), textarea, select') !== null;
  }

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const current = rows()[place()];
    const box = current?.querySelector('input[type=checkbox]');
    if (event.key === 'j') go(1);
    else if (event.key === 'k') go(-1);
    else if (event.key === 'x' && box) box.checked = !box.checked;
    else if (event.key === '/') document.querySelector('input[type=search]')?.focus();
    else return;
    event.preventDefault();
  });

  document.addEventListener('change', (event) => {
    const all = event.target.closest('input[data-marks-all]');
    if (all) for (const box of document.querySelectorAll(`input[name="${all.dataset.marksAll}"]`)) box.checked = all.checked;
  });

  for (const button of document.querySelectorAll('button[data-print]')) button.addEventListener('click', () => window.print());
})();
