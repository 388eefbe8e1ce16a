/*
 * Small comforts; every page works without them. Keys: j and k go down and up a list, x marks, o opens, / searches, ? says them;
 * a button with `data-key` is pressed by that key, for the marked rows or else for the one the keys stand on; one with `data-ask`
 * is pressed by the second of two in a row, for a key is easily hit. What an act lacks is said beside its form.
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

  /** What the last key left open: the button that waits for the second press, and the box that was marked for it. */
  let pending = { button: null, box: null };

  function press(key) {
    const button = document.querySelector(`button[data-key="${CSS.escape(key)}"]`);
    if (!button) return false;
    if (pending.button === button) {
      button.click();
      return true;
    }
    leave();
    const marked = document.querySelector('tbody input[type=checkbox]:checked');
    const box = marked ? null : boxOf(current());
    if (box) box.checked = true;
    if (lacks(button)) pending = { button: null, box };
    else if (button.dataset.ask) {
      pending = { button, box };
      say(button.form, button.dataset.ask.replace('{n}', String(boxesIn(button.form).filter(({ checked }) => checked).length || 1)));
      button.focus();
    } else button.click();
    return true;
  }

  function leave() {
    if (pending.button) say(pending.button.form, '');
    if (pending.box) pending.box.checked = false;
    pending = { button: null, box: null };
  }

  const boxesIn = (form) => [...form.querySelectorAll('input[type=checkbox][name=alert]')];

  function say(form, text) {
    form.querySelector('[data-says]').textContent = text;
  }

  /** Whether something is missing that an act needs; then it is said, and the focus is where it is to be put. */
  function lacks(button) {
    const { form, dataset } = button;
    const words = form.querySelector('[data-says]')?.dataset;
    // A form that says nothing leaves it to the browser to ask for what is missing.
    if (!words) return false;
    const boxes = boxesIn(form);
    const unmarked = boxes.length > 0 && !boxes.some(({ checked }) => checked);
    const needed = (dataset.needs ?? '').split(' ').filter(Boolean);
    const empty = needed.map((name) => form.elements.namedItem(name)).find(({ value }) => value.trim() === '');
    if (unmarked) say(form, words.mark);
    else say(form, empty ? words.fill + empty.labels[0].textContent : '');
    const place = unmarked ? boxes[0] : empty;
    place?.focus();
    return place !== undefined;
  }

  const KEYS = {
    j: () => go(1),
    k: () => go(-1),
    x() {
      const box = boxOf(current());
      if (box) box.checked = !box.checked;
    },
    o: () => current()?.querySelector('a')?.click(),
    '/': () => (document.querySelector('main input[type=search]') ?? document.querySelector('input[type=search]'))?.focus(),
    '?': () => document.getElementById('keys')?.toggleAttribute('open'),
  };

  function isTyping(target) {
    return target.closest('input:not([type=checkbox]), textarea, select') !== null;
  }

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.body.dataset.keys === 'off') return;
    const typing = isTyping(event.target);
    // Whoever writes what is missing means the marked row still; any other key takes back what was asked.
    if (pending.button ? ![pending.button.dataset.key, 'Enter', ' '].includes(event.key) : !typing) leave();
    if (typing) return;
    if (Object.hasOwn(KEYS, event.key)) KEYS[event.key]();
    // A key that is held down is one press.
    else if (!event.repeat && !press(event.key)) return;
    event.preventDefault();
  });

  document.addEventListener('submit', (event) => {
    if (event.submitter?.name === 'act' && lacks(event.submitter)) event.preventDefault();
  });

  document.addEventListener('change', (event) => {
    const all = event.target.closest('input[data-marks-all]');
    if (all) for (const row of rows()) if (boxOf(row)) boxOf(row).checked = all.checked;
  });

  let written = false;
  document.addEventListener('input', () => {
    written = true;
  });

  for (const element of document.querySelectorAll('[data-live]')) {
    const told = new EventSource(element.dataset.live);
    told.onmessage = ({ data }) => {
      element.textContent = data;
    };
    told.addEventListener('done', () => {
      told.close();
      const { done } = element.nextElementSibling?.dataset ?? {};
      // What somebody is writing is not taken from under their hands.
      if (done && written) element.textContent = done;
      else location.reload();
    });
  }

  for (const element of document.querySelectorAll('[data-gone-after]')) {
    setTimeout(() => element.remove(), Number(element.dataset.goneAfter) * 1000);
  }

  // What only works with a script is only there with one.
  for (const element of document.querySelectorAll('[data-script]')) element.hidden = false;
  for (const button of document.querySelectorAll('button[data-print]')) button.addEventListener('click', () => print());
})();
