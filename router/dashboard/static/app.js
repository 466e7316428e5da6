// The page: shows what feed.js knows, and does what the person at it asks for.

import { el, plain, sync } from "./dom.js";
import { follow, known } from "./feed.js";
import { num } from "./rpc.js";
import { batchItem, bundleItem, bundleLife, chainCard, final, slotColumn, slotDetail, sortOf } from "./view.js";

const $ = (id) => document.getElementById(id);
const silence = 10000; // ms without a slot that are worth a word
const listed = 20; // bundles
const counters = ["atomicity_violations", "broken_preconfirmations", "root_mismatches"];

const shown = { paused: false, filter: "all", slot: null, life: null }; // what the person chose

const ids = () => (known.set?.chains ?? []).map((c) => num(c.chainId));
const place = (id) => ids().indexOf(id);
const open = (hash) => { location.hash = hash; if (location.hash === "#" + hash) lookUp(); };

// Drawing

let drawing = false;
function changed() {
  if (drawing) return;
  drawing = true;
  setTimeout(() => requestAnimationFrame(() => { drawing = false; draw(); }), 80);
}

function draw() {
  drawState();
  drawChains();
  drawZero();
  if (shown.paused) return;
  drawSlots();
  drawBundles();
  drawBatches();
  const now = shown.life && known.bundles.get(shown.life.bundle?.id);
  if (now && now.status !== shown.life.bundle.status && !asking) lookUp(true);
}

function become(node, text, mood) {
  if (node.textContent !== text) node.textContent = text;
  node.className = `pill ${mood}`;
}

function drawState() {
  const links = { live: ["live", "good"], polling: ["polling", "quiet"], down: ["no connection", "bad"], connecting: ["connecting", "quiet"] };
  become($("link"), ...links[known.link]);
  const health = known.health;
  const well = health?.ready && health.reasons.length === 0 && health.chains.every((c) => c.healthy);
  if (known.link === "down") become($("service"), "unknown", "quiet");
  else if (health) become($("service"), well ? "healthy" : health.ready ? "in trouble" : "not ready", well ? "good" : "bad");
  const notices = (health?.reasons ?? []).map((r) => plain(r));
  const quiet = Date.now() - known.slotAt;
  if (known.slotAt && quiet > silence) notices.push("No slot for more than 10 s");
  if (known.link === "down") notices.unshift(`The service does not answer: ${plain(known.busy ?? "")}`);
  sync($("notices"), notices, { key: (n) => n, version: () => "", make: (n) => el("p", { class: "notice bad" }, el("bdi", { text: n })) });
}

function drawChains() {
  const set = known.set;
  if (!set) return;
  $("deployment").replaceChildren(`L1 ${num(set.l1ChainId)}, settlement `, el("code", { text: set.settlement }));
  const items = set.chains.map((chain, i) => ({ chain, place: i, health: known.link === "down" ? null : known.health?.chains.find((h) => h.chainId === chain.chainId) }));
  sync($("chains"), items, { key: (i) => i.chain.chainId, version: (i) => JSON.stringify(i), make: chainCard });
}

/** drawZero shows the counters that must stay zero; one that is not is among the reasons. */
function drawZero() {
  const items = counters.map((name) => {
    const reason = known.health?.reasons.find((r) => r.startsWith(`ssequencer_${name}_total is `));
    const value = !known.health || known.link === "down" ? "?" : reason ? reason.split(" is ")[1] : "0";
    return { name: name.replace("_", " "), value };
  });
  items.push({ name: "revoked while this page watched", value: String(known.revocations.length), list: known.revocations });
  sync($("zero"), items, { key: (i) => i.name, version: (i) => i.value, make: zero });
}

function zero({ name, value, list }) {
  const causes = (list ?? []).slice(0, 5).map((r) => el("p", { class: "reason" },
    `chain ${num(r.chainId)}, block ${num(r.height)}, position ${num(r.index)}: `, el("bdi", { text: plain(r.cause) })));
  return el("div", { class: value === "?" ? "unknown" : value === "0" ? "" : "bad" }, el("dt", { text: name }), el("dd", { text: value }, ...causes));
}

function drawSlots() {
  const list = [...known.slots.values()].sort((a, b) => num(b.timestamp) - num(a.timestamp));
  if (ids().length === 0 || list.length === 0) return;
  let box = $("slots").querySelector(".columns-of-slots");
  if (!box || $("slots").dataset.ids !== ids().join()) {
    box = el("div", { class: "columns-of-slots" });
    $("slots").dataset.ids = ids().join();
    $("slots").replaceChildren(el("div", { class: "rows", "aria-hidden": "true" }, ...ids().map((id) => el("span", { text: String(id) }))), box);
  }
  const busiest = Math.max(1, ...list.flatMap((s) => s.blocks.map((b) => b.transactions.length)));
  const scale = 2 ** Math.ceil(Math.log2(busiest)); // changes seldom, so that columns stay
  const context = { ids: ids(), busiest: scale, choose: chooseSlot };
  sync(box, list, { key: (s) => s.timestamp,
    version: (s) => `${scale} ${shown.slot === num(s.timestamp)} ${s.blocks.map((b) => b.hash)}`,
    make: (s) => slotColumn(s, { ...context, chosen: shown.slot === num(s.timestamp) }) });
  if (!box.querySelector("[tabindex='0']")) box.firstElementChild.tabIndex = 0;
}

