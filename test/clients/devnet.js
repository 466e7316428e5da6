// The devnet the tests talk to: endpoints, keys and contracts out of its --info file, and
// JSON-RPC without any client between. Each test file uses accounts of its own.
import { readFileSync } from 'node:fs'

const path = process.env.SSEQUENCER_INFO
if (!path) throw new Error('SSEQUENCER_INFO must name the file that the devnet wrote with --info')

export const info = JSON.parse(readFileSync(path, 'utf8'))
export const [chainA, chainB] = info.chains

// account i of the mnemonic: {address, privateKey}
export const account = (i) => info.accounts[i]

// artifact returns {abi, bytecode} of one of our contracts.
export function artifact(name) {
  const file = new URL(`../../contracts/bindings/artifacts/${name}.json`, import.meta.url)
  const { abi, bytecode } = JSON.parse(readFileSync(file, 'utf8'))
  return { abi, bytecode: bytecode.object ?? bytecode }
}

// rpc makes one call and returns {result} or {error} as it came.
export async function rpc(url, method, ...params) {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  return response.json()
}

// result makes one call that must succeed.
export async function result(url, method, ...params) {
  const { result, error } = await rpc(url, method, ...params)
  if (error) throw new Error(`${method}: ${JSON.stringify(error)}`)
  return result
}

// bundle returns the life of a transaction, and both legs' receipts from the chains.
export async function bundle(txHash) {
  const found = await result(chainA.rpc, 'sequencer_getBundle', txHash)
  const receipts = await Promise.all(found.legs.map((leg) => {
    const chain = info.chains.find((c) => c.chainId === Number(leg.chainId))
    return result(chain.rpc, 'eth_getTransactionReceipt', leg.txHash)
  }))
  return { ...found, receipts }
}

// applied waits until a chain's latest block is at least number. A receipt is there as soon as the
// sequencer has promised it; what is read at latest follows when the block is applied.
export async function applied(chain, number) {
  for (let tries = 0; tries < 200; tries++) {
    if (BigInt(await result(chain.rpc, 'eth_blockNumber')) >= BigInt(number)) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`chain ${chain.chainId} did not reach block ${number} in 10 s`)
}

export const oneToken = 10n ** 18n

// answer42 creates a contract that answers every call with the number 42.
export const answer42 = '0x69602a60005260206000f3600052600a6016f3'
