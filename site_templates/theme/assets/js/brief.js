/* Comfort for every page: drawer, copy buttons, table roles, folded groups, evidence pop-over. Nothing here is needed for reading. */

/* Drawer: the menu below 1220 px. Closed it is display: none, so it takes no focus; open, it pushes the page down and covers nothing. */
(() => {
  const button = document.querySelector('.f-menu'), nav = document.getElementById('f-nav');
  const open = () => button.getAttribute('aria-expanded') === 'true';
  const set = state => button.setAttribute('aria-expanded', state);
  button.addEventListener('click', event => {
    set(!open());
    if (open() && !event.detail) nav.querySelector('a').focus();
  });
  addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !open()) return;
    set(false);
    button.focus();
  });
})();

/* Copy buttons say what they did, to eyes and to screen readers. */
addEventListener('click', async event => {
  const button = event.target.closest?.('[data-copy]');
  if (!button) return;
  const words = button.dataset.words ??= button.textContent;
  let said = 'Copied';
  try { await navigator.clipboard.writeText(document.querySelector(button.dataset.copy).textContent.trim()); } catch { said = 'Not copied: select the text'; }
  button.setAttribute('aria-live', 'polite');
  button.textContent = said;
  setTimeout(() => { button.textContent = words; }, 2000);
});

/* Tables shown as blocks on phones stay tables for screen readers. */
for (const table of document.querySelectorAll('.b-stack, .b-track')) {
  const role = (selector, name) => table.querySelectorAll(selector).forEach(node => node.setAttribute('role', name));
  table.setAttribute('role', 'table');
  role('thead, tbody', 'rowgroup');
  role('tr', 'row');
  role('td', 'cell');
  role('th[scope=col]', 'columnheader');
  role('th[scope=row], th[scope=rowgroup]', 'rowheader');
}

/* Long groups of a table show their first rows until asked, filtered, or addressed. */
(() => {
  const unfold = group => group.classList.add('is-open');
  addEventListener('click', event => {
    const button = event.target.closest?.('.b-fold button');
    if (!button) return;
    const group = button.closest('tbody'), first = group.rows[11];
    unfold(group);
    first?.querySelector('a, button')?.focus();
  });
  const addressed = () => {
    const row = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const group = row && row.closest('tbody[data-fold]');
    if (!group || row === group) return;
    unfold(group);
    row.scrollIntoView();
  };
  addEventListener('hashchange', addressed);
  addressed();
})();

/* Evidence pop-over: a copy of the note, put after the mark. The link to the note is the content; this brings it to the reader. */
(() => {
  const pop = document.createElement('div');
  if (!pop.showPopover) return;
  Object.assign(pop, { className: 'f-pop', id: 'ev-pop', popover: 'manual' });
  pop.setAttribute('role', 'group');
  let mark = null, timer = 0, quiet = false;
  const markAt = node => node.closest?.('a.b-ev');
  const noteOf = a => document.getElementById(decodeURIComponent(a.hash.slice(1)));
  const later = run => { clearTimeout(timer); timer = setTimeout(run, 220); };

  const hide = () => {
    clearTimeout(timer);
    if (!mark) return;
    mark.removeAttribute('aria-expanded');
    mark = null;
    pop.remove();
  };
  const place = () => {
    if (innerWidth < 720) { pop.style.left = pop.style.top = ''; return; }
    const at = mark.getBoundingClientRect(), width = pop.offsetWidth, height = pop.offsetHeight;
    if (at.bottom < 0 || at.top > innerHeight) { hide(); return; }
    const above = at.bottom + height + 12 > innerHeight && at.top > height + 12;
    pop.style.left = `${Math.max(8, Math.min(at.left - 24, innerWidth - width - 8))}px`;
    pop.style.top = `${above ? at.top - height - 6 : at.bottom + 6}px`;
  };
  const show = a => {
    clearTimeout(timer);
    const note = noteOf(a);
    if (!note || mark === a) return;
    hide();
    mark = a;
    pop.replaceChildren(...note.cloneNode(true).childNodes);
    pop.querySelectorAll('.b-back').forEach(node => node.remove());
    pop.querySelectorAll('[id]').forEach(node => node.removeAttribute('id'));
    pop.setAttribute('aria-label', a.getAttribute('aria-label') ?? a.textContent);
    a.after(pop);
    a.setAttribute('aria-expanded', 'true');
    pop.showPopover();
    place();
    const hidden = innerWidth < 720 ? a.getBoundingClientRect().bottom - pop.getBoundingClientRect().top : 0;
    if (hidden > 0) scrollBy(0, hidden + 12);
  };

  addEventListener('pointerover', event => {
    if (event.pointerType !== 'mouse') return;
    const a = markAt(event.target);
    if (a) later(() => show(a));
    else if (pop.contains(event.target)) clearTimeout(timer);
    else if (mark && document.activeElement !== mark && !pop.contains(document.activeElement)) later(hide);
    else if (!mark) clearTimeout(timer);
  });
  addEventListener('click', event => {
    const a = markAt(event.target);
    if (!a) { if (mark && !pop.contains(event.target)) hide(); return; }
    if (!noteOf(a) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (mark === a && !event.detail) { hide(); return; }
    event.preventDefault();
    show(a);
  });
  addEventListener('focusin', event => {
    if (quiet) return;
    const a = markAt(event.target);
    if (a?.matches(':focus-visible')) show(a);
    else if (mark && event.target !== mark && !pop.contains(event.target)) hide();
  });
  addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !mark) return;
    const a = mark, inside = pop.contains(document.activeElement);
    event.preventDefault();
    hide();
    if (!inside) return;
    quiet = true;
    a.focus();
    quiet = false;
  });
  addEventListener('scroll', () => { if (mark) place(); }, { passive: true, capture: true });
  addEventListener('resize', () => { if (mark) place(); });
})();
