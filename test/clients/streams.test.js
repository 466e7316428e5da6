import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createPublicClient, createWalletClient, defineChain, encodeFunctionData, hashTypedData, recoverAddress, webSocket } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import WebSocket from 'ws'
import { account, artifact, bundle, chainA, chainB, info, result } from './devnet.js'

const chainOf = (c) => defineChain({
  id: c.chainId, name: `chain ${c.chainId}`, nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  rpcUrls: { default: { http: [c.rpc], webSocket: [c.ws] } },
})
// Without reconnecting: viem would open its connections again when they are closed at the end.
const transport = webSocket(undefined, { reconnect: false })
const clientOf = (c) => createPublicClient({ chain: chainOf(c), transport })
const [a, b] = [chainA, chainB].map(clientOf)
const sender = privateKeyToAccount(account(8).privateKey)
const bob = account(9).address
const wallet = createWalletClient({ account: sender, chain: a.chain, transport })
const { abi } = artifact('TokenBridge')
const burn = (amount) => wallet.writeContract({
  address: chainA.tokenBridge, abi, functionName: 'sendERC20', args: [chainA.testToken, bob, amount, BigInt(chainB.chainId)],
})
after(async () => {
  // viem keeps one connection per URL: the wallet's is a's
  for (const client of [a, b]) (await client.transport.getRpcClient()).close()
})

// stream subscribes on a connection of its own: {next: () => the next message, close}.
async function stream(url, method, ...params) {
  const socket = new WebSocket(url)
  const queue = []
  let wake = () => {}
  socket.on('message', (data) => { queue.push(JSON.parse(data)); wake() })
  await new Promise((resolve, reject) => { socket.on('open', resolve); socket.on('error', reject) })
  const next = async () => {
    while (queue.length === 0) await new Promise((resolve) => { wake = resolve })
    return queue.shift()
  }
  socket.send(JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }))
  const { result, error } = await next()
  assert.equal(error, undefined)
  const close = () => new Promise((resolve) => { socket.on('close', resolve); socket.close() })
  return { id: result, next, close }
}

test('viem over WebSocket', async () => {
  assert.equal(await a.getChainId(), chainA.chainId)
  const numbers = []
  await new Promise((resolve, reject) => {
    const stop = a.watchBlockNumber({
      onError: reject,
      onBlockNumber: (n) => { if (numbers.push(n) === 3) { stop(); resolve() } },
    })
  })
  assert.deepEqual(numbers, [numbers[0], numbers[0] + 1n, numbers[0] + 2n])
  const hash = await burn(5n)
  const receipt = await a.waitForTransactionReceipt({ hash })
  assert.equal(receipt.status, 'success')
})

test('viem: events of B after a burn on A', async () => {
  let stop
  const seen = new Promise((resolve, reject) => {
    stop = b.watchContractEvent({
      address: chainB.tokenBridge, abi, eventName: 'RelayERC20', onError: reject,
      onLogs: (logs) => logs.filter((log) => log.args.amount === 6n).forEach(resolve),
    })
  })
  await b.getBlockNumber() // answered after the subscription, on the same connection
  const hash = await burn(6n)
  const log = await seen
  stop()
  assert.equal(log.transactionHash, (await bundle(hash)).legs[1].txHash)
  const block = await b.getBlock({ blockHash: log.blockHash })
  assert.ok(block.transactions.includes(log.transactionHash))
})

test('viem: pending transactions are those preconfirmed', async () => {
  const seen = new Set()
  let wake = () => {}
  let failed
  const stop = a.watchPendingTransactions({
    onError: (err) => { failed = err },
    onTransactions: (hashes) => { hashes.forEach((hash) => seen.add(hash)); wake() },
  })
  await a.getBlockNumber()
  let hash
  while (!seen.has(hash)) { // viem does not say when it has subscribed: the first one may be too early
    assert.equal(failed, undefined)
    hash = await wallet.sendTransaction({ to: bob, value: 1n })
    for (const late = Date.now() + 5000; !seen.has(hash) && Date.now() < late;) {
      await new Promise((resolve) => { wake = resolve; setTimeout(resolve, 1000) })
    }
  }
  stop()
})

test('preconfirmations are signed statements about both legs', async () => {
  const follow = await stream(chainB.ws, 'sequencer_subscribe', 'preconfirmations')
  const hash = await burn(7n)
  const legs = (await bundle(hash)).legs.map((leg) => leg.txHash)
  const promises = []
  while (promises.length < 2) {
    const { method, params } = await follow.next()
    assert.equal(method, 'sequencer_subscription')
    assert.equal(params.subscription, follow.id)
    const found = params.result.data ?? params.result
    if (legs.includes(found.message.txHash)) promises.push(found)
  }
  await follow.close()
  for (const { domain, type, message, signature } of promises) {
    const [, primaryType, fields] = type.match(/^(\w+)\((.*)\)$/)
    const digest = hashTypedData({
      domain: { ...domain, chainId: Number(domain.chainId) },
      types: { [primaryType]: fields.split(',').map((field) => { const [type, name] = field.split(' '); return { type, name } }) },
      primaryType, message,
    })
    assert.equal((await recoverAddress({ hash: digest, signature })).toLowerCase(), info.sequencer.signer)
  }
  assert.equal(promises[0].message.bundleHash, promises[1].message.bundleHash)
})

test('bundles: one that is included and one that is refused', async () => {
  const follow = await stream(chainA.ws, 'sequencer_subscribe', 'bundles')
  const hash = await burn(8n)
  const data = encodeFunctionData({
    abi: artifact('Messenger').abi, functionName: 'sendMessage', args: [BigInt(chainB.chainId), chainB.testToken, '0x12345678'],
  })
  const serializedTransaction = await wallet.signTransaction(await wallet.prepareTransactionRequest({ to: chainA.messenger, data }))
  await assert.rejects(wallet.sendRawTransaction({ serializedTransaction }))
  const statuses = []
  for (let refused = false; !refused;) {
    const { params } = await follow.next()
    const { id, status, refusal } = params.result.data ?? params.result
    if (id === hash) statuses.push(status)
    refused = status === 'refused' && Number(refusal.chainId) === chainB.chainId
  }
  await follow.close()
  assert.deepEqual(statuses.slice(0, 2), ['queued', 'preconfirmed'])
})

test('newHeads over plain WebSocket, on the path of another chain', async () => {
  const heads = await stream(`${chainA.ws}/${chainB.chainId}`, 'eth_subscribe', 'newHeads')
  const { params } = await heads.next()
  const block = await result(chainB.rpc, 'eth_getBlockByHash', params.result.hash, false)
  assert.equal(block.number, params.result.number)
  await heads.close()
})
