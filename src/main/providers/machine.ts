// What this machine could run a model on, as far as can be known without loading a library: a look at a few files, so
// that a machine with nothing but its CPU starts as fast as if there were no choice.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { cpus, hostname, release } from 'node:os'
import { basename, delimiter, join } from 'node:path'
import type { Provider } from '../../shared/provider.ts'
import { strings } from '../../shared/strings.en.ts'
import { runtimeLibraries, runtimeVersion } from '../adapters/onnxruntime.ts'

export interface Machine {
  /** In order of preference; the CPU is last. */
  readonly order: readonly Provider[]
  readonly runtime: string
  /** Why a provider need not be tried; undefined where it should be. */
  obstacle(provider: Provider): string | undefined
  /** What is known of the driver, the graphics cards and the processor they are measured against; a verdict holds for it. */
  driver(provider: Provider): string
}

/** Platform and architecture. */
export type System = `${NodeJS.Platform}/${string}`

export function thisMachine(): Machine {
  const order = preference(`${process.platform}/${process.arch}`)
  return {
    order,
    runtime: runtimeVersion(),
    obstacle: (provider) => {
      if (!order.includes(provider)) return words.otherPlatform(words.names[provider])
      return process.platform === 'linux' ? linuxObstacle(provider) : undefined
    },
    driver: (provider) => (provider === 'cpu' ? '' : driver(provider)),
  }
}

/** What onnxruntime-node has for each platform (its README), the fastest first. */
export function preference(system: System): readonly Provider[] {
  if (system === 'linux/x64') return ['cuda', 'webgpu', 'cpu']
  if (system.startsWith('win32/')) return ['directml', 'webgpu', 'cpu']
  if (system.startsWith('darwin/')) return ['coreml', 'webgpu', 'cpu']
  return ['webgpu', 'cpu']
}

const words = strings.providers
const CUDA_LIBRARIES = ['libonnxruntime_providers_shared.so', 'libonnxruntime_providers_cuda.so']
const NVIDIA = '/proc/driver/nvidia/version'

export function missingCudaLibraries(folder = runtimeLibraries()): string[] {
  return CUDA_LIBRARIES.filter((name) => !existsSync(join(folder, name)))
}

function linuxObstacle(provider: Provider): string | undefined {
  if (provider === 'cuda') {
    if (!existsSync(NVIDIA)) return words.noNvidia
    const missing = missingCudaLibraries()
    return missing.length > 0 ? words.noCudaLibraries(missing.join(', ')) : undefined
  }
  if (provider === 'webgpu') {
    if (vulkanLoader() === undefined) return words.noVulkanLoader
    if (vulkanDrivers().length === 0) return words.noVulkanDriver
  }
  return undefined
}

/** Where the dynamic linker looks, as far as anyone installs a Vulkan loader. */
function vulkanLoader(): string | undefined {
  const named = (process.env['LD_LIBRARY_PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const usual = [
    '/usr/lib/x86_64-linux-gnu',
    '/usr/lib/aarch64-linux-gnu',
    '/usr/lib64',
    '/usr/lib',
    '/usr/local/lib',
  ]
  return [...named, ...usual].map((folder) => join(folder, 'libvulkan.so.1')).find(existsSync)
}

/** The manifests of drivers; the variables replace the usual folders (Vulkan loader, LoaderDriverInterface.md). */
function vulkanDrivers(): string[] {
  const named = process.env['VK_DRIVER_FILES'] ?? process.env['VK_ICD_FILENAMES']
  if (named !== undefined) return named.split(delimiter).filter(existsSync)
  const home = process.env['HOME'] ?? ''
  const folders = ['/usr/share', '/etc', '/usr/local/share', '/usr/local/etc', join(home, '.local/share')]
  return folders
    .map((folder) => join(folder, 'vulkan', 'icd.d'))
    .filter(existsSync)
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
}

function driver(provider: Provider): string {
  // A folder of settings may be shared by several machines, and roams between them on Windows.
  if (process.platform !== 'linux') return `${process.platform} ${release()} on ${hostname()}`
  const nvidia = existsSync(NVIDIA) ? firstLine(readFileSync(NVIDIA, 'utf8')) : ''
  const drivers = provider === 'webgpu' ? vulkanDrivers().map(dated) : []
  return [nvidia, ...drivers, ...graphicsCards(), cpus()[0]?.model ?? ''].filter(Boolean).join('; ')
}

/** Vendor and device (Linux, sysfs-bus-pci) of each; a machine without any has no such folder. */
export function graphicsCards(folder = '/sys/class/drm'): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => /^card\d+$/.test(name))
    .map((name) => ['vendor', 'device'].map((file) => join(folder, name, 'device', file)))
    .filter((files) => files.every(existsSync))
    .map((files) => files.map((file) => firstLine(readFileSync(file, 'utf8'))).join(':'))
    .toSorted()
}

/** A driver that is exchanged brings a newer manifest. */
function dated(file: string): string {
  return `${basename(file)} of ${statSync(file).mtime.toISOString().slice(0, 19)}Z`
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]?.replaceAll(/\s+/g, ' ').trim() ?? ''
}
