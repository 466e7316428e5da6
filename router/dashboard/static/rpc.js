// JSON-RPC to the origin the page came from: over a WebSocket while there is one, over
// HTTP otherwise.

const retryAfter = 5000; // ms between attempts to get a WebSocket
const answerWithin = 15000; // ms

// The endpoint is "/" beside "/dashboard", also behind a proxy that adds a prefix.
const endpoint = new URL(".", location.href);

/**
 * connect keeps a connection up for as long as the page lives. opened(session) is called
 * at each new WebSocket, closed() when it is lost or cannot be had.
 * It returns call(method, ...params), which takes whatever way there is.
 */
export function connect({ opened, closed }) {
  let live = null;

  const open = () => {
    const url = new URL(endpoint);
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    let ws;
    try {
      ws = new WebSocket(url);
    } catch { // blocked by a policy
      closed();
      setTimeout(open, retryAfter);
      return;
    }
    const session = sessionOn(ws);
    ws.onopen = () => {
      live = session;
      opened(session);
    };
    ws.onclose = () => {
      live = null;
      session.end();
      closed();
      setTimeout(open, retryAfter);
    };
  };
  open();
  return (method, ...params) => (live ? live.call(method, ...params) : overHTTP(method, params));
}

/** sessionOn is JSON-RPC on one WebSocket. */
function sessionOn(ws) {
  const waiting = new Map(); // id -> {resolve, reject, timer}
  const streams = new Map(); // subscription id -> function
  let next = 1;

  const call = (method, ...params) => new Promise((resolve, reject) => {
    const id = next++;
    const timer = setTimeout(() => { waiting.delete(id); reject(new Error(`${method}: no answer`)); }, answerWithin);
    waiting.set(id, { resolve, reject, timer });
    ws.send(JSON.stringify({ jsonrpc: "2.0", id, method, params }));
  });

  /**
   * subscribe calls fn(data, globalIndex) for each event and returns a function that ends
   * it. from is the first global index, null for from now on. The server sends no event
   * before the id, and the id is stored before the next message is read.
   */
  const subscribe = async (topic, from, fn) => {
    const id = await call("sequencer_subscribe", topic, ...(from === null ? [] : [{ fromGlobalIndex: hex(from) }]));
    streams.set(id, fn);
    return () => { streams.delete(id); call("sequencer_unsubscribe", id).catch(() => {}); };
  };

  ws.onmessage = ({ data }) => {
    const msg = JSON.parse(data);
    if (msg.method === "sequencer_subscription") {
      const { subscription, result } = msg.params;
      streams.get(subscription)?.(result.data, num(result.globalIndex));
      return;
    }
    const asked = waiting.get(msg.id);
    if (!asked) return;
    waiting.delete(msg.id);
    clearTimeout(asked.timer);
    msg.error ? asked.reject(new Error(msg.error.message)) : asked.resolve(msg.result);
  };
  const end = () => {
    waiting.forEach(({ reject, timer }) => { clearTimeout(timer); reject(new Error("the connection was lost")); });
    waiting.clear();
  };
  return { call, subscribe, end, close: () => ws.close() };
}

async function overHTTP(method, params) {
  const response = await fetch(endpoint, {
    method: "POST", credentials: "omit", headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }), signal: AbortSignal.timeout(answerWithin),
  });
  const answer = await response.json();
  if (answer.error) throw new Error(answer.error.message);
  return answer.result;
}

/** num reads a hex quantity; null stays null. */
export const num = (quantity) => (quantity === null || quantity === undefined ? null : Number(quantity));

/** hex writes one. */
export const hex = (n) => "0x" + Math.max(0, n).toString(16);
