// The WASM builds of CharLS, OpenJPEG and OpenJPH come without types. They share these, as far as Hilum uses them.

declare module '@cornerstonejs/codec-charls/decodewasmjs' {
  const create: (options: object) => Promise<{
    JpegLSDecoder: new () => import('./wasm-decoder.ts').WasmDecoder
    getExceptionMessage: (exception: number) => string
  }>
  export default create
}

declare module '@cornerstonejs/codec-openjpeg/decodewasmjs' {
  const create: (
    options: object,
  ) => Promise<{ J2KDecoder: new () => import('./wasm-decoder.ts').WasmDecoder }>
  export default create
}

declare module '@cornerstonejs/codec-openjph/wasmjs' {
  const create: (
    options: object,
  ) => Promise<{ HTJ2KDecoder: new () => import('./wasm-decoder.ts').WasmDecoder }>
  export default create
}
