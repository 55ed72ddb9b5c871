import type { Finding } from '../../check/finding.ts'
import type { CheckResult } from '../run-check.ts'
import path from 'node:path'
import process from 'node:process'
import { rules } from '../../check/rules.ts'
import { withSlashes } from '../../core/files.ts'
import { fingerprintOf } from '../baseline.ts'
import { countFindings } from '../run-check.ts'

/** What other programs read of a check, by the name of the format; text for the standard output. */
export const reportFormats = { json, sarif, github } as const

type ReportFormat = keyof typeof reportFormats

export function isReportFormat(name: string): name is ReportFormat {
  return Object.hasOwn(reportFormats, name)
}

function json({ findings, titles, lectures, slides, seen }: CheckResult): string {
  const list = findings.map(({ rule, severity, file, line, message, hint, edit }) =>
    ({ rule, severity, file: pathOf(file), line, message, hint, fixable: edit !== undefined }))
  const summary = { ...countFindings(findings), lectures, slides, titles, browser: seen }
  return JSON.stringify({ summary, findings: list }, null, 2)
}

function sarif({ findings }: CheckResult): string {
  const used = Object.entries(rules).filter(([id]) => findings.some(({ rule }) => rule === id))
  const driver = {
    name: 'Docent',
    rules: used.map(([id, { meaning, fix, severity }]) => ({
      id,
      shortDescription: { text: meaning },
      help: { text: fix },
      defaultConfiguration: { level: severity },
    })),
  }
  return JSON.stringify({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, results: findings.map(sarifResult) }],
  }, null, 2)
}

function sarifResult(finding: Finding) {
  const { rule, severity, message, hint, file, line } = finding
  const artifactLocation = file === undefined ? undefined : { uri: encodeURI(pathOf(file)!) }
  return {
    ruleId: rule,
    level: severity,
    message: { text: hint ? `${message} ${hint}` : message },
    ...artifactLocation && {
      locations: [{ physicalLocation: { artifactLocation, ...line && { region: { startLine: line } } } }],
    },
    partialFingerprints: { docent: fingerprintOf(finding) },
  }
}

const COMMANDS = { error: 'error', warning: 'warning', note: 'notice' } as const

function github({ findings }: CheckResult): string {
  return findings.map(({ rule, severity, message, hint, file, line }) => {
    const places = [...file ? [`file=${property(pathOf(file)!)}`] : [], ...line ? [`line=${line}`] : []]
    const text = data(hint ? `${message}\n${hint}` : message)
    return `::${COMMANDS[severity]} ${[...places, `title=${property(rule)}`].join(',')}::${text}`
  }).join('\n')
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/** A path as other programs look for it: from the folder at hand, with slashes. */
function pathOf(file: string | undefined): string | undefined {
  return file === undefined ? undefined : withSlashes(path.relative(process.cwd(), file))
}
