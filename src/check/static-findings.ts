import type { Problem } from '../core/errors.ts'
import type { Course } from '../course/course.ts'
import type { Finding } from './finding.ts'
import type { RuleId } from './rules.ts'
import { readCourseKinds } from '../stack/own-kinds.ts'
import { alikeKinds } from './alike-colors.ts'
import { altProblems } from './alt-text.ts'
import { bulletProblems, codeProblems, wordProblems } from './amount.ts'
import { readComponentNames } from './component-names.ts'
import { findingOf, stoppingFindings, warningFindings } from './finding.ts'
import { lostText } from './lost-text.ts'
import { propProblems } from './props.ts'
import { publicNameProblems } from './public-names.ts'
import { slideTexts } from './slide-text.ts'
import { longNotes, repeatedNotes, strayAnswers } from './speech.ts'
import { termProblems } from './terms.ts'
import { repeatedTitles, topicTitles, untitledProblems } from './titles.ts'

export interface StaticFindings {
  /** Switches of rules are not yet applied. */
  findings: Finding[]
  /** How many titles stand above something that a sentence could say, and how many of them name a topic. */
  titles: { all: number, topics: number }
}

/**
 * What is wrong with a course, known without a browser.
 * @param course as `surveyCourse` reads it
 * @param problems what stops its build
 */
export async function staticFindings(course: Course, problems: readonly Problem[]): Promise<StaticFindings> {
  const texts = slideTexts(course)
  const { kinds } = readCourseKinds(course.headmatter.kinds)
  const components = await readComponentNames(course)
  const topics = topicTitles(texts, course)
  const found: Partial<Record<RuleId, Problem[]>> = {
    'lost-text': await lostText(texts, course),
    'unknown-prop': texts.flatMap(text => propProblems(text, components.fileOf)),
    'public-name': await publicNameProblems(course),
    'alt-text': texts.flatMap(altProblems),
    'no-title': texts.flatMap(text => untitledProblems(text, course)),
    'duplicate-title': repeatedTitles(texts),
    'topic-title': topics.problems,
    'many-words': texts.flatMap(wordProblems),
    'many-bullets': texts.flatMap(bulletProblems),
    'much-code': texts.flatMap(codeProblems),
    'alike-colors': texts.flatMap(text => alikeKinds(text, kinds)),
    'answer-without-question': strayAnswers(texts),
    'long-notes': course.lectures.flatMap(longNotes),
    'notes-on-slide': texts.flatMap(repeatedNotes),
    'term-spelling': termProblems(texts),
  }
  return {
    findings: [
      ...stoppingFindings(problems),
      ...warningFindings(course.warnings, 'course-files'),
      ...Object.entries(found).flatMap(([rule, problems]) =>
        problems.map(problem => findingOf(rule as RuleId, problem))),
    ],
    titles: { all: topics.titles, topics: topics.problems.length },
  }
}
