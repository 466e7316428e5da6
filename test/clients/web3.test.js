import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Web3 } from 'web3'
import { account, applied, artifact, bundle, chainA, chainB, oneToken } from './devnet.js'

// web3 reads nonces at its default block, which is latest: within one slot it would take the same
// nonce twice. With pending it sees its own transactions.
const web3 = (provider) => new Web3({ provider, config: { defaultBlock: 'pending', transactionPollingInterval: 100 } })
const a = web3(chainA.rpc)
const b = web3(chainB.rpc)
const wallet = a.eth.accounts.wallet.add(account(4).privateKey)[0]
const from = wallet.address
const bob = account(5).address
const contract = (w, address, name) => new w.eth.Contract(artifact(name).abi, address, w)
const bridge = contract(a, chainA.tokenBridge, 'TokenBridge')
const tokensOnB = (block) => contract(b, chainB.testToken, 'TestToken').methods.balanceOf(bob).call({}, block)
const burn = (amount) => bridge.methods.sendERC20(chainA.testToken, bob, amount, chainB.chainId).send({ from })

test('connects and reads', async () => {
  assert.equal(await a.eth.getChainId(), BigInt(chainA.chainId))
  assert.ok(await a.eth.getBlockNumber() >= 0n)
  assert.equal(await b.eth.getBalance(bob), 10n ** 22n)
  assert.equal(await a.eth.estimateGas({ from, to: bob, value: 1 }), 21000n)
  assert.ok((await a.eth.getBlock('latest', true)).hash)
  assert.ok((await a.eth.getProof(chainA.rootStore, [`0x${'00'.repeat(32)}`], 'latest')).accountProof.length > 0)
})

test('JSON-RPC batch', async () => {
  const batch = new a.BatchRequest()
  const asked = ['eth_chainId', 'eth_blockNumber', 'eth_noSuchMethod'].map((method, id) => {
    const answer = batch.add({ jsonrpc: '2.0', id: id + 1, method, params: [] })
    answer.catch(() => {})
    return answer
  })
  const responses = await batch.execute()
  assert.equal(Number(await asked[0]), chainA.chainId)
  assert.equal(responses[2].error.code, -32601)
})

test('plain transfers of types 0, 1 and 2', async () => {
  const had = await a.eth.getBalance(bob)
  for (const more of [{ type: 0, gasPrice: 2e9 }, { type: 1, gasPrice: 2e9, accessList: [] }, {}]) {
    const receipt = await a.eth.sendTransaction({ from, to: bob, value: 5, gas: 21000, ...more })
    assert.equal(receipt.status, 1n)
    assert.equal(receipt.type, BigInt(more.type ?? 2))
  }
  assert.equal(await a.eth.getBalance(bob), had + 15n)
})

test('burn on A, mint on B', async () => {
  const had = await tokensOnB()
  const receipt = await burn(3n * oneToken)
  assert.equal(receipt.status, 1n)
  assert.equal(receipt.events.SendERC20.returnValues.amount, 3n * oneToken)
  assert.equal(await tokensOnB(), had + 3n * oneToken)
  const { receipts } = await bundle(receipt.transactionHash)
  assert.deepEqual(receipts.map((r) => r.status), ['0x1', '0x1'])
  await applied(chainB, receipts[1].blockNumber)
  assert.equal(await tokensOnB('latest'), had + 3n * oneToken)
  const sent = await bridge.getPastEvents('SendERC20', { fromBlock: receipt.blockNumber, toBlock: 'latest' })
  assert.ok(sent.some((log) => log.transactionHash === receipt.transactionHash))
})

test('a refused burn shows the revert, and the account goes on', async () => {
  const nonce = await a.eth.getTransactionCount(from)
  const refused = contract(a, chainA.ethBridge, 'ETHBridge').methods.sendETH(chainB.testToken, chainB.chainId).send({ from, value: 7 })
  await assert.rejects(refused, ({ name, cause }) => {
    assert.equal(name, 'ContractExecutionError')
    assert.match(cause.message, /^execution reverted: PaymentFailed/)
    assert.equal(cause.errorName, 'PaymentFailed')
    assert.equal(cause.errorArgs.to.toLowerCase(), chainB.testToken)
    return true
  })
  assert.equal(await a.eth.getTransactionCount(from), nonce, 'no nonce is used')
  assert.equal((await burn(1n)).status, 1n)
})

test('errors keep their words', async () => {
  const tx = { from, to: bob, value: 1, gas: 21000 }
  // Without its own eth_call first, whose every error it shows as a revert.
  const send = (more) => a.eth.sendTransaction({ ...tx, ...more }, undefined, { checkRevertBeforeSending: false })
  await assert.rejects(send({ nonce: 0 }), /nonce too low/)
  await assert.rejects(send({ value: 2n * 10n ** 22n }), /insufficient funds/i)
})

test('deployment, and a call in the same slot', async () => {
  const { abi, bytecode } = artifact('TestToken')
  const token = await new a.eth.Contract(abi, a).deploy({ data: bytecode, arguments: [chainA.tokenBridge, chainA.chainId, from, 100n] }).send({ from })
  // web3 estimates gas at latest, whatever its default block, and there the contract is not yet.
  await token.methods.transfer(bob, 40n).send({ from, gas: 100_000 })
  assert.equal(await token.methods.balanceOf(bob).call({}, 'pending'), 40n)
})

test('blocks and events over WebSocket', async () => {
  const ws = web3(chainB.ws)
  try {
    assert.equal(await ws.eth.getChainId(), BigInt(chainB.chainId))
    const heads = await ws.eth.subscribe('newHeads')
    const numbers = []
    await new Promise((resolve, reject) => {
      heads.on('data', (head) => { if (numbers.push(head.number) === 3) resolve() })
      heads.on('error', reject)
    })
    assert.deepEqual(numbers, [numbers[0], numbers[0] + 1n, numbers[0] + 2n])
    const logs = await ws.eth.subscribe('logs', { address: chainB.tokenBridge })
    const minted = new Promise((resolve) => logs.on('data', resolve))
    const { transactionHash } = await burn(79n)
    assert.equal((await minted).transactionHash, (await bundle(transactionHash)).legs[1].txHash)
    await logs.unsubscribe()
    await heads.unsubscribe()
  } finally {
    ws.provider.disconnect()
  }
})
