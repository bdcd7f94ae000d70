/** A fresh instance of a module that scripts/make-webassembly.ts made; what it exports is for the caller to say. */
export function instanceOf(code: string): WebAssembly.Exports {
  return new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(code, 'base64'))).exports
}
