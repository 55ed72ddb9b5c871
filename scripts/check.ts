import type { CheckResult } from '../src/gate/run-check.ts'
import path from 'node:path'
import process from 'node:process'
import { runCommand, style, UsageError } from '../src/cli/command.ts'
import { browserFlag, courseFlag } from '../src/cli/flags.ts'
import { createProgress } from '../src/cli/progress.ts'

await runCommand({
  name: 'check',
  summary: 'Looks for everything that is wrong with a course or some of its lectures, in the Markdown and, at every\n'
    + 'step of every slide, in a browser. Exits with 1 at an error.',
  positionals: '[slug…]',
  flags: {
    'course': courseFlag,
    'static': { type: 'boolean', help: 'only what is known without a browser: takes less than a second' },
    'strict': { type: 'boolean', help: 'exit with 1 at a warning too' },
    'notes': { type: 'boolean', help: 'list notes as well, which never fail' },
    'format': { type: 'string', value: 'NAME', default: 'text', help: 'text, json, sarif or github' },
    'report': { type: 'string', value: 'FILE', help: 'write a page with all findings and pictures of their places' },
    'fix': { type: 'boolean', help: 'make good what needs no person' },
    'dry-run': { type: 'boolean', help: 'with --fix: show what would change, and change nothing' },
    'watch': { type: 'boolean', help: 'check again after each change, without a browser' },
    'baseline': { type: 'string', value: 'FILE', help: 'tell only what is new since the file was first written' },
    'rules': { type: 'boolean', help: 'print all rules, as Markdown' },
    'browser': browserFlag,
  },
  examples: ({ lecture }) => [
    'check',
    `check ${lecture} --static`,
    'check --report check.html',
    'check --fix --dry-run',
  ],
  async run({ flags, positionals }) {
    if (flags.rules) {
      const { rulesPage } = await import('../src/gate/rules-page.ts')
      process.stdout.write(rulesPage())
      return
    }
    const { isReportFormat, reportFormats } = await import('../src/gate/report/formats.ts')
    const { format } = flags
    if (format !== 'text' && !isReportFormat(format))
      throw new UsageError(`There is no format "${format}"; there are: text, ${Object.keys(reportFormats).join(', ')}`)
    if (flags['dry-run'] && !flags.fix)
      throw new UsageError('--dry-run goes with --fix')
    const { fails, runCheck } = await import('../src/gate/run-check.ts')
    const check = async () => {
      const started = Date.now()
      const result = await runCheck({
        root: flags.course,
        slugs: positionals,
        browser: !flags.static && !flags.watch && !flags.fix,
        pictures: flags.report !== undefined,
        executablePath: flags.browser,
        progress: createProgress(),
      })
      if (flags.fix)
        return await fix(result, flags['dry-run'])
      const findings = flags.baseline === undefined ? result.findings : await newFindings(result, flags.baseline)
      const { mergeAlike } = await import('../src/gate/alike.ts')
      const told = { ...result, findings: mergeAlike(findings) }
      if (flags.report !== undefined)
        await writeReport(told, flags.report)
      if (isReportFormat(format)) {
        console.log(reportFormats[format](told))
      }
      else {
        const { terminalReport } = await import('../src/gate/report/terminal.ts')
        console.log(terminalReport(told, { notes: flags.notes, paint: style, milliseconds: Date.now() - started }))
      }
      process.exitCode = fails(findings, flags.strict) ? 1 : 0
    }
    await check()
    if (flags.watch) {
      const { watchCourse } = await import('../src/gate/watch-course.ts')
      watchCourse(path.resolve(flags.course), check)
      await new Promise(() => {})
    }
  },
})

async function newFindings({ findings, root }: CheckResult, file: string) {
  const { compareWithBaseline } = await import('../src/gate/baseline.ts')
  const { findings: fresh, written, gone } = await compareWithBaseline(findings, { file: path.resolve(file), root })
  if (written !== undefined)
    console.error(`The baseline ${file} has ${written} findings; from now on only new ones are told.`)
  else if (gone)
    console.error(`${gone} of the baseline are found no more: remove ${file} and run this again.`)
  return fresh
}

async function writeReport(result: CheckResult, file: string): Promise<void> {
  const { htmlReport } = await import('../src/gate/report/html.ts')
  const { replaceFile } = await import('../src/core/output.ts')
  await replaceFile(path.resolve(file), htmlReport(result, path.basename(path.resolve(result.root))))
  console.error(`Written: ${file}`)
}

async function fix({ findings }: CheckResult, dry: boolean): Promise<void> {
  const { fixFindings } = await import('../src/gate/fix.ts')
  const { diff, changed } = await fixFindings(findings, { dry })
  if (diff)
    console.log(diff)
  console.error(changed ? `${dry ? 'Would change' : 'Changed'} ${changed} lines.` : 'There is nothing to fix.')
}
