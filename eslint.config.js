import antfu from '@antfu/eslint-config'

export default antfu(
  {
    typescript: true,
    vue: true,
    markdown: false,
    ignores: [
      'dist',
      '.docent',
      'tests/fixtures/**',
      'public/**',
      '**/*.md',
      '**/__snapshots__/**',
      'src/fonts/coverage.json',
      'schema/**',
      'docs/*.schema.json',
    ],
  },
  {
    rules: {
      'e18e/prefer-static-regex': 'off',
      // A comment says of parameters only what their names do not.
      'jsdoc/check-param-names': 'off',
      'no-console': 'off',
      'node/prefer-global/process': 'off',
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'no-nested-ternary': 'error',
      'style/max-len': ['error', { code: 120, ignoreUrls: true }],
    },
  },
  {
    // Commands, as those in scripts/ are.
    files: ['bench/*.ts', 'bench/room/serve.ts'],
    rules: { 'antfu/no-top-level-await': 'off' },
  },
  {
    // Tables of files and what becomes of them.
    files: ['bench/cache/{changes,course}.ts'],
    rules: { 'style/max-len': 'off', 'no-template-curly-in-string': 'off' },
  },
  {
    // Tables of words, a line each.
    files: ['src/language/words/*.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['package.json'],
    rules: {
      'max-lines': 'off',
    },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      'max-lines': 'off',
      'no-nested-ternary': 'off',
      'style/max-len': 'off',
      'test/prefer-lowercase-title': 'off',
    },
  },
)
