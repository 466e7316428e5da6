// Opens the dashboard of a running devnet in a real browser and checks that it shows what
// happens there, without a word on the console. Needs Node 20 and Chromium, no packages:
//
//   ssequencer devnet --info info.json &
//   ssequencer send --from-chain 901 --to-chain 902 --amount 10
//   SSEQUENCER_INFO=info.json node test/browser/dashboard.mjs [SCREENSHOT.png]
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const url = JSON.parse(readFileSync(process.env.SSEQUENCER_INFO)).chains[0].rpc + "/dashboard";
const profile = mkdtempSync(join(tmpdir(), "dashboard-"));
const chromium = spawn(process.env.CHROMIUM ?? "chromium",
  ["--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", `--user-data-dir=${profile}`],
  { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
const [, , , commands, answers] = chromium.stdio;

// The DevTools protocol over pipes: JSON messages that end with a zero byte.
let sessionId, last = 0, rest = "";
const waiting = new Map(), complaints = [];
answers.on("data", (data) => {
  const parts = (rest + data).split("\0");
  rest = parts.pop();
  parts.map((p) => JSON.parse(p)).forEach(hear);
});
function hear({ id, result, error, method, params }) {
  if (id) {
    const { resolve, reject } = waiting.get(id);
    error ? reject(new Error(error.message)) : resolve(result);
  }
  if (["Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded"].includes(method)) complaints.push(JSON.stringify(params));
}
const tell = (method, params = {}) => new Promise((resolve, reject) => {
  waiting.set(++last, { resolve, reject });
  commands.write(JSON.stringify({ id: last, method, params, sessionId }) + "\0");
});
async function page(expression) {
  const { result, exceptionDetails } = await tell("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
  assert.equal(exceptionDetails, undefined, expression);
  return result.value;
}
// until waits, at most 15 s, for something to be true on the page.
const until = (condition) => page(`new Promise((resolve, reject) => {
  const late = setTimeout(() => reject(new Error("it did not come")), 15000);
  const look = () => (${condition}) ? (clearTimeout(late), resolve(true)) : requestAnimationFrame(look);
  look();
})`);

try {
  const { targetId } = await tell("Target.createTarget", { url: "about:blank" });
  ({ sessionId } = await tell("Target.attachToTarget", { targetId, flatten: true }));
  for (const domain of ["Runtime", "Log", "Page"]) await tell(`${domain}.enable`);
  await tell("Emulation.setDeviceMetricsOverride", { width: 390, height: 844, deviceScaleFactor: 2, mobile: true });
  await tell("Page.navigate", { url });
  await until(`document.querySelector("#link")?.textContent === "live"`);
  await until(`document.querySelector("#service").textContent === "healthy"`);
  await until(`document.querySelectorAll(".slot").length > 1`);
  await until(`document.querySelector(".bundle .arrows .tip") !== null`);
  assert.equal(await page("document.documentElement.scrollWidth"), 390, "the page is wider than the phone");
  const id = await page(`document.querySelector(".bundle:has(.tip) .hash").title`);
  await page(`document.querySelector("#hash").value = "${id}"; document.querySelector("#lookup button").click()`);
  await until(`document.querySelectorAll("#found .leg").length > 1`);
  assert.equal(await page(`document.activeElement.id`), "found-title");
  if (process.argv[2]) {
    const { data } = await tell("Page.captureScreenshot", { format: "png" });
    writeFileSync(process.argv[2], Buffer.from(data, "base64"));
  }
  assert.deepEqual(complaints, []);
  console.log("the dashboard works: bundle", id);
} finally {
  chromium.kill();
  if (chromium.exitCode === null) await once(chromium, "exit");
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
