// What the page shows of each thing: functions from the JSON of the service to elements.

import { el, count, hue, plain, short, span, time } from "./dom.js";
import { kind, lanes } from "./lanes.js";
import { num } from "./rpc.js";

const stages = ["queued", "preconfirmed", "sealed", "posted", "verified"];

/** final says whether a bundle's status changes no more. */
export const final = (bundle) => ["verified", "refused", "dropped"].includes(bundle.status);

/** sortOf says what a bundle is for the filter. */
export function sortOf(bundle) {
  if (bundle.refusal) return "refused";
  return bundle.legs.length > 1 ? "cross" : "plain";
}

export const pill = (text, mood = "") => el("span", { class: `pill ${mood}`, text });

const mood = (status) => ({ verified: "good", refused: "bad", dropped: "bad", queued: "quiet" })[status] ?? "";

/** chainCard shows a chain's heads and health. */
export function chainCard({ chain, health, place }) {
  const healthy = health ? health.healthy : null;
  const state = healthy === null ? pill("unknown", "quiet") : healthy ? pill("healthy", "good") : pill("not healthy", "bad");
  const number = (name, block) => el("div", {}, el("dt", { text: name }), el("dd", { text: num(block.number).toLocaleString("en"), title: block.hash }));
  return el("article", { class: "chain", style: hue(place) },
    el("div", { class: "chain-head" }, el("h3", {}, el("i", { class: "dot" }), `Chain ${num(chain.chainId)}`), state),
    el("p", { class: "latest", title: chain.latest.hash },
      el("b", { text: num(chain.latest.number).toLocaleString("en") }), el("code", { class: "note", text: short(chain.latest.hash) })),
    el("dl", { class: "facts" }, number("safe", chain.safe), number("finalized", chain.finalized),
      el("div", {}, el("dt", { text: "queued" }), el("dd", { text: health ? num(health.queued).toLocaleString("en") : "?" }))),
    ...(health?.reasons ?? []).map((r) => el("p", { class: "reason", text: plain(r) })));
}

/** slotColumn shows one slot: a cell for each chain, and its commit groups. */
export function slotColumn(slot, { ids, busiest, choose, chosen }) {
  const at = num(slot.timestamp);
  const blocks = new Map(slot.blocks.map((b) => [num(b.chainId), b]));
  const groups = slot.groups.map((g) => g.map(num)).filter((g) => g.length > 1);
  const says = [`Slot ${time(at * 1000)}`,
    ...slot.blocks.map((b) => `chain ${num(b.chainId)} block ${num(b.number)}, ${count(b.transactions.length, "transaction")}`),
    ...groups.map((g) => `commit group ${g.join(", ")}`)].join("; ");
  const cells = ids.map((id, place) => {
    const block = blocks.get(id);
    if (!block) return el("span", { class: "cell none", text: "–" });
    const n = block.transactions.length;
    const style = { ...hue(place), "--load": String(n ? 0.25 + 0.75 * Math.log1p(n) / Math.log1p(busiest) : 0) };
    const joined = groups.some((g) => g.includes(id)) ? " joined" : "";
    return el("span", { class: "cell" + joined, style },
      el("small", { text: String(num(block.number)) }),
      el("b", { class: n ? "load" : "load idle", text: n < 1000 ? String(n) : `${Math.round(n / 1000)}k` }));
  });
  const links = groups.map((g, i) => {
    const rows = g.map((id) => ids.indexOf(id));
    const from = Math.min(...rows);
    return el("i", { class: "link", style: { "--from": String(from), "--rows": String(Math.max(...rows) - from), "--nth": String(i) } });
  });
  return el("button", { type: "button", class: "slot", "aria-label": says, title: says, "aria-pressed": String(chosen), tabindex: "-1", on: () => choose(at) },
    el("time", { text: time(at * 1000) }), el("span", { class: "cells" }, ...links, ...cells));
}

