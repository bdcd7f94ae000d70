// The contract of the stand-in: its own small app, in a real Chromium.
import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { chromium } from 'playwright-core'
import { findBrowser } from './find-browser.ts'
import { entry, openApp, type OpenApp } from './fixtures/open-app.ts'
import { runHost } from './run-host.ts'

const skip = findBrowser() === undefined ? 'needs Chromium, Chrome or Edge' : false

function contract(name: string, check: () => Promise<void>): void {
  test(name, { skip, timeout: 60_000 }, check)
}

async function eventually(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await condition()) return
    await wait(50)
  }
  assert.fail('it did not come about')
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    assert.equal((error as NodeJS.ErrnoException).code, 'ESRCH')
    return false
  }
}

contract('an app that is killed takes its browser along, and opens again on its data', async () => {
  const first = await openApp()
  const { browserPid } = await first.host.started
  assert.ok(runs(browserPid))
  await first.host.kill('SIGKILL')
  await eventually(async () => !runs(browserPid))
  const second = await openApp({ userData: first.userData })
  assert.deepEqual(await second.page.evaluate(() => window.fixture.ask('echo', 1)), 1)
  await second.close()
})

contract('an app that fails before its window says why', async () => {
  const host = runHost({ entry: join(entry, '..', 'none.ts'), args: [], userData: tmpdir(), headed: false })
  await assert.rejects(host.started, /The app ended \(exit status 1\):[^]*none\.ts/)
})

