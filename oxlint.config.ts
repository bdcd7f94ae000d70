// What `npm run lint` checks. The house's own rules are in scripts/lint; lint.test.ts plants a fault for each.

import { defineConfig } from 'oxlint'

// Plain JavaScript has no types to hold it to.
const UNSAFE = ['assignment', 'argument', 'call', 'member-access', 'return']
const WITHOUT_UNSAFE = Object.fromEntries(
  UNSAFE.map((what) => [`typescript/no-unsafe-${what}`, 'off' as const]),
)

const TESTS = ['**/*.test.ts', '**/*.test.tsx', '**/*.spec.ts']

export default defineConfig({
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'react', 'jsx-a11y', 'promise', 'node'],
  jsPlugins: ['./scripts/lint/house-rules.ts'],
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  // assembly/ is AssemblyScript, whose own compiler checks it.
  ignorePatterns: [
    'out/',
    'out-*/',
    'dist/',
    'models/',
    'assets/',
    'test-results/',
    'playwright-report/',
    '**/assembly/',
  ],
  categories: { correctness: 'error' },
  rules: {
    'hilum/zones': 'error',
    'hilum/platform': 'error',
    'hilum/one-importer': 'error',
    'hilum/schema-types-only': 'error',
    'hilum/named-for-concept': 'error',
    'hilum/named-for-work': 'error',
    'hilum/no-barrel': 'error',
    'hilum/no-number-by-or': 'error',
    'hilum/no-silent-catch': 'error',
    'hilum/no-straight-apostrophe': 'error',

    // Size
    'max-lines': ['error', { max: 400 }],
    'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    'max-params': ['error', { max: 4 }],
    'max-depth': ['error', { max: 4 }],
    // A switch over the kinds of a thing is as easy to read as it is long.
    complexity: ['error', { max: 15, variant: 'modified' }],

    // Types
    'typescript/no-explicit-any': 'error',
    'typescript/no-unsafe-assignment': 'error',
    'typescript/no-unsafe-argument': 'error',
    'typescript/no-unsafe-call': 'error',
    'typescript/no-unsafe-member-access': 'error',
    'typescript/no-unsafe-return': 'error',
    'typescript/ban-ts-comment': 'error',
    'typescript/consistent-type-imports': [
      'error',
      { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
    ],
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'typescript/only-throw-error': 'error',

    // Promises
    'typescript/no-floating-promises': [
      'error',
      {
        allowForKnownSafeCalls: [
          { from: 'package', name: ['test', 'it', 'describe', 'suite'], package: 'node:test' },
        ],
      },
    ],
    'typescript/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    'typescript/await-thenable': 'error',
    'typescript/return-await': ['error', 'error-handling-correctness-only'],

    // Ways of writing
    eqeqeq: 'error',
    'no-unused-vars': [
      'error',
      { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
    ],
    'no-var': 'error',
    'prefer-const': 'error',
    'no-empty': ['error', { allowEmptyCatch: false }],
    'no-console': ['error', { allow: ['warn', 'error'] }],
    'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'start' }],
    'unicorn/no-process-exit': 'error',
    'unicorn/prefer-node-protocol': 'error',
    'import/no-cycle': ['error', { ignoreTypes: true }],
    'import/no-self-import': 'error',

    // React
    'react/rules-of-hooks': 'error',
    'react/exhaustive-deps': 'error',
    'react/jsx-key': 'error',
    'react/button-has-type': 'error',

    // Rules of taste, or wrong about what this project does: films are binary, and binary has control characters.
    'no-control-regex': 'off',
    'typescript/no-misused-spread': ['error', { allow: ['string'] }],
    'typescript/unbound-method': 'off',
    'unicorn/no-useless-spread': 'off',
    'jsx-a11y/prefer-tag-over-role': 'off',
    // The list and the viewport take the keys for what lies in them.
    'jsx-a11y/click-events-have-key-events': 'off',
    'jsx-a11y/no-noninteractive-tabindex': 'off',
    // Knows no attribute of ARIA 1.3, such as aria-description.
    'jsx-a11y/role-supports-aria-props': 'off',
    // Of use only to React's compiler, which is not used.
    'react/immutability': 'off',
    'react/preserve-manual-memoization': 'off',
  },
  overrides: [
    // What begins with “use” is a hook in the window alone.
    {
      files: ['src/main/**', 'src/shared/**', 'e2e/**', 'scripts/**'],
      rules: { 'react/rules-of-hooks': 'off' },
    },
    // A table of cases or a suite is long without being hard to read.
    { files: TESTS, rules: { 'max-lines-per-function': 'off' } },
    // The one place of the command line that may end the process, and programs that are nothing but a command.
    { files: ['src/main/cli/main.ts', 'scripts/**', 'e2e/**'], rules: { 'unicorn/no-process-exit': 'off' } },
    { files: ['scripts/**', 'e2e/**'], rules: { 'no-console': 'off' } },
    { files: ['**/*.{js,cjs,mjs}'], rules: { ...WITHOUT_UNSAFE, 'unicorn/no-process-exit': 'off' } },
    // Playwright reads from an empty pattern that a fixture needs no other.
    { files: ['e2e/**'], rules: { 'no-empty-pattern': 'off' } },
    // Electron types what comes from main as any; the contract says what it is.
    { files: ['src/preload/**'], rules: { 'typescript/no-unsafe-return': 'off' } },
    // The stand-in for Electron passes on what it can't know.
    { files: ['e2e/**'], rules: { 'typescript/no-unsafe-return': 'off' } },
  ],
})
