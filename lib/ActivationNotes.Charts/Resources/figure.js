(() => {
  // A set-up cell that is run again brings this again: the first stays.
  if (window.activationNotes) return;

  // Narrower than this, panels stand below each other: a phone held upright.
  const narrow = 560;

  // Classic notebooks load require.js, which plotly.js would register with instead of becoming a global: hidden while it loads.
  const evaluate = text => {
    const hidden = ['define', 'module', 'exports'].map(name => [name, Object.getOwnPropertyDescriptor(window, name)]);
    for (const [name] of hidden) { try { window[name] = undefined; } catch { /* not ours to change */ } }
    const script = document.createElement('script');
    script.textContent = text;
    document.head.append(script);
    script.remove();
    for (const [name, was] of hidden) { if (was) Object.defineProperty(window, name, was); else delete window[name]; }
    return window.Plotly;
  };

  const unpack = async block => {
    const bytes = Uint8Array.from(atob(block.textContent.trim()), letter => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return evaluate(await new Response(stream).text());
  };

  let plotly;
  const library = () => {
    if (window.Plotly) return Promise.resolve(window.Plotly);
    const block = document.querySelector('script[data-library="plotly.js"]');
    return plotly ??= block && unpack(block);
  };

  const isDark = () => {
    const body = document.body;
    // In a light page of high contrast VS Code gives both names of high contrast.
    if (body.classList.contains('vscode-light') || body.classList.contains('vscode-high-contrast-light')) return false;
    if (body.classList.contains('vscode-dark') || body.classList.contains('vscode-high-contrast')) return true;
    const lab = body.dataset.jpThemeLight;
    if (lab) return lab === 'false';
    // Classic pages are light whatever the system says: what is behind the figure decides.
    for (let element = body; element; element = element.parentElement) {
      const parts = getComputedStyle(element).backgroundColor.match(/[\d.]+/g);
      if (parts && (parts.length < 4 || +parts[3] > 0)) return (+parts[0] * 3 + +parts[1] * 6 + +parts[2]) / 10 < 128;
    }
    // Nothing is painted: then the browser paints, dark only where the page says that it can be.
    const schemes = getComputedStyle(document.documentElement).colorScheme + document.querySelector('meta[name="color-scheme"]')?.content;
    return schemes.includes('dark') && matchMedia('(prefers-color-scheme: dark)').matches;
  };

  // Where the host does not say that its page is dark, the browser would paint a white slider on it.
  const paintControls = element => { element.querySelector('.an-controls').style.colorScheme = isDark() ? 'dark' : 'light'; };

  const styleOf = plot => `${isDark() ? 'dark' : 'light'}${plot.clientWidth < narrow ? ' narrow' : ''}`;

  const layoutOf = (figure, style) => {
    const [theme, width] = style.split(' ');
    const layout = structuredClone({ ...figure.layouts[theme], ...(width && figure.narrow?.[theme]) });
    delete layout.sliders;
    return layout;
  };

  const addSliders = (element, plot, figure, Plotly) => {
    for (const slider of figure.layouts.light.sliders ?? []) {
      const label = document.createElement('label');
      const input = document.createElement('input');
      const value = document.createElement('output');
      const name = (slider.currentvalue?.prefix ?? 'value').replace(/[:\s]+$/, '');
      Object.assign(input, { type: 'range', min: 0, max: slider.steps.length - 1, step: 1, value: slider.active ?? 0 });
      input.style.width = '60%';
      value.style.display = 'block';
      const show = () => {
        const step = slider.steps[input.valueAsNumber];
        value.textContent = step.label;
        input.setAttribute('aria-valuetext', `${name} ${step.label}`);
        return step;
      };
      input.addEventListener('input', () => { const step = show(); Plotly.animate(plot, ...structuredClone(step.args)); });
      show();
      label.append(`${name} `, input, value);
      element.querySelector('.an-controls').append(label);
    }
  };

  const draw = async element => {
    const ready = library();
    if (!ready) return;
    element.dataset.drawn = 'yes';
    const Plotly = await ready;
    const figure = JSON.parse(element.querySelector('.an-data').textContent);
    const plot = element.querySelector('.an-plot');
    let style = styleOf(plot);
    await Plotly.newPlot(plot, figure.data, layoutOf(figure, style), { ...figure.config, responsive: true });
    if (figure.frames) await Plotly.addFrames(plot, figure.frames);
    addSliders(element, plot, figure, Plotly);
    paintControls(element);
    const redraw = () => {
      const now = styleOf(plot);
      if (!plot.isConnected || now === style) return;
      style = now;
      paintControls(element);
      Plotly.react(plot, plot.data, layoutOf(figure, style), plot._context);
    };
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
    new ResizeObserver(redraw).observe(plot);
    new MutationObserver(redraw).observe(document.body, { attributes: true, attributeFilter: ['class', 'data-jp-theme-light'] });
  };

  const drawAll = () => {
    for (const element of document.querySelectorAll('.an-figure:not([data-drawn])')) draw(element).catch(error => console.error(error));
  };

  // Outputs come in any order, before this one and after it: whatever appears on the page is looked at. While a page is still
  // being read, a figure may be there by half.
  let pending = false;
  const look = () => {
    if (pending) return;
    pending = true;
    setTimeout(() => { pending = false; drawAll(); }, 20);
  };
  const start = () => {
    look();
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  };
  window.activationNotes = { draw: look };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
