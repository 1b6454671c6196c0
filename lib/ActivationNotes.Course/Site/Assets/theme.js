// Runs before the first paint, so that a remembered theme does not flash.
(() => {
  const name = 'activation-notes-theme';
  const wear = theme => {
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  };
  try {
    wear(localStorage.getItem(name));
    // A table follows the page that it stands in.
    if (parent !== window) addEventListener('storage', event => { if (event.key === name) wear(event.newValue); });
  } catch {
    // Storage may be forbidden: the system's theme it is.
  }
})();
