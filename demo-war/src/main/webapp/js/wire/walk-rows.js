const STEPS = { ArrowUp: -1, ArrowDown: 1 };

/** Arrow keys go from row to row, so that hundreds of rows are one stop of the Tab key. Enter opens a row. */
export function walkRows(list) {
  list.addEventListener('keydown', (event) => {
    const step = STEPS[event.key];
    if (!step || event.altKey) return;
    const summaries = [...list.querySelectorAll('summary')];
    const at = summaries.indexOf(document.activeElement);
    const next = at < 0 ? summaries.at(-1) : summaries[at + step];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  });
}
