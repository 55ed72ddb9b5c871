import { wordList } from '../patterns.ts'

/** Forms that make a sentence of some words, whatever its verb is; none of them is a noun in one of the languages. */
const auxiliaries = wordList(`
  is are was were am isn't aren't wasn't weren't be been has have had hasn't haven't do does did don't doesn't didn't
  can can't cannot could couldn't will won't would wouldn't shall should shouldn't may might must mustn't
  it's that's there's you're we're they're you'll we'll they'll it'll you've we've you'd
  ist sind war waren wird werden wurde wurden hat haben hatte kann können konnte muss müssen soll sollte sollten darf
  dürfen gibt heißt bedeutet
  est sont était étaient peut peuvent doit doivent fait faut permet permettent ont avez
  son está están fue puede pueden debe deben tiene tienen hay permite permiten significa
`)

/** English verbs that texts about subjects of all kinds have, in the form that the dictionary gives. */
const common = wordList(`
  add allow apply ask avoid become begin belong break bring build call carry cause change check choose come compare
  connect consist contain control convert create declare define delete depend deploy describe determine differ disable
  do download enable end ensure enter exist expect explain export fail find follow generate get give go grow handle
  happen have help hold imagine implement import improve include increase indicate initialize inherit insert inspect
  install introduce keep know lead learn leave let look lose make manage match mean modify move need offer open
  override own pass pick point prefer prepare prevent produce provide pull push put raise reach read receive reduce
  refer reject remain remember remove rename replace represent require resolve restart return run save say search
  see select send separate serve set share show skip solve specify split stand start stay stop store suggest supply
  support switch take talk tell tend think throw transform treat try turn understand update upgrade upload use
  validate vary wait want watch work wrap write
`)

/** German, French and Spanish verbs as statements have them: what is done, and what one does. */
const others = wordList(`
  bietet bieten besteht bestehen bestimmt beschreibt beschreiben bezeichnet braucht brauchen definiert definieren
  dient dienen enthält enthalten entspricht entsteht erbt erben erhält erlaubt erlauben ermöglicht ermöglichen
  ersetzt erweitert erzeugt erzeugen existiert folgt folgen fügt führt führen funktioniert gehört gehören gilt
  gelten greift hält heißen hilft hängt implementiert implementieren kennt kommt kommen lassen lässt lautet läuft
  laufen legt liefert liefern liegt liegen löst macht machen markiert nennt nimmt nutzt nutzen prüft ruft sagt
  schreibt sieht sorgt speichert speichern spricht startet steht stehen stellt stellen trägt trennt übergibt
  überschreibt umfasst unterscheidet unterscheiden unterstützt verändert verbindet verhält verhindert verwaltet
  verwendet verwenden wartet weiß wirft wählt zeigt zeigen zählt affiche affichent ajoute aide appelle appellent
  commence comporte contient contiennent crée créent décrit définit définissent dépend devient donne évite existe
  existent exige faites fonctionne fonctionnent fournit fournissent garantit gère hérite inclut indique offre
  offrent peuvent prend prennent propose reçoit remplace rend renvoie reste sert servent signifie suffit utilise
  utilisent utilisez évitent añade ayuda cambia comienza consiste contiene contienen convierte crea crean define
  depende devuelve ejecuta ejecutan funciona genera incluye incluyen indica llama muestra necesita necesitas ofrece
  ofrecen proporciona puedes recibe representa requiere sirve sirven usa usan utiliza utilizan
`)

/** Words that make a sentence of some words. */
export const verbs: readonly string[] = [...auxiliaries, ...others, ...common.flatMap(formsOf)]

function formsOf(verb: string): string[] {
  if (/[^aeiou]y$/.test(verb))
    return [verb, `${verb.slice(0, -1)}ies`]
  return [verb, /(?:[sxo]|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`]
}
