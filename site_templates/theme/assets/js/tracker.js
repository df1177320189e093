/* Filters and sorting for tables and lists that stand in the page. The HTML is in CONTRACT.md. */
(() => {
  const query = () => new URLSearchParams(location.search);
  const keep = (parameters, push) => {
    const next = `${location.pathname}${parameters.size ? `?${parameters}` : ''}${location.hash}`;
    if (next !== location.pathname + location.search + location.hash) history[push ? 'pushState' : 'replaceState'](null, '', next);
  };

  /* Filters */
  for (const form of document.querySelectorAll('form[data-filters]')) {
    const scope = document.querySelector(form.dataset.filters), output = form.querySelector('output');
    const fields = [...form.elements].filter(field => field.name), names = fields.map(field => field.name);
    const facets = fields.filter(field => field.name !== 'q');
    const rows = [...scope.querySelectorAll(facets.map(({ name }) => `tr[data-${name}], li[data-${name}]`).join())];
    const groups = [...new Set(rows.map(row => row.closest('tbody, section')))].filter(group => group && group !== scope && scope.contains(group));
    const text = new Map();
    const words = row => text.get(row) ?? text.set(row, row.textContent.toLowerCase()).get(row);
    const links = [...document.querySelectorAll('a[href^="?"]')].filter(link => [...new URLSearchParams(link.search).keys()].every(name => names.includes(name)));

    const fits = row => fields.every(({ name, value }) => {
      if (!value) return true;
      if (name === 'q') return value.toLowerCase().trim().split(/\s+/).every(word => words(row).includes(word));
      return (row.getAttribute(`data-${name}`) ?? '').split(' ').includes(value);
    });
    const apply = () => {
      let shown = 0;
      for (const row of rows) { row.hidden = !fits(row); shown += !row.hidden; }
      for (const group of groups) group.hidden = rows.every(row => row.hidden || !group.contains(row));
      scope.classList.toggle('is-filtered', fields.some(field => field.value));
      for (const link of links) {
        const here = [...new URLSearchParams(link.search)].every(([name, value]) => form.elements[name].value === value);
        link.ariaCurrent = here ? 'true' : null;
      }
      const { one, many } = output.dataset;
      output.textContent = shown ? `${shown.toLocaleString('en')} of ${rows.length.toLocaleString('en')} ${rows.length === 1 ? one : many}` : `No ${one} fits all of these. Clear one of them.`;
    };
    const read = () => {
      for (const field of fields) {
        field.value = query().get(field.name) ?? '';
        if (field.selectedIndex === -1) field.selectedIndex = 0;
      }
      apply();
    };
    const changed = push => {
      const parameters = query();
      for (const { name, value } of fields) if (value) parameters.set(name, value); else parameters.delete(name);
      keep(parameters, push);
      apply();
    };

    form.addEventListener('submit', event => event.preventDefault());
    /* Going through a list with the keyboard is one step back, not one for each entry. */
    let last;
    form.addEventListener('input', ({ target }) => {
      changed(target.name !== 'q' && target !== last);
      last = target;
    });
    form.addEventListener('focusout', () => { last = undefined; });
    form.addEventListener('reset', event => {
      event.preventDefault();
      for (const field of fields) field.value = '';
      changed(true);
    });
    for (const link of links) {
      link.addEventListener('click', event => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        const clear = link.ariaCurrent;
        for (const [name, value] of new URLSearchParams(link.search)) form.elements[name].value = clear ? '' : value;
        changed(true);
      });
    }
    addEventListener('popstate', read);
    read();
  }

  /* Sorting, inside each group */
  const compare = new Intl.Collator('en', { numeric: true }).compare;
  const number = words => { const found = words.replace(/[^\d.−-]/g, '').replace('−', '-'); return found === '' ? NaN : +found; };
  const valueOf = (cell, kind) => {
    const words = cell.dataset.v ?? (kind === 'date' ? cell.querySelector('time')?.dateTime : undefined) ?? cell.textContent.trim();
    return kind === 'num' ? number(words) : words;
  };
  const order = (table, column, kind, down) => {
    const empty = value => value === '' || Number.isNaN(value), turn = down ? -1 : 1;
    for (const group of table.tBodies) {
      const rows = [...group.rows].filter(row => !row.matches('.b-group, .b-fold')), fold = group.querySelector('.b-fold');
      const keyed = rows.map(row => [valueOf(row.cells[column], kind), row]);
      keyed.sort(([a], [b]) => empty(a) - empty(b) || turn * (kind === 'num' ? a - b : compare(a, b)));
      group.append(...keyed.map(([, row]) => row), ...(fold ? [fold] : []));
    }
  };
  for (const table of document.querySelectorAll('table[data-sort]')) {
    const heads = [...table.tHead.rows[0].cells];
    const key = head => head.dataset.key ?? head.textContent.trim().toLowerCase().replace(/\s+/g, '-');
    const sort = (head, down) => {
      for (const other of heads) other.ariaSort = null;
      head.ariaSort = down ? 'descending' : 'ascending';
      order(table, head.cellIndex, head.dataset.sort, down);
    };
    for (const head of heads.filter(cell => cell.dataset.sort)) {
      const button = Object.assign(document.createElement('button'), { type: 'button' });
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const down = head.ariaSort ? head.ariaSort === 'ascending' : head.dataset.sort !== 'text';
        sort(head, down);
        const parameters = query();
        parameters.set('sort', `${key(head)}.${down ? 'down' : 'up'}`);
        keep(parameters, true);
      });
    }
    const [name, way] = (query().get('sort') ?? '').split('.'), head = heads.find(cell => cell.dataset.sort && key(cell) === name);
    if (head) sort(head, way === 'down');
  }
})();
