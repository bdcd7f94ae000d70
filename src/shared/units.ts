// Numbers that must not be mixed up. A brand costs nothing at run time.

declare const unit: unique symbol
type Branded<Base, Name extends string> = Base & { readonly [unit]: Name }

/** An opaque name of a film in one session of the window; never a path. */
export type FilmId = Branded<string, 'FilmId'>
/** 0 to 1, as the model's softmax gives it after temperature scaling. It is no probability of disease. */
export type Probability = Branded<number, 'Probability'>
/** A pixel's value as the file stores it, before the modality LUT. */
export type StoredValue = Branded<number, 'StoredValue'>
export type Millimetres = Branded<number, 'Millimetres'>

export const filmId = (value: string): FilmId => value as FilmId
export const probability = (value: number): Probability => value as Probability
