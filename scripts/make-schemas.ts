// Writes the JSON Schema files of assets/schemas, for those who read what Hilum writes. Running it again changes nothing.

import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { scoreFileSchema } from '../src/shared/score-file.ts'

export interface SchemaFile {
  readonly name: string
  readonly text: string
}

export function makeSchemas(): SchemaFile[] {
  return [schemaFile('score-1.json', 'hilum/score@1: what “hilum score --json” writes', scoreFileSchema)]
}

function schemaFile(name: string, title: string, schema: z.ZodType): SchemaFile {
  const { $schema, ...body } = z.toJSONSchema(schema)
  return { name, text: `${JSON.stringify({ $schema, title, ...body }, null, 2)}\n` }
}

if (import.meta.main) {
  const folder = fileURLToPath(new URL('../assets/schemas/', import.meta.url))
  await mkdir(folder, { recursive: true })
  for (const { name, text } of makeSchemas()) await writeFile(`${folder}${name}`, text)
}
