/** Alternative texts that say nothing of a picture. */
export const emptyAlts = ['capture', 'diagramme', 'photo', 'schéma']

/** Titles for which there is no sentence. */
export const labels = [
  'annexe',
  'bibliographie',
  'exercice',
  'exercices',
  'merci',
  'plan',
  'questions',
  'références',
  'résumé',
  'sommaire',
]

/** Words of topics of three words and more. */
export const joiners = ['et', 'ou', 'de', 'du', 'des', 'contre']
