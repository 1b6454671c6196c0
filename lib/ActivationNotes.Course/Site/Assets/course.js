// What a page does beyond being read: theme, copying, the outline's current line, and figures that answer.
// Everything here is an addition: without it the page still says and shows all it has to say.
const root = document.documentElement;
const ownScript = document.currentScript;

function isDark() {
  return root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

function setUpTheme() {
  const button = document.querySelector('button.theme');
  const label = () => { button.textContent = isDark() ? 'Light theme' : 'Dark theme'; };
  button.hidden = false;
  label();
  button.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    try { localStorage.setItem('activation-notes-theme', root.dataset.theme); } catch { /* not remembered, then */ }
    label();
    redrawAll();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { label(); redrawAll(); });
}

function setUpCopying() {
  for (const block of document.querySelectorAll('.code')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = 'Copy';
    button.addEventListener('click', async () => {
      button.textContent = await copy(block.querySelector('code')) ? 'Copied' : 'Press Ctrl+C';
      setTimeout(() => { button.textContent = 'Copy'; }, 2000);
    });
    block.append(button);
  }
}

// Pages opened from a disk have no clipboard interface in every browser: then the text is selected.
async function copy(element) {
  try {
    await navigator.clipboard.writeText(element.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(element);
    return document.execCommand('copy');
  }
}

// What scrolls must be reachable by keys; what does not should not be one more stop on the way.
function setUpScrolling() {
  const scrolls = element => element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
  const watcher = new ResizeObserver(entries => {
    for (const { target } of entries) {
      if (scrolls(target)) target.tabIndex = 0;
      else target.removeAttribute('tabindex');
    }
  });
  for (const element of document.querySelectorAll('pre, .wide, .scroll, .formula')) watcher.observe(element);
}

function setUpOutline() {
  const outline = document.querySelector('.contents details');
  if (!outline) return;
  if (!matchMedia('(min-width: 72rem)').matches) outline.open = false;
  const links = new Map([...outline.querySelectorAll('a')].map(link => [link.hash.slice(1), link]));
  const headings = [...links.keys()].map(id => document.getElementById(id)).filter(Boolean);
  const mark = () => {
    const here = headings.filter(heading => heading.getBoundingClientRect().top < innerHeight / 3).at(-1);
    for (const [id, link] of links) link.classList.toggle('here', id === here?.id);
  };
  addEventListener('scroll', mark, { passive: true });
  mark();
}

// The boxes above the claims work by the style sheet alone; what is added is the count, and that lessons with nothing to show step aside.
function setUpClaims() {
  const filter = document.querySelector('.kinds');
  if (!filter) return;
  const update = () => {
    const hidden = new Set([...filter.querySelectorAll('input:not(:checked)')].map(box => box.id.slice('show-'.length)));
    let [shown, all] = [0, 0];
    for (const section of document.querySelectorAll('.claims-of')) {
      const rows = [...section.querySelectorAll('tr[data-kind]')];
      const left = rows.filter(row => !hidden.has(row.dataset.kind)).length;
      section.hidden = left === 0;
      [shown, all] = [shown + left, all + rows.length];
    }
    filter.querySelector('.shown').textContent = hidden.size > 0 ? `${shown} of ${all} claims are shown.` : '';
  };
  filter.addEventListener('change', update);
  update();
}

// Paper shows everything: folds open before printing, and close again.
function setUpPrinting() {
  let opened = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('article details:not([open])')].filter(fold => !fold.classList.contains('data'));
    for (const fold of opened) fold.open = true;
    for (const picture of document.querySelectorAll('img[loading=lazy]')) picture.loading = 'eager';
  });
  addEventListener('afterprint', () => { for (const fold of opened) fold.open = false; });
}

// Figures. plotly.js is large, so a page that is only opened never loads it: the reader has to have done something
// (scrolled, pointed, typed), and a figure has to be in view.
const drawn = new Map();
let library;