/** slotDetail lists the transactions of a slot. */
export function slotDetail(slot, { place, open, close }) {
  const shown = 24;
  const groups = slot.groups.filter((g) => g.length > 1).map((g) => g.map(num).join(" + "));
  return [
    el("div", { class: "head" }, el("h3", { text: `Slot ${time(num(slot.timestamp) * 1000)}` }),
      el("p", { class: "note", text: `timestamp ${num(slot.timestamp)}; ${groups.length ? `joined by bundles: ${groups.join(", ")}` : "no bundle joins its chains"}` }),
      el("button", { type: "button", class: "plain", text: "Close", on: close })),
    ...slot.blocks.map((b) => el("div", { class: "block", style: hue(place(num(b.chainId))) },
      el("p", {}, el("i", { class: "dot" }), el("b", { text: `${num(b.chainId)}` }), ` block ${num(b.number)} `,
        el("span", { class: "mono note", text: b.hash })),
      el("p", { class: "txs" }, b.transactions.length ? null : el("span", { class: "note", text: "no transactions" }),
        ...b.transactions.slice(0, shown).map((t) => el("button", { type: "button", class: "hash", text: short(t.hash), title: t.hash, on: () => open(t.hash) })),
        b.transactions.length > shown ? el("span", { class: "note", text: `and ${(b.transactions.length - shown).toLocaleString("en")} more` }) : null))),
  ];
}

/** refusal says why something was not included. */
function refusal(r) {
  const data = r.data && r.data !== "0x";
  return el("div", { class: "refusal" },
    el("p", {}, el("b", { text: plain(r.code) }), ` at leg ${num(r.leg)}, chain ${num(r.chainId)}`),
    el("p", {}, el("bdi", { text: plain(r.reason) })),
    r.hint ? el("p", { class: "note" }, el("bdi", { text: plain(r.hint) })) : null,
    data ? el("details", {}, el("summary", { text: "revert data" }), el("code", { text: plain(r.data, 1200) })) : null);
}

/** track shows how far along the stages a bundle is. */
function track(bundle) {
  const reached = stages.indexOf(bundle.status);
  const look = bundle.refusal ? "track bad" : "track";
  return el("span", { class: look, "aria-hidden": "true" }, ...stages.map((_, i) => el("i", { class: i <= reached ? "on" : "" })));
}

/** bundleItem is a bundle in the list. */
export function bundleItem(bundle, { place, open }) {
  const { queued, preconfirmed } = bundle.times;
  const together = bundle.legs.filter((leg) => leg.role === "user").length > 1 ? "signed together; " : "";
  const took = queued && preconfirmed ? `${together}promised after ${span(num(preconfirmed) - num(queued))}` : "";
  return el("li", { class: `bundle ${bundle.status}` },
    el("div", { class: "bundle-head" },
      el("button", { type: "button", class: "hash", text: short(bundle.id), title: bundle.id, on: () => open(bundle.id) }),
      track(bundle), pill(bundle.status, mood(bundle.status)),
      bundle.legs.length === 1 ? single(bundle.legs[0], place) : null,
      el("span", { class: "note grow", text: took }),
      queued ? el("time", { class: "note", text: time(num(queued)) }) : null),
    bundle.legs.length > 1 ? lanes(bundle.legs, { place, open }) : null,
    bundle.refusal ? refusal(bundle.refusal) : null);
}

/** single is the one leg of a bundle that touches one chain only. */
function single(leg, place) {
  const at = `block ${num(leg.blockNumber)}, place ${num(leg.transactionIndex)}`;
  return el("span", { class: leg.success ? "single" : "single bad", style: hue(place(num(leg.chainId))), title: leg.txHash },
    el("i", { class: "dot" }), el("b", { text: String(num(leg.chainId)) }), ` ${leg.success ? "" : "reverted in "}${at}`);
}

