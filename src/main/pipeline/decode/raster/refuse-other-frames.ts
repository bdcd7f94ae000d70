import { HilumError } from '../../../../shared/errors.ts'

export function refuseOtherFrames(name: string, frame: number, frames: number): void {
  if (Number.isInteger(frame) && frame >= 0 && frame < frames) return
  throw new HilumError(
    'DECODE_NO_SUCH_FRAME',
    `${name} has ${frames} ${frames === 1 ? 'picture' : 'pictures'}, so there is no number ${frame + 1}; choose one of them.`,
  )
}
