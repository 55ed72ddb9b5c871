import { wordList } from '../patterns.ts'

/** What questions begin with, and what answers to them say. */
export const questions = {
  reasonQuestions: ['why', 'what is the reason', 'what for'],
  numberQuestions: ['how many', 'how much', 'how often', 'how long', 'how big', 'how large', 'how fast'],
  wayQuestions: ['how to', 'how do', 'how can', 'how should', 'how does', 'how is', 'how are'],
  yesNoQuestions: wordList(`
    can could is isn't are aren't do don't does doesn't did will won't would should shouldn't must may has have was were
  `),
  whatQuestions: ['what is', 'what are', 'what\'s', 'what was', 'who is', 'who are'],
  reasonAnswers: [
    'because',
    'since',
    'so that',
    'as a result',
    'reason',
    'reasons',
    'therefore',
    'in order to',
    'this is why',
    'to avoid',
  ],
  numberAnswers: wordList(`
    one two three four five six seven eight nine ten dozen dozens hundred hundreds thousand thousands million millions
    many several once twice every daily weekly all none percent any
  `),
  wayAnswers: ['you can', 'use', 'run', 'by', 'first', 'when you use', 'with', 'you need to'],
  yesNoAnswers: ['you can', 'you can\'t', 'you cannot', 'it is possible', 'it\'s possible', 'you must', 'you should'],
  countings: ['there are', 'we have', 'you have'].flatMap(begin => [
    ...['a few'],
    ...wordList('two three four five six seven eight several many some different'),
  ].map(number => `${begin} ${number}`)),
  whatAnswers: ['is a', 'is an', 'is the', 'are made', 'means', 'refers to', 'is called', 'consists of'],
} as const
