import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { account, answer42, applied, artifact, bundle, chainA, chainB, result } from './devnet.js'

const program = fileURLToPath(new URL('node_modules/@foundry-rs/cast-linux-amd64/bin/cast', import.meta.url))
const carol = account(6)
const bob = account(7).address

// cast runs the program against chain A and returns what it prints.
async function cast(...args) {
  const options = { timeout: 30_000, env: { ETH_RPC_URL: chainA.rpc } }
  const { stdout } = await promisify(execFile)(program, args.map(String), options)
  return stdout.trim()
}

// send sends and returns the receipt, once it is in an applied block: cast takes its nonce from the
// latest block, so the next cast would take the same one again before.
async function send(...args) {
  const receipt = JSON.parse(await cast('send', '--json', '--private-key', carol.privateKey, ...args))
  assert.equal(receipt.status, '0x1')
  await applied(chainA, receipt.blockNumber)
  return receipt
}

const burn = (amount) => [chainA.tokenBridge, 'sendERC20(address,address,uint256,uint256)', chainA.testToken, bob, amount, chainB.chainId]
const tokensOnB = async (block) => {
  const data = `0x70a08231${bob.slice(2).padStart(64, '0')}`
  return BigInt(await result(chainB.rpc, 'eth_call', { to: chainB.testToken, data }, block))
}

test('reads', async () => {
  assert.equal(Number(await cast('chain-id')), chainA.chainId)
  assert.ok(Number(await cast('block-number')) >= 0)
  assert.ok(BigInt(await cast('balance', bob)) > 0n)
  assert.ok(BigInt(await cast('base-fee')) > 0n)
  assert.ok(BigInt(await cast('gas-price')) > 0n)
  assert.ok(JSON.parse(await cast('block', 'latest', '--full', '--json')).hash)
  assert.equal(await cast('call', chainA.testToken, 'symbol()(string)'), '"STT"')
  assert.equal(JSON.parse(await cast('proof', chainA.rootStore, '0x0')).storageProof.length, 1)
  assert.equal(await cast('estimate', '--from', carol.address, bob, '--value', 1), '21000')
})

test('transfers of types 0, 2 and 4', async () => {
  const type = async (receipt) => Number(JSON.parse(await cast('tx', '--json', receipt.transactionHash)).type)
  assert.equal(await type(await send(bob, '--value', 1, '--legacy')), 0)
  assert.equal(await type(await send(bob, '--value', 1)), 2)
  assert.equal(await type(await send(bob, '--value', 1, '--access-list')), 2)
  const { contractAddress } = await send('--create', answer42)
  assert.equal(await type(await send(carol.address, '--auth', contractAddress)), 4)
  assert.equal(await cast('code', carol.address), `0xef0100${contractAddress.slice(2)}`)
  assert.equal(BigInt(await cast('call', carol.address, '0x')), 42n)
})

for (const how of [[], ['--sync']]) {
  test(`burn on A, mint on B: cast send ${how}`, async () => {
    const had = await tokensOnB('pending')
    const receipt = await send(...burn(1000), ...how)
    assert.equal(await tokensOnB('pending'), had + 1000n)
    const { receipts } = await bundle(receipt.transactionHash)
    assert.deepEqual(receipts.map((r) => r.status), ['0x1', '0x1'])
    await applied(chainB, receipts[1].blockNumber)
    assert.equal(await tokensOnB('latest'), had + 1000n)
  })

  test(`a refused burn ends with the reason, and the account goes on: cast send ${how}`, async () => {
    const nonce = await cast('nonce', '--block', 'pending', carol.address)
    const refused = send(chainA.ethBridge, 'sendETH(address,uint256)', chainB.testToken, chainB.chainId, '--value', 5, ...how)
    await assert.rejects(refused, ({ code, stderr }) => {
      assert.equal(code, 1)
      assert.match(stderr, /error code 3: execution reverted/)
      assert.match(stderr, /"chainId":"0x386"/)
      return true
    })
    assert.equal(await cast('nonce', '--block', 'pending', carol.address), nonce, 'no nonce is used')
    await send(...burn(1), ...how)
  })
}

test('a burn that reverts on A is refused before it is sent', async () => {
  await assert.rejects(send(...burn(10n ** 30n)), ({ stderr }) => /execution reverted/.test(stderr))
})

test('deployment and logs', async () => {
  const { bytecode } = artifact('TestToken')
  const args = ['constructor(address,uint256,address,uint256)', chainA.tokenBridge, chainA.chainId, carol.address, 100]
  const { contractAddress, blockNumber } = await send('--create', bytecode, ...args)
  const logs = JSON.parse(await cast('logs', '--json', '--from-block', Number(blockNumber), '--address', contractAddress))
  assert.equal(logs.length, 1)
  assert.equal(BigInt(logs[0].data), 100n)
})

test('errors', async () => {
  await assert.rejects(send(bob, '--nonce', 0, '--value', 1), ({ stderr }) => /nonce too low/.test(stderr))
  await assert.rejects(send(bob, '--value', '20000ether', '--gas-limit', 21000), ({ stderr }) => /insufficient funds/.test(stderr))
})
