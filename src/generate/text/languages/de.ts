import type { Wording } from './wording.ts'
import { wordList } from '../patterns.ts'

/** What is no subject without the noun that it stands for, and what follows it where it stands alone. */
const pronouns = wordList('dies das er es diese dieser dieses beide beides alle alles')
const predicates = wordList(`
  ist sind war waren wird werden wurde wurden hat haben kann können muss müssen soll sollte sollten darf dürfen bedeutet
  heißt gibt macht ermöglicht erlaubt sorgt liegt führt geschieht passiert funktioniert gilt hilft zeigt bietet enthält
  besteht bestehen dient dienen erzeugt liefert nimmt nennt geht wäre würde lässt braucht erfordert verhindert steht
  stellt kommt vereinfacht erleichtert schauen
`)

export const de: Partial<Wording> = {
  stopWords: wordList(`
    der die das den dem des ein eine einen einem einer eines und oder aber doch denn weil dass daß wenn als ob wie auch
    nur noch schon sehr mehr immer ist sind waren wird werden wurde wurden haben hatte kann können konnte muss
    müssen soll sollen sollte darf dürfen mag möchte nicht kein keine keinen keinem keiner er sie es ich du wir ihr ihn
    ihm ihnen uns euch sich mein dein sein seine seiner seinen unser ihre ihrer ihren dieser diese dieses diesen diesem
    jeder jede jedes jeden welche welcher welches solche solcher im ins am ans zum zur von vom bei beim mit nach aus
    auf für über unter vor hinter zwischen durch gegen ohne um bis seit während wegen zu an hier da dort dann nun
    jetzt damit dabei dazu daher davon daran darauf darin etwa sowie bzw hierbei hierfür hierzu etwas nichts viel viele
    vielen alle allen alles andere anderen anderer beide beiden gibt lässt lassen man
  `),
  abbreviations: ['z.b', 'd.h', 'u.a', 'bzw', 'usw', 'ggf', 'bsp', 'nr', 'abb', 's'],
  answers: ['ja', 'nein'],
  turningWords: ['nicht', 'kein*', 'nie', 'nur', 'außer', 'ohne', 'wenn', 'falls'],
  subordinates: wordList('wenn falls weil da obwohl während sobald solange bevor nachdem als'),
  conjunctions: ['und', 'oder'],
  cues: ['ist ein', 'ist eine', 'heißt', 'bezeichnet', 'bedeutet', 'besteht aus', 'muss', 'niemals', 'immer'],
  weakBeginnings: [
    'dies',
    'dieser',
    'diese',
    'dieses',
    'er',
    'es',
    'diesem',
    'diesen',
    'hier',
    'hierbei',
    'hierfür',
    'hierzu',
    'dabei',
    'dazu',
    'dafür',
    'damit',
    'daher',
    'deshalb',
    'danach',
    'dann',
    'nun',
    'jetzt',
    'auch',
    'außerdem',
    'zudem',
    'allerdings',
    'jedoch',
    'aber',
    'und',
    'so',
    'also',
    'zum beispiel',
    'z.b.',
    'beispielsweise',
    ...['in', 'mit', 'bei', 'von', 'aus', 'zu', 'für', 'durch', 'auf'].flatMap(word =>
      ['diesem', 'dieser', 'diesen', 'diese', 'dieses'].map(other => `${word} ${other}`)),
    'im folgenden',
    'folgende',
    'wie oben',
    'siehe',
    'stellen sie sich',
    'beachten sie',
    'schauen wir',
    'wir',
  ],
  pointings: ['diese abbildung zeigt', 'die abbildung zeigt', 'das beispiel zeigt', 'dieses beispiel zeigt'],
  chatter: [
    'wir haben gesehen',
    'haben wir gesehen',
    'kennengelernt',
    'schauen wir uns',
    'sehen wir uns',
    'stellen sie sich vor',
    'keine sorge',
  ],
  leaningEnds: ['dies', 'so aus', 'folgendes', 'wie folgt', 'hier', 'unten', 'oben'],
  openEnds: wordList(`
    und oder aber dann dass der die das ein eine mit von zu für im in auf an bei als wenn weil ist sind
  `),
  unfinishedEnds: wordList('kann können muss müssen soll sollen sowie durch per namens zum zur wird werden hat haben'),
  leaningInside: wordList('sie er ihn ihm dieser diesem diesen dieses'),
  leaning: [
    ...pronouns.flatMap(pronoun => predicates.map(predicate => `${pronoun} ${predicate}`)),
    // "Sie können" speaks to the reader.
    ...['ist', 'sind', 'wird', 'wurde', 'hat', 'enthält', 'besteht', 'dient'].map(predicate => `sie ${predicate}`),
    'dies',
    'hierbei',
    'hierfür',
    'hierzu',
    'dabei',
    'dafür',
    'dazu',
    'dadurch',
    'diese beiden',
    'das folgende',
    'der folgende',
    'die folgende',
    'letzterer',
    'letztere',
    'ersterer',
    'erstere',
    'hier',
    'siehe oben',
    'siehe unten',
    'wie oben',
  ],
  firstSteps: ['zuerst', 'zunächst', 'als erstes', 'erstens'],
  nextSteps: ['dann', 'danach', 'anschließend', 'als nächstes', 'zweitens', 'drittens'],
  lastSteps: ['zuletzt', 'schließlich', 'zum schluss', 'abschließend'],
  determiners: wordList('der die das den dem des ein eine einen einem einer eines jede jeder jedes'),
  reasonQuestions: ['warum', 'wieso', 'weshalb'],
  numberQuestions: ['wie viele', 'wie viel', 'wie oft', 'wie lange'],
  wayQuestions: ['wie'],
  yesNoQuestions: ['kann', 'können', 'ist', 'sind', 'hat', 'muss', 'soll', 'gibt es'],
  whatQuestions: ['was ist', 'was sind', 'wer ist'],
  reasonAnswers: ['weil', 'da', 'deshalb', 'daher', 'damit', 'grund'],
  numberAnswers: ['ein', 'zwei', 'drei', 'viele', 'mehrere', 'hundert', 'tausend', 'einmal'],
  wayAnswers: ['mit', 'indem', 'du kannst', 'sie können', 'verwenden'],
  whatAnswers: ['ist ein', 'ist eine', 'sind', 'bedeutet', 'heißt'],
  summaryTitles: ['zusammenfassung', 'fazit', 'wichtigste punkte'],
  referenceTitles: wordList('literatur literaturverzeichnis einzelnachweise quellen quellenverzeichnis fußnoten'),
}
