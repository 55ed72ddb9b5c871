import type { Wording } from './wording.ts'
import { wordList } from '../patterns.ts'

const pronouns = wordList('il elle')
/** Behind "il", which else is no one: "il faut", "il existe". */
const predicates = wordList(`
  a est était peut doit permet sera ne contient utilise fonctionne crée fournit affiche prend reçoit renvoie devient
  sert offre
`)

export const fr: Partial<Wording> = {
  stopWords: wordList(`
    le la les un une des du de au aux et ou mais donc ni que qui quoi dont où ce cet cette ces cela ceci ça il elle ils
    elles je tu nous vous on se leur leurs votre vos notre nos mon ma mes ton ta tes sa ses dans par sur avec sans sous
    entre vers chez pendant depuis avant après est sont était étaient être ont avoir fait faire peut peuvent doit
    doivent pas ne aussi très bien ainsi alors lorsque quand comme si tout tous toute toutes même autre autres chaque
    quelque quelques plusieurs ici là lors afin
  `),
  connectives: [
    'cependant',
    'toutefois',
    'par conséquent',
    'en effet',
    'de plus',
    'en outre',
    'en revanche',
    'par exemple',
    'enfin',
    'ensuite',
  ],
  trailingClauses: ['ce qui', 'parce que', 'puisque', 'tandis que', 'alors que', 'par exemple', 'comme', 'y compris'],
  cues: ['est un', 'est une', 'signifie', 'permet de', 'permettent de', 'doit', 'jamais', 'toujours'],
  weakBeginnings: [
    ...pronouns,
    'ils',
    'elles',
    'ce',
    'cet',
    'cette',
    'ces',
    'cela',
    'ceci',
    'celui-ci',
    'celle-ci',
    'c\'est',
    'ici',
    'là',
    'voici',
    'voilà',
    'puis',
    'ensuite',
    'enfin',
    'maintenant',
    'notez',
    'voir',
    'consultez',
    'mais',
    'et',
    'donc',
    'ainsi',
    'aussi',
    'par exemple',
    'dans cet',
    'dans ce',
    'dans cette',
    'comme vous',
  ],
  pointings: ['cet exemple montre', 'l\'exemple suivant montre', 'l\'exemple ci-dessous montre', 'la figure montre'],
  chatter: ['félicitations', 'nous allons', 'nous avons vu', 'ne vous inquiétez pas'],
  firstSteps: ['d\'abord', 'tout d\'abord', 'premièrement'],
  nextSteps: ['puis', 'ensuite', 'deuxièmement', 'troisièmement'],
  lastSteps: ['enfin', 'finalement', 'pour finir'],
  determiners: wordList('le la les un une des du ce cet cette ces votre vos son sa ses chaque'),
  abbreviations: ['p.ex'],
  answers: ['oui', 'non'],
  turningWords: ['pas', 'jamais', 'sauf', 'sans', 'si'],
  subordinates: wordList('si quand lorsque puisque comme bien'),
  conjunctions: ['et', 'ou'],
  unfinishedEnds: wordList('peut peuvent doit doivent est sont pour avec utiliser lancer'),
  leaningEnds: ['ceci', 'cela', 'ici', 'ci-dessous', 'suivant', 'suivante', 'comme suit'],
  leaning: [
    ...pronouns.flatMap(pronoun => predicates.map(predicate => `${pronoun} ${predicate}`)),
    'ils',
    'elles',
    'celui-ci',
    'celle-ci',
    'ceux-ci',
    'celles-ci',
    'il s\'agit',
    'cela',
    'ceci',
    'c\'est',
    'ce sont',
    'ici',
    'voir ci-dessous',
    'comme ci-dessus',
  ],
  reasonQuestions: ['pourquoi'],
  numberQuestions: ['combien'],
  wayQuestions: ['comment'],
  yesNoQuestions: ['est-ce que', 'peut-on', 'faut-il'],
  whatQuestions: ['qu\'est-ce que', 'qu\'est-ce qu', 'que sont'],
  reasonAnswers: ['parce que', 'car', 'puisque', 'donc'],
  numberAnswers: ['un', 'deux', 'trois', 'plusieurs', 'cent', 'mille', 'beaucoup'],
  wayAnswers: ['avec', 'vous pouvez', 'utilisez'],
  whatAnswers: ['est un', 'est une', 'sont', 'signifie'],
  summaryTitles: ['résumé'],
  referenceTitles: ['références', 'bibliographie', 'notes et références'],
}
