// Rules on how a file is named and written, where no rule that comes with the linter says it.

import { basename } from 'node:path'
import { fileOf, isFixture, isNode, isTest, name, nodes } from './syntax.ts'
import type { Node, Rule } from './syntax.ts'

const EMPTY_NAME = /(^|[-.])(utils?|helpers?|common|misc)([-.]|$)/i

/** A name says which concept a file holds. */
export const namedForConcept: Rule = {
  create: (context) => ({
    Program: (node) => {
      const empty = fileOf(context)
        .split('/')
        .find((part) => EMPTY_NAME.test(part))
      if (empty === undefined) return
      context.report({ node, message: `“${empty}” names no concept: say what the file is about.` })
    },
  }),
}

/** Barrels hide who imports what. */
export const noBarrel: Rule = {
  create: (context) => ({
    Program: (node) => {
      const body = nodes(node.body)
      const isIndex = /^index\.[cm]?[jt]sx?$/.test(basename(context.filename))
      if (!isIndex && !(body.length > 0 && body.every(isReexport))) return
      context.report({
        node,
        message: 'A file of re-exports hides who imports what: import from the files themselves.',
      })
    },
  }),
}

const isReexport = ({ type, source }: Node): boolean =>
  type === 'ExportAllDeclaration' || (type === 'ExportNamedDeclaration' && isNode(source))

const EMPTY_ROLE = /(Manager|Service|Helper|Handler|Utils?)$/

export const namedForWork: Rule = {
  create: (context) => ({
    ClassDeclaration: ({ id }) => {
      const called = name(id)
      if (called === undefined || !isNode(id) || !EMPTY_ROLE.test(called)) return
      context.report({
        node: id,
        message: `“${called}” says no more than that it does something: a verb or a noun would.`,
      })
    },
  }),
}

/** 0 is a value: `width || 256` turns it into another. */
export const noNumberByOr: Rule = {
  create: (context) => ({
    LogicalExpression: (node) => {
      const { operator, right } = node
      if (operator !== '||' || !isNode(right) || typeof right.value !== 'number') return
      context.report({
        node,
        message: '0 is a value, and || takes it for a missing one: use ?? or ask for what you mean.',
      })
    },
  }),
}

/** Whatever a reader may come to see is set as print is. */
export const noStraightApostrophe: Rule = {
  create: (context) => {
    const file = fileOf(context)
    if (!file.startsWith('src/') || isTest(file) || isFixture(file)) return {}
    const look = (node: Node, text: unknown) => {
      const word = typeof text === 'string' ? /\p{L}+'\p{L}+/u.exec(text)?.[0] : undefined
      if (word === undefined) return
      context.report({ node, message: `“${word}” has a straight apostrophe; readers are shown ’.` })
    }
    return {
      Literal: (node) => look(node, node.value),
      TemplateElement: (node) => look(node, (node.value as { cooked?: unknown }).cooked),
    }
  },
}

/** A failure that nobody hears of is a wrong result later. */
export const noSilentCatch: Rule = {
  create: (context) => {
    const message = 'A catch that does nothing hides a failure: act on it, or leave it to who can.'
    return {
      CatchClause: (node) => {
        if (isNode(node.body) && nodes(node.body.body).length === 0) context.report({ node, message })
      },
      // Only where nothing is made of the result: `(await read().catch(() => undefined)) ?? …` acts on the failure.
      ExpressionStatement: ({ expression }) => {
        const call = isNode(expression) ? withoutAwait(expression) : undefined
        if (call?.type !== 'CallExpression' || !isNode(call.callee)) return
        const [handler] = nodes(call.arguments)
        if (name(call.callee.property) !== 'catch' || handler === undefined) return
        if (doesNothing(handler)) context.report({ node: handler, message })
      },
    }
  },
}

function withoutAwait(expression: Node): Node {
  const { type, argument, operator } = expression
  return (type === 'AwaitExpression' || operator === 'void') && isNode(argument)
    ? withoutAwait(argument)
    : expression
}

function doesNothing({ type, body }: Node): boolean {
  if (!/^(Arrow)?FunctionExpression$/.test(type) || !isNode(body)) return false
  return body.type === 'BlockStatement' ? nodes(body.body).length === 0 : name(body) === 'undefined'
}
