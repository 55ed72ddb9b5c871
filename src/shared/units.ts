/** Points of print in a millimetre. */
export const POINTS_PER_MM = 72 / 25.4

/** CSS pixels in a millimetre. */
export const PIXELS_PER_MM = 96 / 25.4
