// The one contract between the window and main: every request with the schema of its input and the shape of its
// answer, every event with the shape of what it carries. Main's handlers, the preload and the window's API are
// derived from it. Inputs come from a page, so main parses them; answers come from main, so their shape is a type.

import * as z from 'zod'
import type { Analysis } from './analysis.ts'
import type { EventName, RequestName } from './contract-names.ts'
import type { Failure } from './errors.ts'
import type { FilmId } from './units.ts'
import type {
  AppDescription,
  BatchState,
  BrokenOff,
  EngineState,
  FilmEntry,
  FilmStateChange,
  ImportOutcome,
  MenuCommand,
  ModelEntry,
  ModelList,
  ModelSight,
  OcclusionStep,
  OpenedFilm,
  OpenOutcome,
  SavedReport,
} from './window-data.ts'

const filmId = z
  .string()
  .regex(/^film-\d+$/)
  .transform((id) => id as FilmId)
const nothing = z.strictObject({})
const oneFrame = z.strictObject({ id: filmId, frame: z.int().nonnegative() })
const point = z.strictObject({ x: z.number(), y: z.number() })
const mark = oneFrame.extend({
  kind: z.enum(['length', 'angle', 'ratio']),
  lines: z.array(z.strictObject({ from: point, to: point })).max(2),
})
/** A `ToldShade`. */
const shade = z.strictObject({
  voi: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('window'),
      window: z.strictObject({
        centre: z.number(),
        width: z.number(),
        function: z.enum(['LINEAR', 'LINEAR_EXACT', 'SIGMOID']),
        name: z.string(),
      }),
    }),
    z.strictObject({ kind: z.literal('table'), place: z.int().nonnegative() }),
  ]),
  turned: z.boolean(),
})

function request<Input extends z.ZodType, Output>(input: Input, output: z.ZodType<Output>) {
  return { input, output }
}
const shape = <T>() => z.custom<T>()

export const requests = {
  'app.describe': request(nothing, shape<AppDescription>()),
  /** Asks the reader with the system's own dialog. */
  'films.choose': request(z.strictObject({ what: z.enum(['files', 'folder']) }), shape<OpenOutcome>()),
  'films.samples': request(nothing, shape<OpenOutcome>()),
  'films.drop': request(
    z.strictObject({ paths: z.array(z.string().min(1)).max(10_000) }),
    shape<OpenOutcome>(),
  ),
  'films.list': request(nothing, shape<readonly FilmEntry[]>()),
  'films.clear': request(nothing, shape<null>()),
  /** Takes the last clearing back, as long as no other films were opened. */
  'films.restore': request(nothing, shape<null>()),
  'film.open': request(
    oneFrame.extend({ shutters: z.enum(['on', 'off']).default('on') }),
    shape<OpenedFilm>(),
  ),
  'film.analyse': request(oneFrame, shape<Analysis>()),
  /** The analysis with maps by occlusion among its own; takes many runs of the model, told by 'occlusion.step'. */
  'film.occlude': request(oneFrame, shape<Analysis>()),
  'occlusion.stop': request(nothing, shape<null>()),
  'film.sight': request(oneFrame, shape<ModelSight>()),
  'batch.start': request(nothing, shape<null>()),
  'batch.stop': request(nothing, shape<null>()),
  'models.list': request(nothing, shape<ModelList>()),
  'models.choose': request(z.strictObject({ model: z.string().min(1) }), shape<ModelEntry>()),
  /** Asks the reader for the folder. */
  'models.import': request(nothing, shape<ImportOutcome>()),
  'report.export': request(
    z.strictObject({
      format: z.enum(['pdf', 'csv', 'json']),
      /** The films on screen, which have pages of their own in the PDF whatever was made of them, as the reader sees them. */
      shown: z.array(z.strictObject({ id: filmId, shade: shade.nullable() })).max(3),
      /** What was measured; its films have pages too, which show it. */
      marks: z.array(mark).max(10_000).default([]),
    }),
    shape<SavedReport>(),
  ),
} satisfies Record<RequestName, { input: z.ZodType; output: z.ZodType }>

export const events = {
  /** Films were added or removed. */
  'films.changed': shape<readonly FilmEntry[]>(),
  /** Films were opened from outside the window: by a second start, or by the Finder. */
  'films.opened': shape<OpenOutcome>(),
  /** Some films have new results; sent a few times a second at most. */
  'films.states': shape<readonly FilmStateChange[]>(),
  'batch.changed': shape<BatchState>(),
  'batch.broken-off': shape<BrokenOff>(),
  'occlusion.step': shape<OcclusionStep>(),
  /** The reader has said where to; the file of this name is being made. */
  'report.writing': shape<{ readonly name: string }>(),
  'engine.changed': shape<EngineState>(),
  'menu.command': shape<MenuCommand>(),
} satisfies Record<EventName, z.ZodType>

export type Input<Name extends RequestName> = z.input<(typeof requests)[Name]['input']>
export type ParsedInput<Name extends RequestName> = z.output<(typeof requests)[Name]['input']>
export type Output<Name extends RequestName> = z.output<(typeof requests)[Name]['output']>
export type Payload<Name extends EventName> = z.output<(typeof events)[Name]>

/** What an answer looks like on the wire: failures are values, since classes do not survive the crossing. */
export type Answer<Name extends RequestName> = { readonly ok: true; readonly value: Output<Name> } | Failure
