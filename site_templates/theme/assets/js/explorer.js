/* Explorer: facets with counts, full text, sort and CSV; its index is in CONTRACT.md. */
(() => {
  const PAGE = 25, FIRST = 8, SEARCHED = 12;
  const node = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
      else if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value);
    }
    made.append(...children);
    return made;
  };
  const many = new Intl.NumberFormat('en').format;
  const whole = title => title.replaceAll('–', '\u2060–\u2060');

  /* Words, Chinese runs marked. */
  const CHINESE = /([\u3400-\u9fff](?:[\u3400-\u9fff0-9，。、：；（）《》〔〕—%]*[\u3400-\u9fff）》〕])?)/;
  const say = (words, lang) => lang ? [words] : words.split(CHINESE).map((run, i) => i % 2 ? node('span', { lang: 'zh-Hans' }, run) : run);

  const token = words => words.toLowerCase().trim().replace(/\s+/g, '-');

  /* What the index says, by row number. */
  const reader = index => {
    const position = Object.fromEntries(index.fields.map((name, i) => [name, i]));
    const raw = (row, name) => index.rows[row][position[name]];
    const words = (row, name) => [raw(row, name) ?? ''].flat().filter(value => value !== '').map(value => index.dict[name]?.[value] ?? `${value}`);
    let texts;
    const text = row => (texts ??= index.rows.map((_, one) => index.search.map(name => words(one, name).join(' ')).join(' ').toLowerCase()))[row];
    const url = row => raw(row, 'url') ?? `${index.base}${raw(row, 'id')}/`;
    const source = (row, column) => { const at = (url(row) + column.evidence).replace(/#.*#/, '#'); return column.evidence && at.includes('#') && words(row, column.words ?? column.key).length ? at : ''; };
    return { raw, words, text, url, source, size: index.rows.length };
  };

  /* Which rows fit, what each value would give, which single demand to drop. It runs over every row: no lists are made here. */
  const some = (value, test) => Array.isArray(value) ? value.some(test) : value != null && test(value);
  const each = (value, say) => { if (Array.isArray(value)) value.forEach(say); else if (value != null) say(value); };
  const select = (index, read, state) => {
    const terms = state.q.toLowerCase().split(/\s+/).filter(Boolean), facets = index.facets.map(({ key }) => key);
    const counts = Object.fromEntries(facets.map(key => [key, new Uint32Array(index.dict[key].length)]));
    const tally = Object.fromEntries(facets.map(key => [key, code => { counts[key][code]++; }]));
    const without = Object.fromEntries(['q', ...facets].map(key => [key, 0])), hits = [];
    const demands = facets.filter(key => state.chosen[key].size).map(key => [key, code => state.chosen[key].has(code)]);
    for (let row = 0; row < read.size; row++) {
      let failed = '', fails = 0;
      for (const [key, fits] of demands) if (!some(read.raw(row, key), fits)) { failed = key; fails++; }
      if (fails > 1) continue;
      if (!terms.every(term => read.text(row).includes(term))) { if (!fails) without.q++; continue; }
      if (fails) without[failed]++;
      else hits.push(row);
      for (const key of fails ? [failed] : facets) each(read.raw(row, key), tally[key]);
    }
    return { hits, counts, without };
  };
  const sorted = (index, read, hits, key) => {
    const { by, desc } = index.sorts.find(sort => sort.key === key), turn = desc ? -1 : 1;
    const value = row => by in index.dict ? read.words(row, by)[0] : read.raw(row, by);
    const keyed = hits.map(row => [value(row) ?? '', row]);
    keyed.sort(([a, i], [b, j]) => (a === '') - (b === '') || (a < b ? -turn : a > b ? turn : i - j));
    return keyed.map(([, row]) => row);
  };

  const csv = (index, read, hits) => {
    const cell = value => `"${/^[=+\-@\t\r]/.test(value) && isNaN(value) ? "'" : ''}${value.replaceAll('"', '""')}"`;
    const proof = row => index.columns.map(column => read.source(row, column)).filter(Boolean).map(at => new URL(at, location)).join('; ');
    const lines = [`${index.fields},evidence`, ...hits.map(row => [...index.fields.map(name => read.words(row, name).join('; ')), proof(row)].map(cell))];
    const link = node('a', { href: URL.createObjectURL(new Blob(['\ufeff', lines.join('\r\n'), '\r\n'], { type: 'text/csv' })), download: `${index.name}.csv` });
    link.click();
  };

  const cell = (index, read, row, column, first) => {
    const made = node(first ? 'th' : 'td', first ? { scope: 'row', role: 'rowheader' } : { role: 'cell', 'data-l': column.label });
    if (column.num || column.words) made.className = column.num ? 'num' : 'xp-date';
    const words = read.words(row, column.words ?? column.key), one = key => read.words(row, column[key])[0];
    const below = (attributes, ...children) => made.append(' ', node('span', { class: 'xp-sub', ...attributes }, ...children));
    const url = read.url(row), source = read.source(row, column), [page, part] = url.split('#');
    if (!words.length) made.append(node('span', { class: 'b-none' }, column.none ?? 'not stated'));
    else if (column.link) made.append(node('a', { href: url, lang: one('lang') }, ...say(whole(words[0]), one('lang'))));
    else made.append(...say(words.slice(0, 3).join(', ')), words.length > 3 ? ` and ${words.length - 3} more` : '');
    const mark = (kind, href, name, sign) => made.append(node('a', { class: kind, href, 'aria-label': name }, sign));
    for (const id of read.words(row, column.disputed)) mark('b-dis', `${index.conflicts_at}${id}/`, `Sources disagree: ${index.conflicts[id]}`, '≠');
    if (source) mark('b-from', source, `Source: ${column.label}, ${read.words(row, 'title')}`, '[“”]');
    if (one('sub')) below({ lang: one('sub_lang') }, one('sub'));
    if (one('note')) below({}, one('note'));
    if (part && one('above')) below({}, 'in ', node('a', { href: page }, ...say(whole(one('above')))));
    return made;
  };

  const mount = (root, index) => {
    const read = reader(index), state = { q: '', sort: '', chosen: {} };
    let hits = [], limit = PAGE, result;
    const named = n => `${many(n)} ${n === 1 ? index.one : index.many}`;

    const field = node('input', { type: 'search', autocomplete: 'off', oninput: () => { clearTimeout(field.timer); field.timer = setTimeout(() => { state.q = field.value.trim(); run(); keep(false); }, 80); } });
    const sorts = node('select', { onchange: () => { state.sort = sorts.value; run(); keep(true); } }, ...index.sorts.map(({ key, label }) => node('option', { value: key }, label)));
    const chips = node('div', { class: 'xp-chips' }), count = node('p', { class: 'xp-count', role: 'status' }), none = node('div', { class: 'xp-none' }), body = node('tbody', { role: 'rowgroup' });
    const heads = index.columns.map(column => {
      const ways = index.sorts.filter(({ by }) => by === column.key);
      const head = node('th', { scope: 'col', role: 'columnheader', class: column.num && 'num' });
      head.append(ways.length ? node('button', { type: 'button', onclick: () => { const at = ways.findIndex(({ key }) => key === state.sort); state.sort = ways[(at + 1) % ways.length].key; run(); keep(true); } }, column.label) : column.label);
      return head;
    });
    const table = node('table', { class: 'b-table b-stack', role: 'table', 'data-sort': true }, node('caption', { class: 'b-sr' }, index.many), node('thead', { role: 'rowgroup' }, node('tr', { role: 'row' }, ...heads)), body);
    const more = node('button', { type: 'button', class: 'b-btn', onclick: () => { const from = body.rows.length; limit += PAGE; paint(); body.rows[from]?.querySelector('a')?.focus(); } });
    const save = node('button', { type: 'button', class: 'b-btn b-btn--csv', onclick: () => csv(index, read, hits) }, 'These rows as CSV');
    const side = node('details', { class: 'xp-side' }, node('summary', {}, 'Filters'));
    side.open = matchMedia('(min-width: 60em)').matches;

    const toggle = (key, code, on) => { state.chosen[key][on ? 'add' : 'delete'](code); run(); keep(true); };
    const facets = index.facets.map(({ key, label, order }) => {
      const names = index.dict[key], box = node('div', { class: 'xp-opts' });
      const options = names.map((name, code) => ({ name, code }));
      const labelled = option => {
        if (!option.label) {
          option.check = node('input', { type: 'checkbox', onchange: () => toggle(key, option.code, option.check.checked) });
          option.tally = node('span');
          option.label = node('label', {}, option.check, node('span', {}, ...say(option.name)), option.tally);
        }
        option.check.checked = state.chosen[key].has(option.code);
        option.tally.textContent = many(result.counts[key][option.code]);
        return option.label;
      };
      const search = names.length > SEARCHED ? node('input', { type: 'search', 'aria-label': `Find in ${label}`, placeholder: `Find in ${label.toLowerCase()}`, autocomplete: 'off', oninput: () => paintFacet() }) : '';
      let all = false;
      const expand = node('button', { type: 'button', class: 'xp-all', onclick: () => { all = !all; paintFacet(); } });
      const paintFacet = () => {
        const counts = result.counts[key], chosen = state.chosen[key], typed = search && search.value.trim().toLowerCase(), focus = document.activeElement;
        const by = order ? (a, b) => a.name < b.name ? 1 : -1 : (a, b) => counts[b.code] - counts[a.code];
        const open = options.filter(({ code }) => counts[code] || chosen.has(code)).filter(option => !typed || option.name.toLowerCase().includes(typed));
        open.sort((a, b) => chosen.has(b.code) - chosen.has(a.code) || by(a, b));
        box.replaceChildren(...open.slice(0, all || typed ? undefined : Math.max(FIRST, chosen.size)).map(labelled));
        expand.hidden = open.length <= FIRST || !!typed;
        expand.textContent = all ? 'Show fewer' : `Show all ${open.length}`;
        if (focus !== document.activeElement && box.contains(focus)) focus.focus();
      };
      side.append(node('fieldset', {}, node('legend', {}, label), search, box, expand));
      return { key, label, paint: paintFacet };
    });

    const chip = (words, drop) => node('button', { type: 'button', onclick: drop, 'aria-label': `Remove filter ${words}` }, ...say(words), ' ×');
    const paintEmpty = () => {
      const drops = [...facets.filter(({ key }) => result.without[key]).map(({ key, label }) => [`${label}: ${[...state.chosen[key]].map(code => index.dict[key][code]).join(', ')}`, result.without[key], () => { state.chosen[key].clear(); }]),
        ...(result.without.q ? [[`“${state.q}”`, result.without.q, () => { state.q = ''; }]] : [])];
      none.replaceChildren(...(hits.length ? [] : [node('p', {}, `No ${index.one} fits all of these.`), ...drops.map(([words, n, drop]) => node('p', {}, node('button', { type: 'button', class: 'b-btn', onclick: () => { drop(); run(); keep(true); } }, `Drop ${words}: ${named(n)}`)))]));
    };
    const paint = () => {
      body.replaceChildren(...hits.slice(0, limit).map(row => node('tr', { role: 'row' }, ...index.columns.map((column, i) => cell(index, read, row, column, !i)))));
      more.hidden = limit >= hits.length;
      more.textContent = `Show ${Math.min(PAGE, hits.length - limit)} more`;
      table.hidden = save.hidden = !hits.length;
    };
    const run = () => {
      result = select(index, read, state);
      hits = sorted(index, read, result.hits, state.sort);
      limit = PAGE;
      if (field.value.trim() !== state.q) field.value = state.q;
      sorts.value = state.sort;
      const { by, desc } = index.sorts.find(({ key }) => key === state.sort);
      heads.forEach((head, i) => { head.ariaSort = index.columns[i].key !== by ? null : desc ? 'descending' : 'ascending'; });
      for (const { paint: facet } of facets) facet();
      chips.replaceChildren(...facets.flatMap(({ key, label }) => [...state.chosen[key]].map(code => chip(`${label}: ${index.dict[key][code]}`, () => toggle(key, code, false)))));
      count.textContent = hits.length === read.size ? named(read.size) : `${many(hits.length)} of ${named(read.size)}`;
      paintEmpty();
      paint();
    };

    const restore = () => {
      const parameters = new URLSearchParams(location.search), sort = parameters.get('sort');
      state.q = parameters.get('q') ?? '';
      state.sort = index.sorts.some(({ key }) => key === sort) ? sort : index.sorts[0].key;
      for (const { key } of index.facets) state.chosen[key] = new Set(parameters.getAll(key).map(value => index.dict[key].findIndex(name => token(name) === token(value))).filter(code => code >= 0));
      run();
    };
    const keep = push => {
      const parameters = new URLSearchParams();
      if (state.q) parameters.set('q', state.q);
      for (const { key } of index.facets) for (const code of state.chosen[key]) parameters.append(key, index.dict[key][code]);
      if (state.sort !== index.sorts[0].key) parameters.set('sort', state.sort);
      history[push ? 'pushState' : 'replaceState'](null, '', `${location.pathname}${parameters.size ? `?${parameters}` : ''}${location.hash}`);
    };

    root.replaceChildren(side, node('div', { class: 'xp-main' }, node('div', { class: 'xp-bar' }, node('label', {}, 'Search', field), node('label', {}, 'Sort by', sorts)), chips, count, none, table, node('div', { class: 'xp-foot' }, more, save)));
    restore();
    addEventListener('popstate', restore);
  };

  for (const root of document.querySelectorAll('[data-explorer]')) {
    fetch(new URL(root.dataset.explorer, location.href)).then(answer => answer.ok ? answer.json() : Promise.reject()).then(index => {
      mount(root, index);
      root.dataset.ready = Math.round(performance.now());
    }).catch(() => root.classList.add('is-failed'));
  }
})();