function chooseSlot(at) {
  shown.slot = shown.slot === at ? null : at;
  const slot = known.slots.get(shown.slot);
  const close = () => { chooseSlot(at); $("slots").querySelector("[tabindex='0']")?.focus(); };
  $("slot").hidden = !slot;
  $("slot").replaceChildren(...(slot ? slotDetail(slot, { place, open, close }) : []));
  drawSlots();
}

function drawBundles() {
  const all = [...known.bundles.values()].reverse();
  const wanted = all.filter((b) => shown.filter === "all" || sortOf(b) === shown.filter).slice(0, listed);
  const context = { place, open };
  const version = (b) => b.status + b.legs.map((l) => l.blockHash);
  sync($("bundles"), wanted, { key: (b) => b.id, version, make: (b) => bundleItem(b, context) });
  if (wanted.length === 0) {
    $("bundles").replaceChildren(el("li", { class: "empty", text: shown.filter === "all" ? "None yet. They appear here as they are sent." : "None of this kind lately." }));
  }
  const note = known.link === "connecting" || known.followed ? "" : "a sample: they are asked for, not followed";
  if ($("bundles-note").textContent !== note) $("bundles-note").textContent = note;
}

function drawBatches() {
  const list = [...known.batches.values()].sort((a, b) => num(b.number) - num(a.number));
  sync($("batches"), list, { key: (b) => b.number, version: (b) => `${b.status} ${b.l1TxHash}`, make: (b) => batchItem(b, { place }) });
  if (list.length === 0) $("batches").replaceChildren(el("li", { class: "empty", text: "None yet." }));
}

// Looking up

let asked = 0; // answers to earlier questions are not shown
let asking = false;

async function lookUp(again = false) {
  asking = true;
  await answerLookUp(again);
  asking = false;
}

async function answerLookUp(again) {
  const hash = location.hash.slice(1).toLowerCase();
  const mine = ++asked;
  if (hash === "" || hash === "main") {
    closeFound();
    return;
  }
  const show = (life) => {
    if (mine !== asked) return;
    shown.life = life;
    $("found").hidden = false;
    sync($("found-body"), [life], { key: (l) => l.wanted, version: JSON.stringify, make: found });
    if (!again) $("found-title").focus();
  };
  $("hash").value = hash;
  if (!/^0x[0-9a-f]{64}$/.test(hash)) {
    show({ wanted: hash, says: "That is no hash: 0x and 64 hexadecimal digits." });
    return;
  }
  try {
    const bundle = await call("sequencer_getBundle", hash);
    const leg = bundle?.legs.find((l) => l.txHash === hash) ?? bundle?.legs[0];
    const promise = leg ? await call("sequencer_getPreconfirmation", leg.txHash) : null;
    show({ wanted: hash, bundle, promise, says: "Nothing is known under this hash. It may be that of a message or a block, or was never sent here." });
  } catch (err) {
    show({ wanted: hash, says: err.message });
  }
}

function found(life) {
  if (!life.bundle) return el("p", { text: plain(life.says) });
  return el("div", {}, ...bundleLife(life, { place, open }).filter((n) => n !== null));
}

function closeFound() {
  shown.life = null;
  $("found").hidden = true;
  $("hash").value = "";
}

// What the person does

$("lookup").addEventListener("submit", (event) => {
  event.preventDefault();
  const hash = $("hash").value.trim();
  if (hash) open(hash.toLowerCase());
});
$("found-close").addEventListener("click", () => {
  history.pushState(null, "", location.pathname + location.search);
  asked++;
  closeFound();
  $("hash").focus();
});
$("filter").addEventListener("change", (event) => { shown.filter = event.target.value; drawBundles(); });
$("pause").addEventListener("click", () => {
  shown.paused = !shown.paused;
  $("pause").setAttribute("aria-pressed", String(shown.paused));
  changed();
});
$("slots").addEventListener("keydown", (event) => {
  const now = event.target.closest(".slot");
  const next = { ArrowLeft: now?.nextElementSibling, ArrowRight: now?.previousElementSibling,
    Home: now?.parentElement.lastElementChild, End: now?.parentElement.firstElementChild }[event.key];
  if (!next) return;
  event.preventDefault();
  now.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
});
addEventListener("hashchange", () => lookUp());

const call = follow(changed);
setInterval(() => {
  changed(); // time passes, also when nothing happens
  if (shown.life && !(shown.life.bundle && final(shown.life.bundle)) && !known.followed) lookUp(true);
}, 2000);
if (location.hash) lookUp();
