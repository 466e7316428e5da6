import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  ContractFunctionExecutionError, ContractFunctionRevertedError, ExecutionRevertedError, FeeCapTooLowError,
  InsufficientFundsError, IntrinsicGasTooLowError, NonceTooLowError, TransactionExecutionError, TransactionNotFoundError,
  createPublicClient, createWalletClient, defineChain, encodeFunctionData, http, parseEther, parseGwei,
} from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { account, answer42, applied, artifact, bundle, chainA, chainB, oneToken } from './devnet.js'

const chainOf = (c) => defineChain({
  id: c.chainId, name: `chain ${c.chainId}`, nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  rpcUrls: { default: { http: [c.rpc], webSocket: [c.ws] } },
})
const alice = privateKeyToAccount(account(0).privateKey)
const bob = account(1).address
const options = { pollingInterval: 100, transport: http() }
const a = createPublicClient({ chain: chainOf(chainA), ...options })
// What a client needs to read its own writes at once: its reads then name the pending block.
const b = createPublicClient({ chain: chainOf(chainB), ...options, experimental_blockTag: 'pending' })
const wallet = createWalletClient({ account: alice, chain: chainOf(chainA), ...options })

const tokensOnB = (who, more = {}) =>
  b.readContract({ address: chainB.testToken, abi: artifact('TestToken').abi, functionName: 'balanceOf', args: [who], ...more })
const burn = (to, amount) => ({
  address: chainA.tokenBridge, abi: artifact('TokenBridge').abi, functionName: 'sendERC20',
  args: [chainA.testToken, to, amount, BigInt(chainB.chainId)],
})
const pendingNonce = () => a.getTransactionCount({ address: alice.address, blockTag: 'pending' })
const succeeds = async (hash) => {
  const receipt = await a.waitForTransactionReceipt({ hash })
  assert.equal(receipt.status, 'success')
  return receipt
}

test('connects and reads', async () => {
  assert.equal(await a.getChainId(), chainA.chainId)
  assert.equal(await b.getChainId(), chainB.chainId)
  assert.equal(await b.getBalance({ address: bob }), parseEther('10000'))
  const fees = await a.estimateFeesPerGas()
  assert.ok(fees.maxFeePerGas >= fees.maxPriorityFeePerGas)
  const block = await a.getBlock({ includeTransactions: true })
  assert.deepEqual(await a.getBlock({ blockHash: block.hash, includeTransactions: true }), block)
  const proof = await a.getProof({ address: chainA.rootStore, storageKeys: [`0x${'00'.repeat(32)}`] })
  assert.equal(proof.storageProof.length, 1)
})

test('JSON-RPC batch', async () => {
  const batching = createPublicClient({ chain: a.chain, transport: http(undefined, { batch: true }) })
  const [number, id, balance] = await Promise.all([batching.getBlockNumber(), batching.getChainId(), batching.getBalance({ address: bob })])
  assert.ok(number >= 0n)
  assert.equal(id, chainA.chainId)
  assert.ok(balance > 0n)
})

test('estimates and simulates', async () => {
  assert.equal(await a.estimateGas({ account: alice, to: bob, value: 1n }), 21000n)
  assert.ok(await a.estimateContractGas({ ...burn(bob, oneToken), account: alice }) > 50_000n)
  const { result } = await a.simulateContract({ ...burn(bob, oneToken), account: alice })
  assert.match(result, /^0x[0-9a-f]{64}$/)
})

test('plain transfers of types 0, 1 and 2', async () => {
  const gasPrice = parseGwei('2')
  const had = await a.getBalance({ address: bob, blockTag: 'pending' })
  let last
  for (const [type, more] of [['0x0', { type: 'legacy', gasPrice }], ['0x1', { type: 'eip2930', gasPrice, accessList: [] }], ['0x2', {}]]) {
    const hash = await wallet.sendTransaction({ to: bob, value: 5n, ...more })
    last = await succeeds(hash)
    assert.equal(last.gasUsed, 21000n)
    assert.equal((await a.getTransaction({ hash })).typeHex, type)
  }
  assert.equal(await a.getBalance({ address: bob, blockTag: 'pending' }), had + 15n)
  await applied(chainA, last.blockNumber)
  assert.equal(await a.getBalance({ address: bob }), had + 15n)
  const sealed = await a.getTransactionReceipt({ hash: last.transactionHash })
  const block = await a.getBlock({ blockNumber: last.blockNumber, includeTransactions: true })
  assert.equal(sealed.blockHash, block.hash)
  assert.ok(block.transactions.some((tx) => tx.hash === last.transactionHash))
})

