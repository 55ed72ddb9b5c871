/** The languages in which a new course has its texts, by what an author writes for them. */
export const templateLanguages = ['en', 'de', 'fr', 'es'] as const

export type TemplateLanguage = typeof templateLanguages[number]

export function isTemplateLanguage(name: string): name is TemplateLanguage {
  return (templateLanguages as readonly string[]).includes(name)
}
