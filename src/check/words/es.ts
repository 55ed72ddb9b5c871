/** Alternative texts that say nothing of a picture. */
export const emptyAlts = ['captura', 'diagrama', 'figura', 'foto', 'imagen']

/** Titles for which there is no sentence. */
export const labels = [
  'anexo',
  'bibliografía',
  'ejercicio',
  'ejercicios',
  'gracias',
  'preguntas',
  'referencias',
  'resumen',
  'índice',
]

/** Words of topics of three words and more. */
export const joiners = ['y', 'o', 'de', 'contra']
