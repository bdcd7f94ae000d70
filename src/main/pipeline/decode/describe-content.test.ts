import assert from 'node:assert/strict'
import test from 'node:test'

import { describeContent } from './describe-content.ts'

const cases = [
  ['%PDF-1.7\n', /^a PDF document/],
  ['\ufeff<!DOCTYPE html><html>', /^an HTML page/],
  ['\n <HTML><head>', /^an HTML page/],
  ['<?xml version="1.0"?><svg xmlns="">', /^an SVG drawing/],
  ['<?xml version="1.0"?><study/>', /^an XML file/],
  ['PK\x03\x04', /^a ZIP archive or an office document/],
  ['MZ\x90\0', /^a program/],
  ['{"patient": 1}', /^a JSON file/],
  ['Normal chest.\r\nNo effusion.', /^a text file/],
  ['胸部正面像', /^a text file/],
  ['\0'.repeat(600), /^nothing but zeros/],
  ['\x01\x02\x03\x04', /^$/],
] as const

for (const [content, expected] of cases) {
  test(`${JSON.stringify(content.slice(0, 24))} seems to be ${expected.source.slice(1)}`, () => {
    assert.match(describeContent(Buffer.from(content, 'utf8')), expected)
  })
}
