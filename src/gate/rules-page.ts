import type { RuleId } from '../check/rules.ts'
import { needsBrowser, ruleIds, rules } from '../check/rules.ts'

const INTRO = `# What \`npm run check\` looks for

Made from the table of rules: \`npm run check -- --rules\` prints it. An error makes the check fail, with \`--strict\` a
warning does too; notes are listed with \`--notes\`.

A slide switches a rule off in its front matter, a lecture in that of its first slide, a course in the headmatter of
\`slides.md\`, each with a reason. What is no longer needed is told.

\`\`\`yaml
check:
  many-words: the whole sonnet stands on this slide
\`\`\`
`

/** The rules as a page of Markdown. */
export function rulesPage(): string {
  const known = ruleIds.filter(id => !needsBrowser(id))
  return [
    INTRO,
    '## Without a browser',
    '',
    table(known),
    '',
    '## In a browser, at every step, light and dark',
    '',
    table(ruleIds.filter(needsBrowser)),
    '',
  ].join('\n')
}

function table(ids: readonly RuleId[]): string {
  const rows = ids.map((id) => {
    const { severity, meaning, fix } = rules[id]
    return `| \`${id}\` | ${severity} | ${meaning} | ${fix} |`
  })
  return ['| rule | severity | what is wrong | what to do |', '| --- | --- | --- | --- |', ...rows].join('\n')
}
