// What a file that is no film seems to be, so that the sentence about it helps.

interface Look {
  readonly what: string
  readonly starts: RegExp
}

// Matched against the first bytes read as Latin-1, the picture kinds that Hilum leaves to others included.
const LOOKS: readonly Look[] = [
  { what: 'a PDF document; save its pictures as PNG first', starts: /^%PDF-/ },
  {
    what: 'an HTML page; it was probably saved in place of the film, download it again',
    starts: /^\s*<(!doctype html|html|head|body)/i,
  },
  { what: 'an SVG drawing', starts: /^\s*(<\?xml[^>]*>\s*)?(<!--[^>]*-->\s*)?<svg/i },
  { what: 'an XML file', starts: /^\s*<\?xml/i },
  {
    what: 'a HEIC or AVIF picture; save it as PNG or JPEG first',
    starts: /^....ftyp(heic|heix|mif1|msf1|hevc|avif|avis)/s,
  },
  { what: 'a film (video)', starts: /^(....ftyp|\x1aE\xdf\xa3|RIFF....AVI )/s },
  {
    what: 'a bare JPEG 2000 picture; Hilum reads JPEG 2000 inside DICOM',
    starts: /^(\0\0\0\x0cjP {2}\r\n|\xff\x4f\xff\x51)/,
  },
  { what: 'a JPEG XL picture; save it as PNG or JPEG first', starts: /^(\xff\x0a|\0\0\0\x0cJXL )/ },
  { what: 'a Photoshop picture; save it as PNG or TIFF first', starts: /^8BPS/ },
  { what: 'a NIfTI volume', starts: /^(\x5c\x01\0\0|\0\0\x01\x5c)/ },
  { what: 'a NRRD volume', starts: /^NRRD/ },
  {
    what: 'a ZIP archive or an office document; if it holds films, name it .zip',
    starts: /^PK(\x03\x04|\x05\x06)/,
  },
  { what: 'a compressed archive; unpack it first', starts: /^(\x1f\x8b|7z\xbc\xaf|Rar!|BZh|\xfd7zXZ)/ },
  { what: 'a program', starts: /^(MZ|\x7fELF|\xcf\xfa\xed\xfe|\xca\xfe\xba\xbe)/ },
  { what: 'an old office document', starts: /^\xd0\xcf\x11\xe0/ },
  { what: 'a JSON file', starts: /^\s*[[{]\s*["\]}[{]/ },
]

/** A few words for a sentence that starts "It seems to be …"; empty where nothing can be told. */
export function describeContent(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024))
  const look = LOOKS.find(({ starts }) => starts.test(head.toString('latin1').replace(/^\xef\xbb\xbf/, '')))
  if (look) return look.what
  if (head.every((byte) => byte === 0)) return 'nothing but zeros; the copy has failed, copy it again'
  return isText(head) ? 'a text file' : ''
}

function isText(head: Buffer): boolean {
  return head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d)
}
