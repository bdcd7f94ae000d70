// Which files of a folder or an archive are taken for films.

import { looksLikeDicom } from '../decode/dicom/looks-like-dicom.ts'
import { sniffRaster } from '../decode/sniff.ts'

/** Enough of a file to tell what it is. */
export const HEAD_BYTES = 1024

const CLAIMS = /\.(dcm|dicom|dic|png|jpe?g|jpe|jfif|tiff?|bmp|dib|webp|gif)$/i

/** A file that calls itself a picture is a film even if it lies: the reader is then told why it cannot be read. */
export function claimsToBeFilm(name: string): boolean {
  return CLAIMS.test(name) && !isAppleDouble(name)
}

export function isFilmByContent(head: Buffer): boolean {
  return sniffRaster(head) !== null || looksLikeDicom(head)
}

/** macOS writes a file's attributes beside it on foreign disks and in archives, under the same name after "._". */
export function isAppleDouble(name: string): boolean {
  return name.startsWith('._')
}

/** PS3.10 8.6: the File ID of the directory of a file-set; discs show it in either case. */
export function isDicomdirName(name: string): boolean {
  return /^DICOMDIR\.?(;1)?$/i.test(name)
}

/** PKWARE APPNOTE 4.3.6: a local file header, or the end record of an empty archive. */
export function isZip(head: Buffer): boolean {
  return head.length >= 4 && ['PK\x03\x04', 'PK\x05\x06'].includes(head.toString('latin1', 0, 4))
}

/** Office documents and programs are ZIP archives too, so in a folder the name must say it, or say nothing. */
export function mayBeArchive(name: string): boolean {
  return /\.zip$/i.test(name) || !/\.[a-z][a-z0-9]{0,4}$/i.test(name)
}
