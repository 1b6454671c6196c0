(() => {
  const course = window.activationNotes ??= { waiting: [] };

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

  course.library ??= () => {
    if (window.Plotly) return Promise.resolve(window.Plotly);
    if (course.plotly) return course.plotly;
    const block = document.querySelector('script[data-library="plotly.js"]');
    return block ? course.plotly = unpack(block) : null;
  };

  const isDark = () => {
    const body = document.body;
    if (body.classList.contains('vscode-dark') || body.classList.contains('vscode-high-contrast')) return true;
    if (body.classList.contains('vscode-light')) return false;
    const lab = body.dataset.jpThemeLight;
    if (lab) return lab === 'false';
    // Classic pages are light whatever the system says: what is behind the figure decides.
    for (let element = body; element; element = element.parentElement) {
      const parts = getComputedStyle(element).backgroundColor.match(/[\d.]+/g);
      if (parts && (parts.length < 4 || +parts[3] > 0)) return (+parts[0] * 3 + +parts[1] * 6 + +parts[2]) / 10 < 128;
    }
    return false;
  };

  const layoutOf = figure => {
    const layout = structuredClone(figure.layouts[isDark() ? 'dark' : 'light']);
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
      const show = () => {
        const step = slider.steps[input.valueAsNumber];
        value.textContent = ` ${step.label}`;
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
    if (element.dataset.drawn) return;
    const library = course.library();
    if (!library) return;
    element.dataset.drawn = 'yes';
    const Plotly = await library;
    const figure = JSON.parse(element.querySelector('.an-data').textContent);
    const plot = element.querySelector('.an-plot');
    await Plotly.newPlot(plot, figure.data, layoutOf(figure), { ...figure.config, responsive: true });
    if (figure.frames) await Plotly.addFrames(plot, figure.frames);
    addSliders(element, plot, figure, Plotly);
    const redraw = () => Plotly.react(plot, plot.data, layoutOf(figure), plot._context);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
    new MutationObserver(redraw).observe(document.body, { attributes: true, attributeFilter: ['class', 'data-jp-theme-light'] });
  };

  // Outputs come in any order, and hosts may insert this script before the elements beside it: looked for until found.
  const drawAll = () => { for (const element of document.querySelectorAll('.an-figure')) draw(element).catch(error => console.error(error)); };
  let tries = 0;
  const look = () => {
    drawAll();
    if (++tries < 60) setTimeout(look, tries < 10 ? 50 : 500);
  };
  look();
  return '/*task*/';
})();
