// Draws every figure in a fixed way and leaves the pictures, SVG as text and PNG in base64, in #result.
// plotly.js names parts of a drawing at random: a generator that starts anew with each figure makes them the same every time.
let seed = 1;
Math.random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;

// A browser writes an element's style attribute down when it next has to, so its place among the others depends on how busy the
// machine is, and an empty one may be there or not.
function inOrder(svg) {
  const picture = new DOMParser().parseFromString(svg, 'image/svg+xml');
  for (const element of picture.querySelectorAll('*')) {
    const attributes = [...element.attributes].sort((one, other) => (one.name < other.name ? -1 : 1));
    for (const attribute of attributes) element.removeAttributeNode(attribute);
    for (const attribute of attributes) if (attribute.name !== 'style' || attribute.value !== '') element.setAttributeNode(attribute);
  }

  return new XMLSerializer().serializeToString(picture);
}

async function takeAll() {
  const result = {};
  for (const sitter of sitters) {
    seed = 1;
    try {
      const layout = { ...sitter.layout, width: sitter.width, height: sitter.height, autosize: false };
      delete layout.sliders;
      delete layout.updatemenus;
      const address = await Plotly.toImage({ data: sitter.data, layout, config: { staticPlot: true } }, { format: sitter.format, width: sitter.width, height: sitter.height, scale: sitter.format === 'png' ? 2 : 1 });
      const picture = decodeURIComponent(address.slice(address.indexOf(',') + 1));
      result[sitter.name] = sitter.format === 'svg' ? inOrder(picture) : picture;
    } catch (error) {
      console.error(sitter.name, error);
    }
  }
  document.getElementById('result').textContent = JSON.stringify(result);
}