describe('an app under the stand-in', () => {
  let app: OpenApp
  before(async () => {
    if (skip === false) app = await openApp({ args: ['an argument'] })
  })
  after(async () => {
    if (skip === false) await app.close()
  })
  const ask = (channel: string, ...args: unknown[]) =>
    app.page.evaluate(([name, values]) => window.fixture.ask(name, ...values), [channel, args] as const)
  const events = async () => (await ask('events')) as string[]

  contract('main sees its own addresses, the sender and its arguments', async () => {
    assert.deepEqual(await ask('who'), [true, true, 'app://hilum/index.html', 'app://hilum'])
    assert.deepEqual(await ask('version'), ['1.2.3', app.userData, ['an argument']])
    assert.deepEqual((await events()).slice(0, 2).sort(), ['loaded', 'ready-to-show'])
  })

  contract('the preload has a world of its own', async () => {
    assert.deepEqual(await app.page.evaluate(() => window.fixture.describe()), {
      own: 'undefined',
      platform: process.platform,
    })
    assert.equal(await app.page.evaluate(() => typeof Reflect.get(window, '__hilumPost')), 'undefined')
  })

  contract('what JSON loses crosses to main and back', async () => {
    const seen = await app.page.evaluate(async () => {
      const pixels = new Int16Array([-32768, 0, 32767])
      const sent = {
        pixels,
        buffer: new Uint8Array([1, 2]).buffer,
        map: new Map([['a', new Float32Array([0.5])]]),
        nothing: undefined,
        nan: NaN,
        date: new Date(0),
        list: [undefined, null, -0],
      }
      const back = (await window.fixture.ask('echo', sent)) as typeof sent
      return [
        back.pixels instanceof Int16Array && [...back.pixels],
        back.buffer instanceof ArrayBuffer && back.buffer.byteLength,
        back.map.get('a')?.[0],
        'nothing' in back && back.nothing === undefined,
        Number.isNaN(back.nan),
        back.date.toISOString(),
        back.list[0] === undefined && back.list[1] === null && Object.is(back.list[2], -0),
      ]
    })
    assert.deepEqual(seen, [[-32768, 0, 32767], 2, 0.5, true, true, '1970-01-01T00:00:00.000Z', true])
  })

  contract('an error in a handler crosses in the words of Electron', async () => {
    const rejected = (channel: string) =>
      app.page.evaluate((name) => window.fixture.ask(name).catch((error: Error) => error.message), channel)
    assert.equal(await rejected('throw'), "Error invoking remote method 'throw': RangeError: too far")
    assert.equal(
      await rejected('none'),
      "Error invoking remote method 'none': Error: No handler registered for 'none'",
    )
    assert.equal(
      await rejected('function'),
      "Error invoking remote method 'function': Error: An object could not be cloned.",
    )
  })

  contract('the app’s own scheme answers with bodies of any size, and takes them', async () => {
    const bytes = await app.page.evaluate(async () => {
      const body = new Uint8Array(await (await fetch('large')).arrayBuffer())
      return [body.length, body[17_999_999]]
    })
    assert.deepEqual(bytes, [18_000_000, 7])
    const mirrored = await app.page.evaluate(async () => {
      const response = await fetch('mirror', { method: 'POST', body: new Uint8Array([255, 0, 254]) })
      return [response.status, [...new Uint8Array(await response.arrayBuffer())]]
    })
    assert.deepEqual(mirrored, [201, [255, 0, 254]])
  })

  contract('a handler that fails is a failed request, and main says why', async () => {
    assert.equal(await app.page.evaluate(() => fetch('x?fail').catch(String)), 'TypeError: Failed to fetch')
    assert.match(app.host.log(), /While answering app:\/\/hilum\/x\?fail: Error: asked to fail/)
  })

  contract('a request that leaves is refused, from the page and from a worker', async () => {
    const outcome = (address: string) => app.page.evaluate((url) => fetch(url).catch(String), address)
    assert.equal(await outcome('https://elsewhere.example/a'), 'TypeError: Failed to fetch')
    // Even one that the app does not cancel goes no further, and the log says so.
    assert.equal(await outcome('https://let-through.example/'), 'TypeError: Failed to fetch')
    assert.match(app.host.log(), /The app lets https:\/\/let-through\.example\/ pass/)
    const fromWorker = await app.page.evaluate(
      () =>
        new Promise((resolve) => {
          const heard: unknown[] = []
          new Worker('worker.js').onmessage = ({ data }) => {
            heard.push(data)
            if (heard.length === 2) resolve(heard)
          }
        }),
    )
    assert.deepEqual(new Map(fromWorker as [string, unknown][]).get('large'), 18_000_000)
    const urls = (await ask('asked')) as string[]
    assert.ok(urls.includes('https://elsewhere.example/a'))
    assert.ok(urls.includes('https://elsewhere.example/from-a-worker'))
  })

  contract('a policy names the app’s own origin as in Electron', async () => {
    const refused = await app.page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.inline = true'
      document.head.append(script)
      return Reflect.get(window, 'inline') as unknown
    })
    assert.equal(refused, undefined)
  })

  contract('permissions are denied when the app denies them', async () => {
    const state = await app.page.evaluate(async () => [
      (await navigator.permissions.query({ name: 'geolocation' })).state,
      (await navigator.permissions.query({ name: 'camera' as PermissionName })).state,
      Notification.permission,
    ])
    assert.deepEqual(state, ['denied', 'denied', 'denied'])
  })

  contract('a new window and a strange address are refused', async () => {
    assert.equal(await app.page.evaluate(() => window.open('other.html')), null)
    await app.page.locator('#blank').click()
    await eventually(
      async () => (await events()).filter((one) => one === 'window app://hilum/other.html').length === 2,
    )
    await eventually(async () => app.page.context().pages().length === 1)
    await app.page.locator('#away').click()
    await eventually(async () => (await events()).includes('navigate https://elsewhere.example/'))
    assert.equal(await app.page.getByRole('heading').textContent(), 'Fixture')
  })

  contract('dialogs give what the spec has answered, in order, and then are cancelled', async () => {
    await app.host.call('answerNext', 'open', ['/films', '/more'])
    await app.host.call('answerNext', 'save', '/out/report.pdf')
    assert.deepEqual(await ask('open'), { canceled: false, filePaths: ['/films', '/more'] })
    assert.deepEqual(await ask('save'), { canceled: false, filePath: '/out/report.pdf' })
    assert.deepEqual(await ask('open'), { canceled: true, filePaths: [] })
    const asked = await app.host.call('asksSoFar')
    assert.deepEqual(asked, [
      { kind: 'open', options: { properties: ['openDirectory'] } },
      { kind: 'save', options: { defaultPath: 'a.pdf' } },
      { kind: 'open', options: { properties: ['openDirectory'] } },
    ])
  })

  contract('menu items are clicked by label, id and key', async () => {
    const status = app.page.getByRole('status')
    await app.host.call('clickMenu', 'File > Tell')
    await status.getByText('from the menu').waitFor()
    await app.host.call('clickMenu', 'grid')
    await status.getByText('true').waitFor()
    await app.page.keyboard.press('ControlOrMeta+t')
    await status.getByText('from the menu').waitFor()
    await assert.rejects(app.host.call('clickMenu', 'off'), /disabled/)
    await assert.rejects(app.host.call('clickMenu', 'File > Print'), /there are &File|Tell…, Off, Grid/)
    assert.deepEqual(await app.host.call('menuItemState', 'grid'), {
      label: 'Grid',
      enabled: true,
      checked: true,
      visible: true,
    })
  })

  contract('a utility process gets and gives typed arrays, and its crash leaves main alive', async () => {
    const doubled = await app.page.evaluate(async () => {
      const reply = await window.fixture.ask('child', new Float32Array([1.5, -2]))
      return reply instanceof Float32Array && [...reply]
    })
    assert.deepEqual(doubled, [3, -4])
    assert.deepEqual(await ask('child', { n: 1 }), { echo: { n: 1 }, argument: 'argument' })
    assert.deepEqual(await ask('child', 'crash'), { exit: 1, pid: undefined })
  })

  contract('a File that was dropped has its path, one that the page made has none', async () => {
    const folder = join(app.userData, 'films')
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'a.txt'), 'a')
    const session = await app.page.context().newCDPSession(app.page)
    const files = [folder, join(folder, 'a.txt')]
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', {
        type,
        x: 90,
        y: 90,
        data: { items: [], files, dragOperationsMask: 1 },
      })
    assert.deepEqual(await app.page.evaluate(() => window.dropped), { paths: files })
    const made = await app.page.evaluate(() => window.fixture.paths([new File(['x'], 'x.txt')]))
    assert.deepEqual(made, { paths: [''] })
  })

  contract('what the app wants to open outside is noted and not opened', async () => {
    await ask('outside')
    assert.deepEqual(await app.host.call('openedSoFar'), ['https://example.org/help'])
  })

  contract('a second instance hands its arguments to the first and ends', async () => {
    const second = runHost({ entry, args: ['second.dcm'], userData: app.userData, headed: false })
    assert.equal(await second.exited, 0)
    await eventually(async () => (await events()).includes('second second.dcm'))
  })

  contract('a member that the stand-in lacks fails by its name, in main and in the preload', async () => {
    const message = await app.page.evaluate(() =>
      window.fixture.ask('lacking').catch((error: Error) => error.message),
    )
    assert.match(String(message), /e2e\/host has no electron\.app\.setBadgeCount/)
    const inPreload = await app.page.evaluate(() => {
      try {
        return window.fixture.lacking()
      } catch (error) {
        return (error as Error).message
      }
    })
    assert.equal(inPreload, 'e2e/host has no electron.ipcRenderer.sendSync')
    await eventually(async () => app.host.lacking.length === 2)
    assert.deepEqual(app.host.lacking, [
      'e2e/host has no electron.app.setBadgeCount',
      'e2e/host has no electron.ipcRenderer.sendSync',
    ])
  })

  contract('a reload asked for from outside keeps the page and its bridge', async () => {
    await app.page.reload()
    assert.deepEqual(await ask('echo', 'again'), 'again')
  })

  contract('a page that crashes is told to main, which may load it again', async () => {
    const session = await app.page.context().newCDPSession(app.page)
    await Promise.allSettled([session.send('Page.crash')])
    await eventually(async () => app.host.log().includes('render process crashed'))
    const { endpoint } = await app.host.started
    const browser = await chromium.connectOverCDP(endpoint)
    const again = browser.contexts()[0]?.pages()[0]
    await again?.getByRole('heading', { name: 'Fixture' }).waitFor()
  })

  contract('quitting from the menu ends the process', async () => {
    // The answer and the end of the line cross: either may come first.
    await Promise.allSettled([app.host.call('clickMenu', 'quit')])
    assert.equal(await app.host.exited, 0)
    assert.match(app.host.log(), /before-quit/)
  })
})
