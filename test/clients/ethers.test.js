import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { ethers } from 'ethers'
import { account, answer42, applied, artifact, bundle, chainA, chainB, oneToken } from './devnet.js'

// ethers keeps answers for 250 ms. A receipt comes sooner, and the nonce it would take next is then
// the old one: on a chain this fast it must not keep them.
const options = { cacheTimeout: -1, pollingInterval: 100 }
const a = new ethers.JsonRpcProvider(chainA.rpc, undefined, options)
const b = new ethers.JsonRpcProvider(chainB.rpc, undefined, options)
after(() => [a, b].forEach((provider) => provider.destroy()))

const wallet = new ethers.Wallet(account(2).privateKey, a)
const bob = account(3).address
const contract = (address, name, runner) => new ethers.Contract(address, artifact(name).abi, runner)
const bridge = contract(chainA.tokenBridge, 'TokenBridge', wallet)
const tokensOnB = (who, blockTag) => contract(chainB.testToken, 'TestToken', b).balanceOf(who, { blockTag })
const burn = (amount) => bridge.sendERC20(chainA.testToken, bob, amount, chainB.chainId)

test('connects and reads, in batches of its own', async () => {
  const [network, number, balance, fees] = await Promise.all([a.getNetwork(), a.getBlockNumber(), b.getBalance(bob), a.getFeeData()])
  assert.equal(Number(network.chainId), chainA.chainId)
  assert.ok(number >= 0)
  assert.equal(balance, ethers.parseEther('10000'))
  assert.ok(fees.maxFeePerGas > 0n)
  const block = await a.getBlock('latest', true)
  assert.equal((await a.getBlock(block.hash)).number, block.number)
  assert.equal(await a.estimateGas({ from: wallet.address, to: bob, value: 1n }), 21000n)
})

test('plain transfers of types 0, 1 and 2', async () => {
  const had = await a.getBalance(bob, 'pending')
  for (const type of [0, 1, 2]) {
    const tx = await wallet.sendTransaction({ to: bob, value: 5n, type })
    const receipt = await tx.wait()
    assert.equal(receipt.status, 1)
    assert.equal((await a.getTransaction(tx.hash)).type, type)
  }
  assert.equal(await a.getBalance(bob, 'pending'), had + 15n)
})

test('burn on A, mint on B', async () => {
  const had = await tokensOnB(bob, 'pending')
  const tx = await burn(3n * oneToken)
  assert.equal(await tokensOnB(bob, 'pending'), had + 3n * oneToken)
  const receipt = await tx.wait()
  assert.equal(receipt.status, 1)
  const { receipts } = await bundle(tx.hash)
  assert.deepEqual(receipts.map((r) => r.status), ['0x1', '0x1'])
  await applied(chainB, receipts[1].blockNumber)
  assert.equal(await tokensOnB(bob, 'latest'), had + 3n * oneToken)
  const sent = await bridge.queryFilter(bridge.filters.SendERC20(null, wallet.address), receipt.blockNumber)
  assert.ok(sent.some((log) => log.transactionHash === tx.hash && log.args.amount === 3n * oneToken))
})

test('a refused burn shows the revert, and the account goes on', async () => {
  const nonce = await wallet.getNonce('pending')
  const ethBridge = contract(chainA.ethBridge, 'ETHBridge', wallet)
  await assert.rejects(ethBridge.sendETH(chainB.testToken, chainB.chainId, { value: 7n }), ({ code, error }) => {
    assert.equal(code, 'UNKNOWN_ERROR') // ethers decodes reverts of eth_call and eth_estimateGas only
    assert.equal(error.code, 3)
    assert.match(error.message, /^execution reverted/)
    assert.equal(Number(error.data.chainId), chainB.chainId)
    assert.equal(ethBridge.interface.parseError(error.data.data).name, 'PaymentFailed')
    return true
  })
  assert.equal(await wallet.getNonce('pending'), nonce)
  assert.equal((await (await burn(1n)).wait()).status, 1)
})

test('a burn that reverts on A is refused before it is sent', async () => {
  await assert.rejects(burn(10n ** 30n), { code: 'CALL_EXCEPTION', action: 'estimateGas' })
})

