import type { PixelDescription } from '../../dicom/pixel-description.ts'
import type { JpegHeader } from '../jpeg-header.ts'

/**
 * What the three components of the codestream are. An Adobe segment says so itself, and JFIF allows nothing else;
 * otherwise component ids or chroma at half the size give it away, and at last (0028,0004) is believed.
 */
export function coloursOf(
  header: JpegHeader,
  description: Pick<PixelDescription, 'photometricInterpretation'>,
): 'RGB' | 'YBR_FULL' {
  return isYcbcr(header, description) ? 'YBR_FULL' : 'RGB'
}

function isYcbcr(
  header: JpegHeader,
  description: Pick<PixelDescription, 'photometricInterpretation'>,
): boolean {
  if (header.adobeTransform !== null) return header.adobeTransform !== 0
  if (header.jfif) return true
  const [first, second, third] = header.components
  if (first?.id === 0x52 && second?.id === 0x47 && third?.id === 0x42) return false
  const subsampled =
    first && second && (first.horizontal > second.horizontal || first.vertical > second.vertical)
  return subsampled === true || description.photometricInterpretation !== 'RGB'
}