test('pending, right after the send and before the block is sealed', async () => {
  const nonce = await pendingNonce()
  const had = await a.getBalance({ address: bob, blockTag: 'pending' })
  const hash = await wallet.sendTransaction({ to: bob, value: 9n })
  assert.equal(await a.getBalance({ address: bob, blockTag: 'pending' }), had + 9n)
  assert.equal(await pendingNonce(), nonce + 1)
  const tx = await a.getTransaction({ hash })
  const receipt = await a.getTransactionReceipt({ hash })
  assert.equal(tx.blockHash, receipt.blockHash)
  const block = await a.getBlock({ blockHash: receipt.blockHash }) // provisional, or the sealed block already
  assert.equal(block.number, receipt.blockNumber)
})

test('burn on A, mint on B', async () => {
  const had = await tokensOnB(bob)
  const hash = await wallet.writeContract(burn(bob, 3n * oneToken))
  assert.equal(await tokensOnB(bob), had + 3n * oneToken, 'on B, right after the send on A')
  await succeeds(hash)
  const { legs, receipts } = await bundle(hash)
  assert.deepEqual(legs.map((l) => [Number(l.chainId), l.role, l.success]), [[chainA.chainId, 'user', true], [chainB.chainId, 'relay', true]])
  assert.deepEqual(receipts.map((r) => r.status), ['0x1', '0x1'])
  await applied(chainA, receipts[0].blockNumber)
  await applied(chainB, receipts[1].blockNumber)
  assert.equal(await tokensOnB(bob, { blockTag: 'latest' }), had + 3n * oneToken)
  const blocks = await Promise.all([a, b].map((c, i) => c.getBlock({ blockNumber: BigInt(receipts[i].blockNumber) })))
  assert.equal(blocks[0].timestamp, blocks[1].timestamp, 'both legs in the same slot')
  const minted = await b.getContractEvents({
    address: chainB.tokenBridge, abi: artifact('TokenBridge').abi, eventName: 'RelayERC20',
    fromBlock: blocks[1].number, toBlock: blocks[1].number,
  })
  assert.ok(minted.some((log) => log.transactionHash === legs[1].txHash && log.args.amount === 3n * oneToken))
})

test('a refused burn is a decoded revert', async () => {
  const nonce = await pendingNonce()
  const refused = wallet.writeContract({
    address: chainA.ethBridge, abi: artifact('ETHBridge').abi, functionName: 'sendETH', value: 7n,
    args: [chainB.testToken, BigInt(chainB.chainId)], // a recipient that takes no ETH
  })
  await assert.rejects(refused, (err) => {
    assert.ok(err instanceof ContractFunctionExecutionError, err.name)
    const cause = err.walk((e) => e instanceof ContractFunctionRevertedError)
    assert.equal(cause?.data?.errorName, 'PaymentFailed')
    assert.equal(cause.data.args[0].toLowerCase(), chainB.testToken)
    return true
  })
  assert.equal(await pendingNonce(), nonce, 'no nonce is used')
})

test('a refused message says where, and the account goes on', async () => {
  const nonce = await pendingNonce()
  const data = encodeFunctionData({
    abi: artifact('Messenger').abi, functionName: 'sendMessage', args: [BigInt(chainB.chainId), chainB.testToken, '0x12345678'],
  })
  await assert.rejects(wallet.sendTransaction({ to: chainA.messenger, data }), (err) => {
    assert.ok(err instanceof TransactionExecutionError, err.name)
    assert.ok(err.walk((e) => e instanceof ExecutionRevertedError))
    const { data } = err.walk((e) => e.data?.chainId)
    assert.equal(Number(data.chainId), chainB.chainId)
    assert.equal(Number(data.leg), 1)
    assert.match(data.hint, /target/)
    return true
  })
  assert.equal(await pendingNonce(), nonce, 'no nonce is used')
  await succeeds(await wallet.writeContract(burn(bob, 1n)))
})