test('errors are classified by their words', async () => {
  const nonce = await wallet.getNonce('pending')
  const whole = { to: bob, value: 1n, gasLimit: 21000n, nonce, maxFeePerGas: 2n * 10n ** 9n, maxPriorityFeePerGas: 10n ** 9n }
  await assert.rejects(wallet.sendTransaction({ ...whole, nonce: 0 }), { code: 'NONCE_EXPIRED' })
  await assert.rejects(wallet.sendTransaction({ ...whole, value: ethers.parseEther('20000') }), { code: 'INSUFFICIENT_FUNDS' })
  const waits = await wallet.sendTransaction({ ...whole, nonce: nonce + 1 })
  await assert.rejects(wallet.sendTransaction({ ...whole, nonce: nonce + 1, value: 2n }), { code: 'REPLACEMENT_UNDERPRICED' })
  await wallet.sendTransaction(whole)
  assert.equal((await waits.wait()).status, 1)
})

test('replacement of a transaction that waits', async () => {
  const nonce = await wallet.getNonce('pending')
  const whole = { to: bob, value: 1n, gasLimit: 21000n, nonce: nonce + 1, maxFeePerGas: 2n * 10n ** 9n, maxPriorityFeePerGas: 10n ** 9n }
  const first = await wallet.sendTransaction(whole)
  const replaced = assert.rejects(first.wait(), { code: 'TRANSACTION_REPLACED', reason: 'repriced' })
  await wallet.sendTransaction({ ...whole, maxFeePerGas: 3n * 10n ** 9n, maxPriorityFeePerGas: 2n * 10n ** 9n })
  await wallet.sendTransaction({ ...whole, nonce })
  await replaced
})

test('deployment, and a call in the same slot', async () => {
  const { abi, bytecode } = artifact('TestToken')
  const token = await new ethers.ContractFactory(abi, bytecode, wallet).deploy(chainA.tokenBridge, chainA.chainId, wallet.address, 100n)
  await token.waitForDeployment()
  await (await token.transfer(bob, 40n)).wait()
  assert.equal(await token.balanceOf(bob, { blockTag: 'pending' }), 40n)
})

test('EIP-7702', async () => {
  const created = await (await wallet.sendTransaction({ data: answer42 })).wait()
  const carol = ethers.Wallet.createRandom(a)
  const authorization = await carol.authorize({ address: created.contractAddress, nonce: 0, chainId: chainA.chainId })
  const tx = await wallet.sendTransaction({ type: 4, to: carol.address, authorizationList: [authorization] })
  assert.equal((await tx.wait()).status, 1)
  assert.equal(BigInt(await a.call({ to: carol.address, blockTag: 'pending' })), 42n)
})

test('events over HTTP, by filters', async () => {
  const token = contract(chainB.testToken, 'TestToken', b)
  const seen = new Promise((resolve) => token.on(token.filters.Transfer(null, bob), ({ args, log }) => {
    if (args[2] === 77n) resolve(log.transactionHash)
  }))
  await applied(chainB, await b.getBlockNumber() + 1) // the filter is there
  const tx = await burn(77n)
  await tx.wait()
  assert.equal(await seen, (await bundle(tx.hash)).legs[1].txHash)
  await token.removeAllListeners()
})

test('blocks and events over WebSocket', async () => {
  const ws = new ethers.WebSocketProvider(chainB.ws)
  try {
    assert.equal(Number((await ws.getNetwork()).chainId), chainB.chainId)
    const token = contract(chainB.testToken, 'TestToken', ws)
    let seen
    const transfer = new Promise((resolve) => { seen = resolve })
    await token.on(token.filters.Transfer(null, bob), ({ args }) => { if (args[2] === 78n) seen() })
    const numbers = []
    const blocks = new Promise((resolve) => ws.on('block', (n) => { if (numbers.push(n) === 3) resolve() }))
    await blocks
    assert.deepEqual(numbers, [numbers[0], numbers[0] + 1, numbers[0] + 2])
    await burn(78n)
    await transfer
  } finally {
    await ws.destroy()
  }
})
