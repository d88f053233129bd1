/**
 * The Student t distribution for degrees of freedom that need not be whole numbers, as
 * Satterthwaite's rule gives them. Spreadsheets cut such degrees to whole numbers in T.INV.2T.
 */

/**
 * The value that Student's t stays below with the given probability.
 *
 * @param probability between 0.5 and 1, both left out
 * @param degreesOfFreedom above 0
 * @throws RangeError outside those ranges
 * @example studentTQuantile(0.975, 10) // 2.2281...
 */
export function studentTQuantile(probability: number, degreesOfFreedom: number): number {
  if (!(probability > 0.5 && probability < 1)) {
    throw new RangeError(`studentTQuantile: probability must be between 0.5 and 1, got ${probability}`);
  }
  if (!(degreesOfFreedom > 0)) {
    throw new RangeError(`studentTQuantile: degrees of freedom must be above 0, got ${degreesOfFreedom}`);
  }
  let low = 0;
  let high = 1;
  while (studentTCumulative(high, degreesOfFreedom) < probability) {
    low = high;
    high *= 2;
  }
  // Halving to the last bit is slower than Newton's rule but cannot miss.
  for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (studentTCumulative(middle, degreesOfFreedom) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The probability that Student's t is at most `t`, for `t` of 0 or more. */
export function studentTCumulative(t: number, degreesOfFreedom: number): number {
  const beyond = regularisedBeta(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5);
  return 1 - beyond / 2;
}

/** The regularised incomplete beta function, by its continued fraction. */
function regularisedBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  // The fraction converges fast only below this point; the other side is its mirror image.
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/** Lentz's way of working a continued fraction from the front. */
function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 / Math.max(tiny, 1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= 1000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let step = 1;
    for (const term of [even, odd]) {
      d = 1 / (1 + term * d || tiny);
      c = 1 + term / c || tiny;
      step = c * d;
      fraction *= step;
    }
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return fraction;
}

/** Logarithm of the gamma function (Lanczos, g = 7, nine terms). */
function logGamma(x: number): number {
  const terms = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ];
  const shifted = x - 1;
  const series = terms.reduce(
    (total, term, index) => (index === 0 ? term : total + term / (shifted + index)),
    0,
  );
  const base = shifted + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(base) - base + Math.log(series);
}
