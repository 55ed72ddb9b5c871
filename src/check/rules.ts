import { browserRules } from './browser-rules.ts'
import { courseRules } from './course-rules.ts'

/** How much a finding weighs: an error fails the check, a warning does with `--strict`, a note never does. */
export type Severity = 'error' | 'warning' | 'note'

export interface Rule {
  severity: Severity
  /** What is wrong where it is broken, as a sentence. */
  meaning: string
  /** What to do about it. */
  fix: string
}

/** What is known of slides without a browser. */
const slideRules = {
  'alike-colors': {
    severity: 'warning',
    meaning: 'Layers with the same words have kinds that look alike to people who are color-blind, or in gray.',
    fix: 'Give one of the kinds another `tone`, or a `pattern`.',
  },
  'notes-block': {
    severity: 'error',
    meaning: 'A `:::` block in the notes is not closed, or there is none of that name.',
    fix: 'Close it; there are `private` and `answer`.',
  },
  'lost-text': {
    severity: 'warning',
    meaning: 'Text of the Markdown stands on no slide.',
    fix: 'Do what the finding says of the text.',
  },
  'missing-picture': {
    severity: 'error',
    meaning: 'A picture is not there.',
    fix: 'Put it where the finding says, or fix the path.',
  },
  'alt-text': {
    severity: 'warning',
    meaning: 'A picture has no text that says what it shows to those who cannot see it.',
    fix: 'Write what the picture shows: `![A whale with containers on its back](/whale.svg)`.',
  },
  'dead-link': {
    severity: 'error',
    meaning: 'A link within the course leads nowhere.',
    fix: 'Fix the address.',
  },
  'public-name': {
    severity: 'warning',
    meaning: 'A file of `public/` has a name that not every web host serves.',
    fix: 'Rename it, of letters, digits, hyphens and points.',
  },
  'no-title': {
    severity: 'warning',
    meaning: 'A slide has no title, by which readers, bookmarks and search find it.',
    fix: 'Give it a heading, or `title:` in its front matter.',
  },
  'duplicate-title': {
    severity: 'warning',
    meaning: 'Slides that do not follow each other have the same title, or the cover has that of the next.',
    fix: 'Let each title say what its own slide says.',
  },
  'topic-title': {
    severity: 'note',
    meaning: 'A title names a topic where a sentence could say the point.',
    fix: 'Write what the slide shows as a sentence; the summary has the share of such titles.',
  },
  'many-words': {
    severity: 'warning',
    meaning: 'A slide has more words than a room reads while somebody speaks: 75 at most.',
    fix: 'Move words into the notes, or divide the slide.',
  },
  'many-bullets': {
    severity: 'warning',
    meaning: 'A slide has more than eight bullets.',
    fix: 'Divide the slide, or show how its points belong together.',
  },
  'much-code': {
    severity: 'warning',
    meaning: 'A block of code has more than 20 lines, or a line of more than 100 characters.',
    fix: 'Show the lines that matter.',
  },
  'answer-without-question': {
    severity: 'warning',
    meaning: 'Notes have an `::: answer`, and nothing on the slide or the one before it asks.',
    fix: 'Ask with `:::question`, or take the block away.',
  },
  'recording': {
    severity: 'warning',
    meaning: 'The video, its cue log or its captions do not fit to the slides.',
    fix: 'Do what the finding says; `npm run cues` mends a log.',
  },
  'long-notes': {
    severity: 'warning',
    meaning: 'The notes take more than 160 words for each of the minutes that are planned.',
    fix: 'Shorten the notes, or plan more `minutes`.',
  },
  'notes-on-slide': {
    severity: 'warning',
    meaning: 'The notes repeat 24 words or more as they stand on the slide; a room reads faster than anyone speaks.',
    fix: 'Leave the words to the notes, and show what they mean.',
  },
  'term-spelling': {
    severity: 'warning',
    meaning: 'A name is written in another way than the course mostly writes it.',
    fix: 'Write it as everywhere else.',
  },
  'needless-switch': {
    severity: 'warning',
    meaning: 'A rule is switched off where nothing breaks it, without a reason, or is none.',
    fix: 'Take the line out of `check:`, or write the reason.',
  },
} as const satisfies Record<string, Rule>

/** All that `npm run check` looks for, by id. `docs/check-rules.md` is made from it. */
export const rules = { ...courseRules, ...slideRules, ...browserRules } as const satisfies Record<string, Rule>

export type RuleId = keyof typeof rules

export const ruleIds = Object.keys(rules) as RuleId[]

export function isRule(id: string): id is RuleId {
  return Object.hasOwn(rules, id)
}

/** Whether a rule needs a browser. */
export function needsBrowser(id: RuleId): boolean {
  return Object.hasOwn(browserRules, id)
}
