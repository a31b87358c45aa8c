// Runs before the first paint, so that a chosen theme does not flash the other one.
try {
  const chosen = JSON.parse(localStorage.getItem('gotalk.theme'));
  if (chosen) {
    document.documentElement.dataset.theme = chosen;
  }
} catch {
  // Storage is switched off: the system's theme it is.
}
