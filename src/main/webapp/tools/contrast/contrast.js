// Contrast of two colours as WCAG 2 defines it.

/** Reads `#rgb` or `#rrggbb`, with or without the sign; undefined when it is neither. */
export function parseColour(text) {
  const digits = text.trim().replace(/^#/, '').toLowerCase();
  if (/^[0-9a-f]{3}$/.test(digits)) {
    return [...digits].map((digit) => parseInt(digit + digit, 16));
  }
  return /^[0-9a-f]{6}$/.test(digits)
    ? [0, 2, 4].map((start) => parseInt(digits.slice(start, start + 2), 16))
    : undefined;
}

/** Writes a colour as `#rrggbb`. */
export function formatColour(colour) {
  return '#' + colour.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('');
}

/** The contrast ratio of two colours, 1 to 21. */
export function contrastOf(first, second) {
  const [dark, light] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/**
 * The colour nearest to `text`, mixed with black or white, that reaches `ratio` on `background`;
 * undefined when neither does.
 */
export function nearestColour(text, background, ratio) {
  for (let step = 0; step <= 100; step++) {
    for (const target of [0, 255]) {
      const mixed = text.map((value) => Math.round(value + ((target - value) * step) / 100));
      if (contrastOf(mixed, background) >= ratio) {
        return mixed;
      }
    }
  }
  return undefined;
}

function luminance(colour) {
  const [red, green, blue] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
