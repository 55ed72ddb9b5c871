/** What a build tells of a course as well: the first stop it, the others are its warnings. */
export const courseRules = {
  'course-files': {
    severity: 'error',
    meaning: 'A file of the course is not there, not text, named twice, or in a place where it is not built.',
    fix: 'Do what the finding says of the file.',
  },
  'front-matter': {
    severity: 'error',
    meaning: 'Front matter is no YAML, or text stands where front matter belongs.',
    fix: 'Put values with a colon, a hash or a quote into quotes; leave a line empty after `---`.',
  },
  'front-matter-value': {
    severity: 'warning',
    meaning: 'A value of the front matter cannot be read and is ignored.',
    fix: 'Write it as the finding shows.',
  },
  'misspelt-key': {
    severity: 'warning',
    meaning: 'Nothing reads a key of the front matter, and it is nearly one that is read.',
    fix: 'Fix or remove the key.',
  },
  'overruled-key': {
    severity: 'warning',
    meaning: 'A key of the headmatter has no effect in these decks.',
    fix: 'Remove it, or do what the finding names instead.',
  },
  'lecture-choice': {
    severity: 'warning',
    meaning: '`slides.md` does not say which slides make a lecture.',
    fix: 'Write `lectures: one` or `lectures: imports` into its headmatter.',
  },
  'missing-package': {
    severity: 'error',
    meaning: 'A theme or an addon is not installed.',
    fix: 'Install it with the command of the finding, or name another.',
  },
  'remote-font': {
    severity: 'warning',
    meaning: 'A font would come from another host; decks ask none.',
    fix: 'Import it from a package in `styles/index.ts`.',
  },
  'missing-icons': {
    severity: 'warning',
    meaning: 'A set of icons is not installed, so its icons are not shown.',
    fix: 'Install it with the command of the finding.',
  },
  'other-host': {
    severity: 'warning',
    meaning: 'A slide shows what lies on another host.',
    fix: 'Save it in `public/`, or write `remote: keep` into the headmatter.',
  },
  'missing-letter': {
    severity: 'error',
    meaning: 'No typeface draws a character.',
    fix: 'Write it in another way, show it as a picture, or bring a typeface.',
  },
  'duplicate-id': {
    severity: 'error',
    meaning: 'Two slides of a lecture, or two lectures, have the same address.',
    fix: 'Give one of them another `id`, or rename the file.',
  },
  'unusable-id': {
    severity: 'error',
    meaning: 'An id or the name of a file cannot be an address.',
    fix: 'Choose letters, digits and hyphens.',
  },
  'unknown-layout': {
    severity: 'warning',
    meaning: 'There is no layout of that name; the slide has the default one.',
    fix: 'Fix the name.',
  },
  'unknown-component': {
    severity: 'error',
    meaning: 'There is no component of that name.',
    fix: 'Fix the name, put the component into `components/`, or write the tag as code.',
  },
  'unknown-prop': {
    severity: 'warning',
    meaning: 'A component does not read a property, and has one that is spelt nearly so.',
    fix: 'Fix the name of the property.',
  },
  'unknown-language': {
    severity: 'error',
    meaning: 'There is no language of that name for code.',
    fix: 'Fix the name; `text` is for what is no code.',
  },
  'unclosed': {
    severity: 'error',
    meaning: 'A tag or a block of code is not closed, or closes nothing.',
    fix: 'Close it where it ends.',
  },
  'block': {
    severity: 'error',
    meaning: 'A `:::` block is not closed, has no such kind or no such option.',
    fix: 'Do what the finding says of the block.',
  },
  'diagram': {
    severity: 'error',
    meaning: 'A diagram cannot be drawn.',
    fix: 'Do what the finding says of the line.',
  },
} as const
