// A bundle as lanes: one for each chain it touches, its legs from left to right in order
// of execution, and an arrow from each burn to its mint.

import { el, svg, hue, short } from "./dom.js";
import { num } from "./rpc.js";

const label = 40, width = 128, gap = 36, row = 36; // pixels; a leg is 28 high

/** lanes draws the legs. place(chainId) gives a chain's place in the set; open(hash) looks a transaction up. */
export function lanes(legs, { place, open }) {
  const ids = [...new Set(legs.map((leg) => num(leg.chainId)))].sort((a, b) => a - b);
  const x = (i) => label + i * (width + gap);
  const y = (leg) => ids.indexOf(num(leg.chainId)) * row;
  const size = { "--w": `${x(legs.length) - gap}px`, "--h": `${ids.length * row}px` };
  const canvas = el("div", { class: "canvas", style: size });
  for (const id of ids) {
    const style = { ...hue(place(id)), "--y": `${ids.indexOf(id) * row}px` };
    canvas.append(el("span", { class: "lane", text: String(id), style }));
  }
  canvas.append(arrows(legs, x, y));
  legs.forEach((leg, i) => {
    const style = { ...hue(place(num(leg.chainId))), "--x": `${x(i)}px`, "--y": `${y(leg)}px` };
    canvas.append(chip(leg, style, open));
  });
  return el("div", { class: "lanes" }, canvas);
}

function arrows(legs, x, y) {
  const layer = svg("svg", { class: "arrows", "aria-hidden": "true" });
  const middle = (leg) => y(leg) + row / 2;
  legs.forEach((mint, j) => {
    const i = legs.findIndex((leg) => mint.executes && leg.initiates.includes(mint.executes));
    if (i < 0) return;
    const from = { x: x(i) + width, y: middle(legs[i]) };
    const to = { x: x(j) - 2, y: middle(mint) };
    const turn = to.x - gap + 2; // along the burn's lane first, then over
    const bend = gap / 2 + 4;
    layer.append(
      svg("path", { d: `M${from.x} ${from.y}H${turn}C${turn + bend} ${from.y} ${to.x - bend} ${to.y} ${to.x - 4} ${to.y}` }),
      svg("path", { class: "tip", d: `M${to.x} ${to.y}l-7 -4v8z` }),
    );
  });
  for (let i = 1; i < legs.length; i++) { // signed by users to stand or fall together
    if (legs[i].role !== "user") continue;
    const before = legs.findLastIndex((leg, k) => k < i && leg.role === "user");
    layer.append(svg("path", { class: "together", d: `M${x(before) + width} ${middle(legs[before])}L${x(i)} ${middle(legs[i])}` }));
  }
  return layer;
}

/** kind says what a leg is. */
export function kind(leg) {
  if (!leg.success) return "reverted";
  const burn = leg.initiates.length > 0;
  if (leg.executes) return burn ? "mint + burn" : "mint";
  return burn ? "burn" : "transaction";
}

function chip(leg, style, open) {
  const what = kind(leg);
  const at = `${num(leg.blockNumber)}·${num(leg.transactionIndex)}`;
  const says = `${what} on chain ${num(leg.chainId)}, block ${num(leg.blockNumber)}, place ${num(leg.transactionIndex)}, transaction ${short(leg.txHash)}`;
  return el("button", { type: "button", class: `chip ${leg.role === "relay" ? "relay" : "user"}${leg.success ? "" : " bad"}`,
    title: says, "aria-label": says, style, on: () => open(leg.txHash) },
  el("b", { text: what }), el("small", { text: at }));
}
