// Search within the site, without any service: the index is a file like the others, loaded with the first search.
(() => {
  const limit = 20;
  const words = text => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const entries = window.activationNotesIndex.map(([kind, title, address, text]) => ({ kind, title, address, text, titleWords: words(title), textWords: words(text) }));

  const best = (list, wanted, whole, part) => list.includes(wanted) ? whole : list.some(word => word.startsWith(wanted)) ? part : 0;

  // Every word must be there; a title weighs more than text, a whole word more than its beginning.
  function score(entry, query) {
    let sum = 0;
    for (const wanted of query) {
      const found = best(entry.titleWords, wanted, 12, 7) + best(entry.textWords, wanted, 3, 1);
      if (found === 0) return 0;
      sum += found;
    }
    return sum / (1 + entry.titleWords.length / 40);
  }

  function excerpt(entry, query) {
    const text = entry.text;
    const lower = text.toLowerCase();
    const hit = query.map(wanted => lower.search(new RegExp(`(?<![\\p{L}\\p{N}])${wanted}`, 'u'))).filter(place => place >= 0);
    const start = Math.max(0, (hit.length ? Math.min(...hit) : 0) - 60);
    const from = start === 0 ? 0 : text.indexOf(' ', start) + 1;
    return `${from > 0 ? '… ' : ''}${text.slice(from, from + 150)}${text.length > from + 150 ? ' …' : ''}`;
  }

  // Made of text nodes only: what the index says is never markup.
  function marked(text, query) {
    const element = document.createElement('span');
    if (query.length === 0) { element.textContent = text; return element; }
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${query.join('|')})`, 'giu');
    for (const [index, part] of text.split(pattern).entries()) {
      if (index % 2 === 1) element.append(Object.assign(document.createElement('mark'), { textContent: part }));
      else element.append(part);
    }
    return element;
  }

  const dialog = document.createElement('dialog');
  dialog.className = 'search';
  dialog.setAttribute('aria-label', 'Search');
  const input = Object.assign(document.createElement('input'), { type: 'search', placeholder: 'Search the course', autocomplete: 'off', spellcheck: false });
  input.setAttribute('aria-label', 'Search the course');
  const close = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Close' });
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  const results = document.createElement('ol');
  const head = document.createElement('div');
  head.append(input, close);
  dialog.append(head, status, results);
  document.body.append(dialog);

  function show() {
    const query = words(input.value);
    const found = query.length === 0 ? [] : entries.map(entry => ({ entry, weight: score(entry, query) })).filter(one => one.weight > 0).sort((a, b) => b.weight - a.weight);
    status.textContent = query.length === 0 ? '' : found.length === 0 ? 'Nothing found.' : found.length > limit ? `${found.length} results, the best ${limit} shown.` : `${found.length} result${found.length === 1 ? '' : 's'}.`;
    results.replaceChildren(...found.slice(0, limit).map(({ entry }) => {
      const link = document.createElement('a');
      link.href = entry.address;
      const title = document.createElement('strong');
      title.append(marked(entry.title, query));
      const kind = Object.assign(document.createElement('small'), { textContent: entry.kind });
      link.append(title, ' ', kind);
      const text = document.createElement('p');
      text.append(marked(excerpt(entry, query), query));
      const item = document.createElement('li');
      item.append(link, text);
      return item;
    }));
  }

  input.addEventListener('input', show);
  close.addEventListener('click', () => dialog.close());
  results.addEventListener('click', event => { if (event.target.closest('a')) dialog.close(); });
  dialog.addEventListener('keydown', event => {
    const links = [...results.querySelectorAll('a')];
    // In a search field the first Escape would only empty it.
    if (event.key === 'Escape') { event.preventDefault(); dialog.close(); return; }
    if (event.key === 'Enter' && event.target === input) { links[0]?.click(); return; }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const place = links.indexOf(document.activeElement) + step;
    (place < 0 ? input : links[Math.min(place, links.length - 1)])?.focus();
  });

  window.activationNotesSearch = () => { dialog.showModal(); input.select(); };
})();