test('errors are classified by their words', async () => {
  const fees = { maxFeePerGas: parseGwei('2'), maxPriorityFeePerGas: 0n }
  const whole = { to: bob, value: 1n, gas: 21000n, nonce: await pendingNonce(), ...fees }
  for (const [kind, change] of [
    [NonceTooLowError, { nonce: 0 }],
    [InsufficientFundsError, { value: parseEther('20000') }],
    [IntrinsicGasTooLowError, { gas: 20000n }],
    [FeeCapTooLowError, { maxFeePerGas: 1n }],
  ]) {
    await assert.rejects(wallet.sendTransaction({ ...whole, ...change }), (err) => {
      assert.ok(err.walk((e) => e instanceof kind), `want ${kind.name}: ${err.details}`)
      return true
    })
  }
})

test('replacement of a transaction that waits', async () => {
  const nonce = await pendingNonce()
  const waits = { to: bob, value: 1n, gas: 21000n, nonce: nonce + 1, maxFeePerGas: parseGwei('2'), maxPriorityFeePerGas: parseGwei('1') }
  const first = await wallet.sendTransaction(waits)
  assert.equal((await a.getTransaction({ hash: first })).blockNumber, null)
  await assert.rejects(wallet.sendTransaction({ ...waits, value: 2n, maxFeePerGas: parseGwei('2.1') }), /replacement transaction underpriced/)
  let replaced
  let looksForAnother // resolves when the watch has seen the first
  const seen = new Promise((resolve) => { looksForAnother = resolve })
  const onFetchRequest = (_, { body }) => { if (JSON.parse(body).method === 'eth_getBlockByNumber') looksForAnother() }
  const watcher = createPublicClient({ chain: a.chain, ...options, transport: http(undefined, { onFetchRequest }) })
  const watched = watcher.waitForTransactionReceipt({ hash: first, onReplaced: (r) => { replaced = r } })
  await seen
  const second = await wallet.sendTransaction({ ...waits, maxFeePerGas: parseGwei('2.2'), maxPriorityFeePerGas: parseGwei('1.1') })
  await succeeds(await wallet.sendTransaction({ ...waits, nonce }))
  await succeeds(second)
  assert.equal((await watched).transactionHash, second)
  assert.equal(replaced.reason, 'repriced')
  await assert.rejects(a.getTransaction({ hash: first }), TransactionNotFoundError)
})

test('sendRawTransactionSync', async () => {
  const request = await wallet.prepareTransactionRequest(burnRequest())
  const receipt = await wallet.sendRawTransactionSync({ serializedTransaction: await wallet.signTransaction(request) })
  assert.equal(receipt.status, 'success')
  assert.equal((await bundle(receipt.transactionHash)).legs.length, 2)
})

const burnRequest = () => {
  const { address, abi, functionName, args } = burn(bob, 2n)
  return { to: address, data: encodeFunctionData({ abi, functionName, args }) }
}

test('deployment, and a call in the same slot', async () => {
  const { abi, bytecode } = artifact('TestToken')
  const hash = await wallet.deployContract({ abi, bytecode, args: [chainA.tokenBridge, BigInt(chainA.chainId), alice.address, 100n] })
  const { contractAddress } = await succeeds(hash)
  await succeeds(await wallet.writeContract({ address: contractAddress, abi, functionName: 'transfer', args: [bob, 40n] }))
  const read = { address: contractAddress, abi, functionName: 'balanceOf', args: [bob] }
  assert.equal(await a.readContract({ ...read, blockTag: 'pending' }), 40n)
})

test('EIP-7702', async () => {
  const { contractAddress } = await succeeds(await wallet.deployContract({ abi: [], bytecode: answer42 }))
  const carol = privateKeyToAccount(generatePrivateKey())
  const authorization = await wallet.signAuthorization({ account: carol, contractAddress })
  const hash = await wallet.sendTransaction({ to: carol.address, authorizationList: [authorization] })
  const receipt = await succeeds(hash)
  assert.equal((await a.getTransaction({ hash })).typeHex, '0x4')
  const blockTag = 'pending'
  assert.equal(await a.getCode({ address: carol.address, blockTag }), `0xef0100${contractAddress.slice(2)}`)
  assert.equal(BigInt((await a.call({ to: carol.address, blockTag })).data), 42n)
  await applied(chainA, receipt.blockNumber)
  assert.equal(BigInt((await a.call({ to: carol.address })).data), 42n)
})
