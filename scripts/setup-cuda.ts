// `npm run setup:cuda`: fetches the CUDA 12 libraries that onnxruntime-node leaves out of its package, by the package's
// own script, and looks whether they can be loaded.

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runtimeInstallScript, runtimeLibraries, runtimeVersion } from '../src/main/adapters/onnxruntime.ts'
import { missingCudaLibraries } from '../src/main/providers/machine.ts'

const folder = runtimeLibraries()

process.exit(setUp())

function setUp(): number {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return fail(
      `ONNX Runtime has CUDA for Linux on x64 only, and this is ${process.platform} on ${process.arch}.`,
    )
  }
  if (missingCudaLibraries().length > 0 && !fetched()) return 1
  const missing = missingCudaLibraries()
  if (missing.length > 0)
    return fail(`The script ended well, yet ${missing.join(' and ')} are not in ${folder}.`)
  const unresolved = unresolvedNeeds(join(folder, 'libonnxruntime_providers_cuda.so'))
  if (unresolved.length > 0) {
    return fail(
      `The CUDA libraries of ONNX Runtime are there, and they need ${unresolved.join(', ')}, which this machine has ` +
        'not. Install CUDA 12 and cuDNN 9 for your distribution, or name their folder in LD_LIBRARY_PATH.',
    )
  }
  if (!existsSync('/proc/driver/nvidia/version'))
    return fail('The CUDA libraries are complete, and no NVIDIA driver is loaded. Install the driver.')
  console.log('The CUDA libraries are complete. “npx hilum providers” tries them.')
  return 0
}

function fetched(): boolean {
  console.log(`Fetching the CUDA libraries of ONNX Runtime ${runtimeVersion()} from NuGet, about 300 MB …`)
  const { status } = spawnSync(process.execPath, [runtimeInstallScript()], {
    stdio: ['ignore', 'inherit', 'pipe'],
    // By the variable that names the version; ONNXRUNTIME_NODE_INSTALL=cuda12 is not understood by its parser.
    env: { ...withoutChoice(process.env), ONNXRUNTIME_NODE_INSTALL_CUDA: 'v12' },
  })
  if (status === 0) return true
  fail(
    'The CUDA libraries could not be fetched: api.nuget.org did not answer as it should. Run this again where it can ' +
      'be reached, or through GLOBAL_AGENT_HTTPS_PROXY; until then Hilum uses another provider.',
  )
  return false
}

/** An installation is often told to skip them, and this is the time not to. */
function withoutChoice(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { ONNXRUNTIME_NODE_INSTALL: _asked, npm_config_onnxruntime_node_install: _set, ...rest } = environment
  return rest
}

/** What the dynamic linker does not find for a library. */
function unresolvedNeeds(library: string): string[] {
  const { stdout } = spawnSync('ldd', [library], { encoding: 'utf8' })
  return stdout
    .split('\n')
    .filter((line) => line.includes('not found'))
    .map((line) => line.trim().split(' ', 1)[0]!)
}

function fail(sentence: string): number {
  console.error(sentence)
  return 1
}