function load(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${address} could not be loaded`));
    document.head.append(script);
  });
}

// Search. The index holds the words of the whole course, so it comes with the first search.
let search;

async function openSearch() {
  search ??= load('assets/search-index.js').then(() => load('assets/search.js'));
  await search;
  window.activationNotesSearch();
}

function setUpSearch() {
  const button = document.querySelector('button.search');
  const open = () => openSearch().catch(error => { search = undefined; console.error(error); });
  button.hidden = false;
  button.addEventListener('click', open);
  addEventListener('keydown', event => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.('input, textarea, select, [contenteditable]')) return;
    event.preventDefault();
    open();
  });
}

// Below this width panels stand below each other: the figure brings what then differs of its layout.
const narrowBelow = 560;

function isNarrow(place) {
  return place.clientWidth < narrowBelow;
}

function layoutOf(figure, narrow) {
  const theme = isDark() ? 'dark' : 'light';
  const layout = structuredClone({ ...figure.layouts[theme], ...(narrow && figure.narrow?.[theme]) });
  layout.autosize = true;
  // The size is that of the chart's place on the page.
  delete layout.width;
  delete layout.height;
  delete layout.sliders;
  delete layout.updatemenus;
  return layout;
}

// A chart that could not be drawn leaves its picture where it was, and can be asked for again.
const failed = new Map();

async function show(element) {
  try {
    await draw(element);
  } catch (error) {
    console.error(error);
    drawn.delete(element.dataset.figure);
    if (!window.Plotly) library = undefined;
    element.querySelector('.drawn')?.remove();
    for (const replaced of element.querySelectorAll('.picture, .no-picture')) replaced.hidden = false;
    offerAgain(element);
  }
}

function offerAgain(element) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'The interactive chart could not be loaded. Try again';
  // What was missing for one was most likely missing for all.
  button.addEventListener('click', () => {
    const waiting = [...failed];
    failed.clear();
    for (const [figure, offer] of waiting) {
      offer.remove();
      show(figure);
    }
  });
  failed.set(element, button);
  element.querySelector('.controls').append(button);
}

async function draw(element) {
  const id = element.dataset.figure;
  if (drawn.has(id)) return;
  drawn.set(id, null);
  library ??= load(ownScript.dataset.plotly);
  await Promise.all([library, load(`figures/${id}.js`)]);
  const figure = window.activationNotesFigures[id];
  const plot = element.querySelector('.plot');
  const chart = document.createElement('div');
  chart.className = 'drawn';
  plot.append(chart);
  const picture = [...plot.querySelectorAll('.picture')].find(image => image.offsetHeight > 0);
  const narrow = isNarrow(plot);
  const stacked = narrow && figure.narrow?.light.height;
  if (stacked || picture) chart.style.height = `${stacked || Math.max(picture.offsetHeight, 300)}px`;
  chart.hidden = true;
  await document.fonts.ready;
  chart.hidden = false;
  for (const replaced of plot.querySelectorAll('.picture, .no-picture')) replaced.hidden = true;
  const config = { displaylogo: false, ...figure.config, responsive: true };
  // Under a finger the bar of tools would stay, and cover the legend.
  if (matchMedia('(hover: none)').matches) config.displayModeBar = false;
  await Plotly.newPlot(chart, figure.data, layoutOf(figure, narrow), config);
  if (figure.frames) await Plotly.addFrames(chart, figure.frames);
  const entry = { chart, figure, narrow };
  drawn.set(id, entry);
  new ResizeObserver(() => {
    if (!chart.clientWidth || isNarrow(plot) === entry.narrow) return;
    entry.narrow = isNarrow(plot);
    redraw(entry);
  }).observe(plot);
  setUpSliders(element, chart, figure);
}

// The library's own sliders cannot be moved with keys: the browser's can, and screen readers know them.
function setUpSliders(element, chart, figure) {
  for (const [place, slider] of (figure.layouts.light.sliders ?? []).entries()) {
    const label = document.createElement('label');
    const input = document.createElement('input');
    const value = document.createElement('output');
    const name = document.createElement('span');
    const prefix = slider.currentvalue?.prefix ?? '';
    name.textContent = prefix.replace(/[:=\s]+$/, '') || 'Value';
    Object.assign(input, { type: 'range', min: 0, max: slider.steps.length - 1, step: 1, value: slider.active ?? 0 });
    const show = () => {
      const step = slider.steps[input.valueAsNumber];
      value.textContent = step.label;
      input.setAttribute('aria-valuetext', `${name.textContent} ${step.label}`);
      return step;
    };
    input.addEventListener('input', () => {
      const step = show();
      Plotly[step.method ?? 'animate'](chart, ...structuredClone(step.args));
    });
    show();
    label.append(name, input, value);
    element.querySelector('.controls').append(label);
    if (place === 0) element.classList.add('has-slider');
  }
}

function redraw(entry) {
  return Plotly.react(entry.chart, entry.chart.data, layoutOf(entry.figure, entry.narrow), entry.chart._context);
}

function redrawAll() {
  for (const entry of drawn.values()) {
    if (entry) redraw(entry);
  }
}

function setUpFigures() {
  const figures = document.querySelectorAll('figure[data-figure]');
  if (figures.length === 0 || !ownScript.dataset.plotly) return;
  const watcher = new IntersectionObserver(entries => {
    for (const entry of entries.filter(seen => seen.isIntersecting)) {
      watcher.unobserve(entry.target);
      show(entry.target);
    }
  });
  const events = ['scroll', 'pointermove', 'pointerdown', 'touchstart', 'wheel', 'keydown'];
  const arm = () => {
    for (const name of events) removeEventListener(name, arm);
    for (const figure of figures) watcher.observe(figure);
  };
  for (const name of events) addEventListener(name, arm, { passive: true });
}

setUpTheme();
setUpSearch();
setUpCopying();
setUpScrolling();
setUpOutline();
setUpPrinting();
setUpClaims();
setUpFigures();