/** bundleLife is all that is known of a bundle. */
export function bundleLife({ bundle, promise, wanted }, { place, open }) {
  const field = (name, value, more = "") => el("div", {}, el("dt", { text: name }), el("dd", { class: more, text: value }));
  const start = num(bundle.times.queued);
  const times = stages.map((stage) => {
    const at = num(bundle.times[stage]);
    const value = at === null ? "not yet" : stage === "queued" || start === null ? time(at) : `+${span(at - start)}`;
    return el("li", { class: at === null ? "" : "on" }, el("b", { text: stage }), el("span", { text: value }));
  });
  const legs = bundle.legs.map((leg, i) => el("article", { class: leg.txHash === wanted ? "leg wanted" : "leg", style: hue(place(num(leg.chainId))) },
    el("h3", {}, el("i", { class: "dot" }), `Leg ${i}: ${kind(leg)} on chain ${num(leg.chainId)}`),
    el("dl", { class: "fields" }, field("transaction", leg.txHash, "mono"),
      field("place", `block ${num(leg.blockNumber)}, index ${num(leg.transactionIndex)}, global index ${num(leg.globalIndex)}`),
      field("block", leg.blockHash, "mono"), field("safety", leg.safety),
      leg.executes ? field("executes", leg.executes, "mono") : null,
      ...leg.initiates.map((m) => field("initiates", m, "mono")))));
  const refused = bundle.refusal !== null;
  return [
    el("p", { class: "life-head" }, pill(bundle.status, mood(bundle.status)), el("code", { class: "mono", text: bundle.id }),
      bundle.batch !== null ? el("span", { class: "note", text: `settlement batch ${num(bundle.batch)}` }) : null),
    refused ? refusal(bundle.refusal) : el("ol", { class: "times" }, ...times),
    bundle.legs.length > 1 ? lanes(bundle.legs, { place, open }) : null,
    promise ? promised(promise) : null,
    el("div", { class: "legs" }, ...legs),
  ];
}

function promised({ message, revocation }) {
  const says = `Promised: grade ${num(message.grade)}, signer epoch ${num(message.epoch)}, position ${num(message.index)} of block ${num(message.height)} on chain ${num(message.chainId)}.`;
  return el("p", { class: revocation ? "reason" : "note" }, says, revocation ? " Revoked: " : "", revocation ? el("bdi", { text: plain(revocation.cause) }) : "");
}

/** batchItem is a settlement batch in the list. */
export function batchItem(batch, { place }) {
  const equal = batch.burnRoot === batch.mintRoot;
  const owed = batch.pairs.reduce((sum, p) => sum + num(p.owed), 0);
  const used = batch.pairs.filter((p) => num(p.count) + num(p.owed) > 0);
  const shown = 12;
  return el("li", { class: "batch" },
    el("div", { class: "bundle-head" }, el("h3", { text: `Batch ${num(batch.number)}` }),
      pill(batch.status, mood(batch.status)),
      el("time", { class: "note", text: `${time(num(batch.firstTimestamp) * 1000)} – ${time(num(batch.lastTimestamp) * 1000)}` })),
    el("p", { class: equal ? "roots" : "roots bad", title: `burn root ${batch.burnRoot}\nmint root ${batch.mintRoot}` },
      el("span", {}, "burn root ", el("code", { text: short(batch.burnRoot) })),
      el("b", { text: equal ? "=" : "≠", "aria-label": equal ? "equals" : "differs from" }),
      el("span", {}, "mint root ", el("code", { text: short(batch.mintRoot) }))),
    el("p", { class: "ranges" }, ...batch.chains.map((c) => el("span", { style: hue(place(num(c.chainId))), title: c.lastBlockHash },
      el("i", { class: "dot" }), `${num(c.chainId)}: ${num(c.firstBlock)}–${num(c.lastBlock)}`))),
    used.length ? el("p", { class: "note pairs" }, ...used.slice(0, shown).map((p) => el("span", { class: num(p.owed) ? "owed" : "",
      text: `${num(p.source)}→${num(p.destination)} ${num(p.count).toLocaleString("en")}${num(p.owed) ? ` (${num(p.owed)} owed)` : ""}` })),
    used.length > shown ? el("span", { text: `and ${used.length - shown} pairs more` }) : null) : null,
    el("p", { class: "note" }, owed ? `${count(owed, "message")} owed. ` : "Nothing owed. ",
      batch.l1TxHash ? "L1 transaction " : "Not on L1 yet.",
      batch.l1TxHash ? el("code", { text: short(batch.l1TxHash), title: batch.l1TxHash }) : ""));
}
