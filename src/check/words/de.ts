/** Alternative texts that say nothing of a picture. */
export const emptyAlts = ['abbildung', 'bild', 'bildschirmfoto', 'diagramm', 'foto', 'grafik']

/** Titles for which there is no sentence. */
export const labels = [
  'agenda',
  'anhang',
  'aufgabe',
  'aufgaben',
  'danke',
  'fragen',
  'gliederung',
  'inhalt',
  'literatur',
  'quellen',
  'zusammenfassung',
  'überblick',
]

/** Words of topics of three words and more. */
export const joiners = ['und', 'oder', 'von', 'gegen']
