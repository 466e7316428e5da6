// What the page knows, and how it gets to know it: by the streams of a WebSocket, or,
// without one, by asking again and again.

import { connect, num } from "./rpc.js";
import { final, sortOf } from "./view.js";

const keep = { slots: 40, batches: 10, bundles: 30, revocations: 20 }; // bundles: of each sort
const every = 2000; // ms between questions
const flood = 2000; // events of bundles in a second: more are not followed one by one
const calm = 300; // transactions in a slot from which on they are again
const sample = 8; // bundles of a slot asked for when they are not followed
const recent = 12; // slots sampled when the page opens without a stream
const lookBack = 100; // global indexes of before the page was opened

/** known is what the page knows. Only the functions of this file change it. */
export const known = {
  link: "connecting", // live, polling, down
  set: null, // sequencer_chains
  health: null, // sequencer_status
  slots: new Map(), // timestamp -> superblock
  batches: new Map(), // number -> batch
  bundles: new Map(), // id -> bundle, in the order they were heard of
  revocations: [], // latest first
  followed: true, // false: bundles are a sample
  slotAt: 0, // when the last slot was heard of, by this machine's clock
  busy: null, // what went wrong with the last question
};

/** follow keeps known up to date and calls changed() when it is something else. */
export function follow(changed) {
  let live = null; // the session on the WebSocket; what belongs to an earlier one is over

  const call = connect({
    opened: (session) => {
      known.link = "live";
      live = { subscribe: session.subscribe, sampling: false, events: 0 };
      start(live).catch((err) => { failed(err); session.close(); }); // and again from the beginning
      changed();
    },
    closed: () => { live = null; known.link = known.link === "down" ? "down" : "polling"; known.followed = false; changed(); },
  });
  const failed = (err) => { known.busy = err.message; changed(); };
  const over = (mine) => live !== mine;

  async function start(mine) {
    await refresh();
    let first; // the first global index not of before this session
    const firstIndex = new Promise((resolve) => { first = resolve; });
    await mine.subscribe("superblocks", null, (slot, index) => { first(index); addSlot(slot); onSlot(mine, slot); });
    await mine.subscribe("batches", null, addBatch);
    await mine.subscribe("revocations", null, addRevocation);
    await history();
    const seen = Math.max(0, ...[...known.slots.values()].flatMap((s) => s.blocks.flatMap((b) => b.transactions.slice(-1).map((t) => num(t.globalIndex)))));
    const from = seen || await Promise.race([firstIndex, after(3000)]);
    if (!over(mine)) await followBundles(mine, from ? Math.max(0, from - lookBack) : null);
  }

  /** history gets the slots and batches of before. */
  async function history() {
    const slot = await call("sequencer_getSuperblock", "latest");
    let transactions = 0; // a busy slot is large: then fewer
    for (let back = 0; slot && back < keep.slots && transactions < 20000; back++) {
      const older = await call("sequencer_getSuperblock", num(slot.timestamp) - back);
      if (!older || older.blocks.length === 0) continue;
      addSlot(older);
      transactions += older.blocks.reduce((n, b) => n + b.transactions.length, 0);
    }
    const batch = await call("sequencer_getBatch", "latest");
    for (let n = batch ? num(batch.number) : 0; n > 0 && num(batch.number) - n < keep.batches; n--) {
      const older = await call("sequencer_getBatch", n);
      if (older) addBatch(older);
    }
  }

  /** followBundles takes the stream of bundles, until there are too many. */
  async function followBundles(mine, from) {
    mine.sampling = false;
    known.followed = true;
    const stop = await mine.subscribe("bundles", from, (bundle) => { mine.events++; addBundle(bundle); });
    const second = setInterval(() => {
      if (!over(mine) && mine.events > flood) {
        stop();
        mine.sampling = true;
        known.followed = false;
      }
      mine.events = 0;
      if (over(mine) || mine.sampling) clearInterval(second);
    }, 1000);
    changed();
  }

  /** onSlot samples the bundles of a slot while they are not followed. */
  async function onSlot(mine, slot) {
    if (over(mine) || !mine.sampling) return;
    const transactions = slot.blocks.reduce((n, b) => n + b.transactions.length, 0);
    await (transactions < calm ? followBundles(mine, null) : sampleOf(slot)).catch(failed);
  }

  async function sampleOf(slot) {
    const all = slot.blocks.flatMap((b) => b.transactions.map((t) => t.hash));
    const step = Math.max(1, Math.floor(all.length / sample));
    const picked = all.filter((_, i) => i % step === 0).slice(0, sample);
    const stale = [...known.bundles.values()].filter((b) => !final(b)).slice(-sample).map((b) => b.id);
    for (const hash of [...picked, ...stale]) {
      const bundle = await call("sequencer_getBundle", hash);
      if (bundle) addBundle(bundle);
    }
  }

  async function refresh() {
    const [set, health] = await Promise.all([call("sequencer_chains"), call("sequencer_status")]);
    Object.assign(known, { set, health, busy: null });
    if (known.link === "down") known.link = "polling";
    changed();
  }

  /** poll asks for what no stream tells. */
  async function poll() {
    await refresh();
    if (live) return;
    const before = Math.max(0, ...known.slots.keys());
    if (before === 0) await history();
    else await newSlots(before);
    const fresh = [...known.slots.keys()].filter((at) => at > before).sort((a, b) => a - b);
    for (const at of fresh.slice(before ? 0 : -recent)) await sampleOf(known.slots.get(at));
    const batch = await call("sequencer_getBatch", "latest");
    if (batch) addBatch(batch);
    for (const b of known.batches.values()) {
      if (b.status === "verified") continue;
      const now = await call("sequencer_getBatch", num(b.number));
      if (now) addBatch(now);
    }
  }

  async function newSlots(before) {
    const latest = await call("sequencer_getSuperblock", "latest");
    const last = num(latest.timestamp);
    for (let at = Math.max(before + 1, last - keep.slots); at < last; at++) {
      const slot = await call("sequencer_getSuperblock", at);
      if (slot && slot.blocks.length > 0) addSlot(slot);
    }
    addSlot(latest);
  }

  async function polling() {
    for (;;) {
      await after(every);
      if (document.hidden && !live) continue;
      await poll().catch((err) => { if (!live) known.link = "down"; failed(err); });
    }
  }
  polling();

  function addSlot(slot) {
    const at = num(slot.timestamp);
    if (at > Math.max(0, ...known.slots.keys())) known.slotAt = Date.now();
    known.slots.set(at, slot);
    trim(known.slots, keep.slots);
    for (const block of slot.blocks) { // heads, earlier than the next question would tell
      const chain = known.set?.chains.find((c) => c.chainId === block.chainId);
      if (chain && num(chain.latest.number) < num(block.number)) chain.latest = { number: block.number, hash: block.hash };
    }
    changed();
  }
  function addBatch(batch) {
    known.batches.set(num(batch.number), batch);
    trim(known.batches, keep.batches);
    changed();
  }
  function addRevocation(revocation) {
    known.revocations = [revocation, ...known.revocations].slice(0, keep.revocations);
    changed();
  }
  function addBundle(bundle) {
    known.bundles.set(bundle.id, bundle);
    if (known.bundles.size > 6 * keep.bundles) forget();
    changed();
  }
  return call;
}

/** forget drops the oldest bundles of each sort, so that many plain ones leave the few refused. */
function forget() {
  const had = {};
  for (const bundle of [...known.bundles.values()].reverse()) {
    const sort = sortOf(bundle);
    had[sort] = (had[sort] ?? 0) + 1;
    if (had[sort] > keep.bundles) known.bundles.delete(bundle.id);
  }
}

/** trim drops what has the lowest keys. */
function trim(map, size) {
  [...map.keys()].sort((a, b) => b - a).slice(size).forEach((k) => map.delete(k));
}

const after = (ms) => new Promise((resolve) => { setTimeout(() => resolve(null), ms); });
