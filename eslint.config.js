import antfu from '@antfu/eslint-config'

export default antfu(
  {
    typescript: true,
    vue: true,
    markdown: false,
    ignores: ['dist', '.docent', 'tests/fixtures/**', 'public/**', '**/*.md', '**/__snapshots__/**'],
  },
  {
    rules: {
      'e18e/prefer-static-regex': 'off',
      // A comment says of parameters only what their names do not.
      'jsdoc/check-param-names': 'off',
      'no-console': 'off',
      'node/prefer-global/process': 'off',
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // A command calls into lib; it never imports another command.
    files: ['scripts/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ regex: '^\\./(build|start|present|export|doctor|handout|generate|rubric|cues|bench)\\.ts$', message: 'Commands never import each other: share code in scripts/lib/.' }, { regex: '^\\.\\./(\\.\\./)?(build|start|present|export|doctor|handout|generate|rubric|cues|bench)\\.ts$', message: 'lib never imports a command.' }] }],
    },
  },
  {
    // Commands, as those in scripts/ are.
    files: ['bench/*.ts'],
    rules: { 'antfu/no-top-level-await': 'off' },
  },
  {
    files: ['tests/**/*.ts'],
    rules: { 'max-lines': 'off', 'test/prefer-lowercase-title': 'off' },
  },
)
