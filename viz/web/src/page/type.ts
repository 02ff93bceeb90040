// How much larger than usual the page's type is: the sheets' lengths grow with it, what is drawn by hand asks here.

const USUAL = 16;

export function typeScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL || 1;
}

/** A length that grows with the type beside it. */
export function rem(pixels: number): string {
  return `${pixels / USUAL}rem`;
}
