// Compiles the OP Stack's dispute games: node compile.js SOURCES OUT, where SOURCES is the directory contracts-bedrock of
// their module. Not a line of them is changed. What is not on npm, a library of the fault proof VM, appears in an interface
// only, by the one type that is declared here; no code of it is needed.
const fs = require("fs");
const path = require("path");
const solc = require("solc");

const [sources, out] = process.argv.slice(2);
const libraries = { "@openzeppelin/": "@openzeppelin/", "@solady/": "solady/src/" };
const declared = {
  "@lib-keccak/LibKeccak.sol":
    "// SPDX-License-Identifier: MIT\npragma solidity ^0.8.0;\nlibrary LibKeccak { struct StateMatrix { uint64[25] state; } }",
};
const contracts = [
  "src/dispute/AnchorStateRegistry.sol",
  "src/dispute/DelayedWETH.sol",
  "src/dispute/DisputeGameFactory.sol",
  "src/dispute/FaultDisputeGame.sol",
  "src/universal/Proxy.sol",
  "src/universal/ProxyAdmin.sol",
];

function read(name) {
  if (declared[name]) return declared[name];
  for (const prefix in libraries) {
    if (name.startsWith(prefix)) {
      return fs.readFileSync(path.join(__dirname, "node_modules", libraries[prefix], name.slice(prefix.length)), "utf8");
    }
  }
  return fs.readFileSync(path.join(sources, name), "utf8");
}

const input = {
  language: "Solidity",
  sources: Object.fromEntries(contracts.map((name) => [name, { content: read(name) }])),
  settings: {
    optimizer: { enabled: true, runs: 200 },
    metadata: { bytecodeHash: "none" },
    outputSelection: { "*": { "*": ["abi", "evm.bytecode.object"] } },
  },
};
const answer = JSON.parse(
  solc.compile(JSON.stringify(input), {
    import: (name) => {
      try {
        return { contents: read(name) };
      } catch (err) {
        return { error: String(err) };
      }
    },
  }),
);
const errors = (answer.errors ?? []).filter((e) => e.severity === "error");
if (errors.length > 0) {
  console.error(errors.map((e) => e.formattedMessage).join("\n"));
  process.exit(1);
}
for (const file of contracts) {
  const name = path.basename(file, ".sol");
  const { abi, evm } = answer.contracts[file][name];
  fs.writeFileSync(path.join(out, `${name}.json`), JSON.stringify({ abi, bytecode: `0x${evm.bytecode.object}` }));
}
