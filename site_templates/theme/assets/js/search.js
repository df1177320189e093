/* Search: a dialog over Pagefind, which is loaded when it is first opened.
   Chinese: pages carry every two neighbouring characters in their metadata, so a query is cut the same way
   (元宇宙 -> 元宇 宇宙) and each hit is then checked against the page's own words. All output is text, never markup. */
(() => {
  const dialog = document.getElementById('pf');
  if (!dialog?.showModal) return;
  const [field, list, status, kinds, start] = ['pf-q', 'pf-list', 'pf-meta', 'pf-kinds', 'pf-start'].map(id => document.getElementById(id));
  const root = new URL(`${dialog.dataset.base.replace(/\/?$/, '/')}`, location.href);
  const HAN = /[\u3400-\u9fff]+/g, PER_KIND = 3, ALONE = 20, CHECKED = 8;
  const ORDER = ['Briefing', 'Policy', 'Target', 'Conflict', 'Statement', 'Event', 'Observation', 'Place', 'Organization', 'Topic', 'Source'];
  const rank = name => (ORDER.indexOf(name) + 1) || ORDER.length + 1;
  let engine, kind = '', turn = 0;

  const node = (name, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };
  const mark = (className, href, ariaLabel, sign) => node('a', { className, href, ariaLabel }, sign);

  const load = () => engine ??= (async () => {
    const pagefind = await import(new URL('pagefind/pagefind.js', root));
    await pagefind.options({ baseUrl: root.pathname, excerptLength: 28 });
    await pagefind.init();
    const names = Object.keys((await pagefind.filters()).kind ?? {});
    return { pagefind, names };
  })();

  /* Han runs become pairs. */
  const pairs = run => run.length < 3 ? run : Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2)).join(' ');
  const cut = query => query.replace(HAN, run => ` ${pairs(run)} `).trim();
  const whole = text => text.toLowerCase().replaceAll('’', "'");
  const contains = (page, words) => {
    const { title, zh, han } = page.meta, text = whole([page.content, title, zh, han].join(' '));
    return words.every(word => text.includes(word));
  };

  /* All pages of a kind that have the words. What the index cuts up, Chinese and words with a hyphen, is checked on the first `limit` pages;
     of other words the index finds the beginnings if it does not know them, and the first pages tell. */
  const find = async (query, of, limit = Infinity) => {
    const words = whole(query).split(/\s+/).map(word => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')).filter(Boolean);
    const { pagefind } = await load(), { results } = await pagefind.search(cut(query), of ? { filters: { kind: of } } : {});
    const fitting = async hits => {
      const pages = await Promise.all(hits.map(hit => hit.data()));
      return hits.filter((_, i) => contains(pages[i], words));
    };
    const isCut = words.some(word => /[^a-z0-9]/.test(word)), first = isCut ? limit : PER_KIND;
    const sure = await fitting(results.slice(0, first)), rest = results.slice(first);
    if (!sure.length) return fitting(rest);
    return isCut ? sure.concat(rest) : results;
  };
  dialog.find = async query => (await Promise.all((await find(query)).map(hit => hit.data()))).map(page => page.url);

  /* The words marked. */
  const marked = (text, words) => {
    const pattern = words.map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
    return !pattern ? [text] : text.split(new RegExp(`(${pattern})`, 'gi')).map((part, i) => i % 2 ? node('mark', {}, part) : part);
  };
  /* The same; references to notes lead there. */
  const noted = (page, text, words) => text.split(/(≠*\s*\[\d+\])/).flatMap((part, i) => i % 2 ? mark('b-from', `${page.url}#note-${part.match(/\d+/)}`, `Source: note ${part}`, part.trim()) : marked(part, words));
  const named = (page, words) => {
    const parts = noted(page, page.meta.title, words), isNote = part => part.className === 'b-from';
    return node('b', {}, node('a', { className: 'pf-hit', href: page.url }, ...parts.filter(part => !isNote(part))), ...parts.filter(isNote));
  };
  const places = (text, word) => {
    let at = -word.length;
    return text.split(word).slice(0, -1).map(part => at += part.length + word.length);
  };
  const plain = excerpt => excerpt.replace(/<\/?mark>/g, '').replace(/&(lt|gt|amp|quot|#39);/g, (_, name) => ({ lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" })[name]);
  /* The stretch of the page that has most of the words. */
  const passage = (page, words) => {
    const text = page.content, lower = text.toLowerCase(), small = words.map(word => word.toLowerCase());
    const score = at => small.filter(word => lower.slice(at, at + 120).includes(word)).length;
    const [at] = small.flatMap(word => places(lower, word)).sort((a, b) => score(b) - score(a) || a - b);
    if (at === undefined) return plain(page.excerpt);
    let from = Math.max(0, at - 70);
    if (from) from = Math.min(at, text.indexOf(' ', from) + 1 || at);
    return `${from ? '… ' : ''}${text.slice(from, from + 190)}${text.length > from + 190 ? ' …' : ''}`;
  };
  const day = iso => {
    const [year, month, date] = (iso ?? '').split('-');
    return [date && +date, month && 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')[month - 1], year].filter(Boolean).join(' ');
  };
  const result = (page, words) => {
    const { title, where, date, zh, from, disputes } = page.meta, under = node('small', {}, [where, day(date)].filter(Boolean).join(' · '));
    for (const id of disputes?.split(' ') ?? []) under.append(mark('b-dis', new URL(`conflicts/${id}/`, root), `Sources disagree on the day: ${title}`, '≠'));
    if (from) under.append(mark('b-from', `${page.url}#${from}`, `Source: Published, ${title}`, '[“”]'));
    if (zh) under.append(under.textContent ? ' · ' : '', node('span', { lang: 'zh-Hans' }, ...marked(zh, words)));
    return node('li', {}, named(page, words), under, node('p', {}, ...noted(page, passage(page, words), words)));
  };

  const toggles = found => kinds.replaceChildren(...found.map(([name, hits]) => node('button', { type: 'button', ariaPressed: kind === name, onclick: () => { kind = kind === name ? '' : name; run(); field.focus(); } }, `${name} ${hits.length.toLocaleString('en')}`)));

  const run = async () => {
    const query = field.value.trim(), mine = ++turn, words = query.split(/\s+/).filter(word => word.length > 1 || /[\u3400-\u9fff]/.test(word));
    if (!query) {
      list.replaceChildren();
      kinds.replaceChildren();
      status.textContent = '';
      kind = '';
      start.hidden = false;
      list.hidden = true;
      return;
    }
    const { names } = await load();
    const found = (await Promise.all(names.map(async name => [name, await find(query, name, CHECKED)]))).filter(([, hits]) => hits.length).sort(([a], [b]) => rank(a) - rank(b));
    const shown = found.filter(([name]) => !kind || name === kind), total = found.reduce((sum, [, hits]) => sum + hits.length, 0);
    const groups = await Promise.all(shown.map(async ([name, hits]) => [name, hits.length, await Promise.all(hits.slice(0, kind ? ALONE : PER_KIND).map(hit => hit.data()))]));
    if (mine !== turn) return;
    list.replaceChildren();
    toggles(found);
    groups.forEach(([name, size, pages], i) => {
      const head = node('div', { id: `pf-g${i}`, className: 'pf-group' }, pages.length < size ? `${name}: ${pages.length} of ${size.toLocaleString('en')}` : name);
      const group = node('div', { role: 'group' }, head, node('ul', {}, ...pages.map(page => result(page, words))));
      group.setAttribute('aria-labelledby', head.id);
      list.append(group);
    });
    start.hidden = true;
    list.hidden = !total;
    list.scrollTop = 0;
    status.textContent = total ? `${total.toLocaleString('en')} ${total === 1 ? 'result' : 'results'}` : `No page matches all these words: “${query}”.`;
  };
  const safely = task => task().catch(() => { status.textContent = 'The search index could not be loaded. The lists have everything too.'; });

  const recent = async () => {
    const { pagefind } = await load();
    const { results } = await pagefind.search('zzall', { filters: { kind: 'Briefing' }, sort: { date: 'desc' } });
    const pages = await Promise.all(results.slice(0, 4).map(hit => hit.data()));
    if (!pages.length || start.dataset.recent) return;
    start.dataset.recent = 'yes';
    start.prepend(node('p', {}, 'Recent briefings'), node('ul', { className: 'pf-recent' }, ...pages.map(page => node('li', {}, named(page, [])))));
  };
  const open = () => {
    if (dialog.open) return;
    dialog.showModal();
    field.select();
    safely(recent);
  };

  let timer;
  field.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(() => safely(run), 120); });
  dialog.addEventListener('keydown', event => {
    if (event.isComposing) return;
    const all = [field, ...list.querySelectorAll('.pf-hit')], at = all.indexOf(event.target.closest('li')?.querySelector('.pf-hit') ?? event.target);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (at >= 0 && step) all.at((at + step) % all.length).focus();
    else if (!at && event.key === 'Enter') all[1]?.click();
    else return at > 0 && /^\S$/.test(event.key) && !event.ctrlKey && !event.metaKey && field.focus();
    event.preventDefault();
  });
  addEventListener('keydown', event => {
    const typing = event.target.closest?.('input, textarea, select, [contenteditable]');
    const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!slash && !(event.key === 'k' && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    open();
  });
  addEventListener('click', event => {
    if (event.target.closest?.('[data-search]')) open();
    else if (event.target === dialog || event.target.closest?.('.pf-x')) dialog.close();
    else if (event.target.closest?.('.pf a')) dialog.close();
  });
})();
