/** The element with this id. */
export function byId(id) {
  return document.getElementById(id);
}

/**
 * A new element. Properties are set as such, `data` and `aria` as attributes; children are nodes or texts, never HTML.
 */
export function el(tag, { data = {}, aria = {}, ...properties } = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  Object.assign(element.dataset, data);
  for (const [name, value] of Object.entries(aria)) {
    element.setAttribute(`aria-${name}`, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** Text of a person's making, which must not turn the direction of what stands around it. */
export function bdi(text, properties = {}) {
  return el('bdi', properties, text);
}
