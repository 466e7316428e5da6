// Building blocks of the page. Everything shown goes through textContent: no text that
// came from a chain is ever read as markup.

/**
 * el makes an element. Of props, class, text, on (a click handler) and style (custom
 * properties) are special, all others are attributes; null and false ones are left out.
 */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "text") node.textContent = value;
    else if (name === "class") node.className = value;
    else if (name === "on") node.addEventListener("click", value);
    else if (name === "style") Object.entries(value).forEach(([k, v]) => node.style.setProperty(k, v));
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((c) => c !== null));
  return node;
}

/** svg makes an SVG element out of attributes. */
export function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
  node.append(...children);
  return node;
}

/**
 * sync makes the children of a list those of items, in order. An element is made anew
 * when its version changes, else left alone, so that focus and selection stay.
 */
export function sync(list, items, { key, version, make }) {
  const old = new Map([...list.children].map((node) => [node.dataset.key, node]));
  let at = list.firstElementChild;
  for (const item of items) {
    const k = String(key(item));
    const v = version(item);
    let node = old.get(k);
    if (!node || node.dataset.version !== v) {
      const fresh = make(item);
      fresh.dataset.key = k;
      fresh.dataset.version = v;
      if (node) swap(node, fresh);
      if (at === node) at = fresh;
      node = fresh;
    }
    old.delete(k);
    if (node === at) at = at.nextElementSibling;
    else list.insertBefore(node, at);
  }
  old.forEach((node) => node.remove());
}

/** swap replaces an element by its new version and keeps the keyboard focus in place. */
function swap(node, fresh) {
  const reach = (n) => [n, ...n.querySelectorAll("button, summary")];
  const place = reach(node).indexOf(document.activeElement);
  node.replaceWith(fresh);
  if (place >= 0) reach(fresh)[place]?.focus({ preventScroll: true });
}

/**
 * plain makes text of others safe to read: control and direction characters, with which
 * it could pose as something else, become visible, and it ends somewhere.
 */
export function plain(text, limit = 400) {
  const visible = String(text).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "\u{fffd}");
  return visible.length > limit ? visible.slice(0, limit) + " …" : visible;
}

/** short is a hash as it fits into a line. */
export const short = (hash) => (hash ? `${hash.slice(0, 6)}…${hash.slice(-4)}` : "none");

const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });

/** time shows the time of day of unix milliseconds. */
export const time = (ms) => clock.format(ms);

/** span shows a length of time. */
export function span(ms) {
  if (ms < 1) return "less than 1 ms";
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 10000) return `${(ms / 1000).toFixed(2)} s`;
  return ms < 120000 ? `${Math.round(ms / 1000)} s` : `${Math.round(ms / 60000)} min`;
}

/** count shows a number with its noun. */
export const count = (n, noun) => `${n.toLocaleString("en")} ${noun}${n === 1 ? "" : "s"}`;

/**
 * hue is the colour of the chain at a place in the set: far from its neighbours', and
 * never red, which means trouble here.
 */
export const hue = (place) => ({ "--hue": (60 + (190 + 176.1 * Math.max(0, place)) % 285).toFixed(1) });
