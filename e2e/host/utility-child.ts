// Loaded first in a utility process of the stand-in: process.parentPort, and no electron.
import { registerHooks } from 'node:module'
import { forApp, KnownEvents, lacks, withMembers } from './stand-in.ts'

const events = new KnownEvents('process.parentPort', ['message'])

let listening = false

const members: Pick<Electron.ParentPort, 'postMessage' | 'on'> = {
  postMessage: (message: unknown) => void process.send?.(message),
  on(name, listener) {
    KnownEvents.prototype.on.call(events, name, listener as never)
    // Node keeps what arrives until someone listens, and so does Electron's port.
    if (!listening)
      process.on('message', (data) =>
        events.emit('message', forApp('electron.MessageEvent', { data, ports: [] })),
      )
    listening = true
    return parentPort
  },
}

// A utility process does not outlive main.
process.on('disconnect', () => process.exit(0))

const guarded = forApp('process.parentPort', withMembers(events, members))
const parentPort = guarded as unknown as Electron.ParentPort

Object.defineProperty(process, 'parentPort', { value: parentPort })
Object.defineProperty(process, 'type', { value: 'utility' })

registerHooks({
  resolve(specifier, context, next) {
    if (/^electron(\/|$)/.test(specifier)) throw lacks(`${specifier} in a utility process`)
    return next(specifier, context)
  },
})
