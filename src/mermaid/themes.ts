import { colors } from '../core/tokens.ts'

/** Diagrams are drawn for light and for dark. */
export const diagramThemes = ['light', 'dark'] as const
export type DiagramTheme = typeof diagramThemes[number]

export const DIAGRAM_FONT = 'Source Sans 3 Variable'
/** Where letters are drawn that the look's typeface lacks; in a slide it is the end of the look's own stack. */
export const SCRIPTS_FONT = 'Docent Scripts'
const FONT_STACK = `'${DIAGRAM_FONT}', '${SCRIPTS_FONT}', system-ui, sans-serif`

/** Colors that only diagrams have. */
interface Tones {
  /** Fill of what stands for a thing. */
  box: string
  /** Fills that tell parts apart, such as the slices of a pie. */
  series: readonly string[]
}

const tones: Record<DiagramTheme, Tones> = {
  light: {
    box: '#e3eefb',
    series: ['#bcd7f5', '#f9d9a8', '#bfe6cb', '#e3cdf5', '#f7c6c0', '#bfe3ea', '#e8e3a9', '#d3d9e2'],
  },
  dark: {
    box: '#1d3350',
    series: ['#28517f', '#6b4a12', '#235c38', '#523a78', '#76342e', '#1f5964', '#57521a', '#454f5e'],
  },
}

/** How much space is between the things of a diagram: less where it is large, so that its labels are. */
export const diagramSpacings = ['roomy', 'tight'] as const
export type DiagramSpacing = typeof diagramSpacings[number]

const spacings: Record<DiagramSpacing, Record<'flowchart' | 'state' | 'sequence', Record<string, number | boolean>>> = {
  roomy: {
    flowchart: { rankSpacing: 32, nodeSpacing: 36 },
    state: {},
    sequence: {},
  },
  tight: {
    flowchart: { rankSpacing: 20, nodeSpacing: 24, padding: 8, wrappingWidth: 110 },
    state: { rankSpacing: 24, nodeSpacing: 24 },
    sequence: { actorMargin: 16, width: 110, wrap: true },
  },
}

/** Pixels of each label: what is drawn smaller than it is cannot be read from the back row. */
const LABEL = 18

/** Mermaid's configuration for a theme. Labels are SVG text, not HTML, so that they print and are found in PDFs. */
export function mermaidConfig(theme: DiagramTheme, spacing: DiagramSpacing = 'roomy'): Record<string, unknown> {
  const { flowchart, state, sequence } = spacings[spacing]
  const { ink, quiet, paper, surface, line, accent: boxLine } = colors[theme]
  const { box, series } = tones[theme]
  const numbered = (name: string, values: readonly string[]) =>
    Object.fromEntries(values.map((value, i) => [`${name}${i}`, value]))
  return {
    startOnLoad: false,
    securityLevel: 'strict',
    theme: 'base',
    look: 'classic',
    fontFamily: FONT_STACK,
    fontSize: LABEL,
    htmlLabels: false,
    flowchart: { htmlLabels: false, useMaxWidth: false, curve: 'basis', ...flowchart },
    class: { htmlLabels: false },
    state,
    sequence: { actorFontSize: LABEL, messageFontSize: LABEL, noteFontSize: LABEL, mirrorActors: false, ...sequence },
    gantt: { fontSize: LABEL, sectionFontSize: LABEL, barHeight: 30, topPadding: 56, useWidth: 868 },
    pie: { textPosition: 0.6 },
    themeVariables: {
      darkMode: theme === 'dark',
      background: paper,
      fontFamily: FONT_STACK,
      fontSize: `${LABEL}px`,
      primaryColor: box,
      primaryTextColor: ink,
      primaryBorderColor: boxLine,
      secondaryColor: surface,
      secondaryTextColor: ink,
      secondaryBorderColor: quiet,
      tertiaryColor: surface,
      tertiaryTextColor: ink,
      tertiaryBorderColor: line,
      textColor: ink,
      titleColor: ink,
      lineColor: quiet,
      nodeTextColor: ink,
      edgeLabelBackground: paper,
      clusterBkg: surface,
      clusterBorder: line,
      noteBkgColor: surface,
      noteTextColor: ink,
      noteBorderColor: quiet,
      actorLineColor: quiet,
      activationBkgColor: line,
      activationBorderColor: quiet,
      rowOdd: paper,
      rowEven: surface,
      sectionBkgColor: surface,
      altSectionBkgColor: paper,
      sectionBkgColor2: surface,
      taskBkgColor: box,
      taskBorderColor: boxLine,
      taskTextColor: ink,
      taskTextDarkColor: ink,
      taskTextLightColor: ink,
      taskTextOutsideColor: ink,
      activeTaskBkgColor: series[1],
      activeTaskBorderColor: quiet,
      doneTaskBkgColor: line,
      doneTaskBorderColor: quiet,
      critBkgColor: series[4],
      critBorderColor: quiet,
      gridColor: line,
      pieStrokeColor: paper,
      pieOuterStrokeColor: line,
      pieOpacity: '1',
      pieSectionTextColor: ink,
      pieLegendTextColor: ink,
      pieTitleTextColor: ink,
      pieSectionTextSize: '24px',
      pieLegendTextSize: '20px',
      pieTitleTextSize: '26px',
      commitLabelColor: ink,
      commitLabelBackground: surface,
      commitLabelFontSize: `${LABEL}px`,
      tagLabelFontSize: `${LABEL}px`,
      ...numbered('cScale', series),
      ...numbered('git', series),
      ...numbered('pie', ['', ...series]),
      ...numbered('cScaleLabel', series.map(() => ink)),
      ...numbered('gitBranchLabel', series.map(() => ink)),
    },
    themeCSS: `
      .edgeLabel rect, .edgeLabel .background { fill: ${paper} !important; opacity: 1 !important; }
      .marker circle[fill="white"] { fill: ${paper}; }
      .grid .tick text { font-size: ${LABEL}px; }
    `,
  }
}
