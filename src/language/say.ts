import type { en } from './words/en.ts'

/** A text in the forms that a number asks for; `{n}` is the number. */
type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

type English = typeof en

/** What Docent says in one language, by where it says it; `{name}` stands for a value. */
export type Words = {
  readonly [Part in keyof English]: { readonly [Key in keyof English[Part]]: Texts<English[Part][Key]> }
}

export type Part = keyof Words

/** Where English has forms for numbers, or a number, a language may have forms; elsewhere one text. */
type Texts<Text> = Text extends string ? NumberedText<Text> : string | Plural
type NumberedText<Text extends string> = Text extends `${string}{n}${string}` ? string | Plural : string

type Names<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never
type NamesOf<Text> = Text extends { other: infer Other } ? 'n' | Names<Other> : Names<Text>
type Values<Text> = [NamesOf<Text>] extends [never] ? [] : [values: Readonly<Record<NamesOf<Text>, string | number>>]

/** A part of what is said in one language, ready to be said. */
export type Say<Name extends Part> = <Key extends keyof English[Name] & string>(
  key: Key,
  ...values: Values<English[Name][Key]>
) => string

/**
 * Says texts of a table: numbers as the language writes them, in the form that they ask for.
 * @param language BCP 47 tag
 */
export function sayIn<Name extends Part>(language: string, texts: Words[Name]): Say<Name> {
  const rules = new Intl.PluralRules(language)
  const numbers = new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: 2 })
  return (key, ...[values]) => {
    const named: Readonly<Record<string, string | number>> = values ?? {}
    const text: string | Plural = texts[key as keyof Words[Name]]
    const chosen = typeof text === 'string' ? text : text[rules.select(Number(named.n))] ?? text.other
    return chosen.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = named[name] ?? whole
      return typeof value === 'number' ? numbers.format(value) : value
    })
  }
}

/** A text in the pieces around one of its values, for HTML in which that value is an element. */
export function around(text: string, mark: string): [before: string, after: string] {
  const [before = '', ...rest] = text.split(mark)
  return [before, rest.join(mark)]
}
