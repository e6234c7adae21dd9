// ---- Values and greys (PS3.3 section C.11.2), pixel for pixel as Export-DicomFrame renders them.

const isPicture = frame => frame.encoding === 'Png' || frame.encoding === 'Jpeg';

/** The stored value of an index, which is the stored bits of a sample. */
const storedOf = (frame, index) => frame.signed && index >= 1 << (frame.bits - 1) ? index - (1 << frame.bits) : index;

const isPadding = (frame, stored) => frame.padding && stored >= frame.padding[0] && stored <= frame.padding[1];

/** The value after the modality transform. */
const valueOf = (decoded, stored) => {
  const frame = decoded.frame;
  return decoded.values ? decoded.values[stored & (1 << frame.bits) - 1] : stored * frame.slope + frame.intercept;
};

/** The smallest and the largest value of a frame, without padding. */
function rangeOf(decoded) {
  if (decoded.range) return decoded.range;
  const frame = decoded.frame, samples = decoded.samples, mask = (1 << frame.bits) - 1;
  let least = Infinity, most = -Infinity;
  const take = stored => {
    if (isPadding(frame, stored)) return;
    const value = valueOf(decoded, stored);
    if (!Number.isFinite(value)) return;
    if (value < least) least = value;
    if (value > most) most = value;
  };
  if (frame.encoding === 'Reals') {
    for (const sample of samples) take(sample);
  } else {
    const occurs = new Uint8Array(mask + 1);
    for (const sample of samples) occurs[sample & mask] = 1;
    occurs.forEach((isThere, index) => isThere && take(storedOf(frame, index)));
  }

  decoded.range = least > most ? [0, 0] : [least, most];
  return decoded.range;
}

const between = (least, most) => ({ center: least / 2 + most / 2, width: most - least, curve: 'LinearExact' });

/** The current window for a frame; null for its VOI LUT. */
function windowOf(decoded) {
  const frame = decoded.frame, chosen = shown.window;
  switch (chosen.of) {
    case 'values': return { ...between(...rangeOf(decoded)), hidesPadding: true };
    case 'file': {
      const own = (frame.windows || []).find(window => window.number === chosen.number);
      if (own) return own;
      break;
    }
    case 'preset': return { center: page.presets[chosen.number].center, width: page.presets[chosen.number].width, curve: 'Linear' };
    case 'user': {
      const hasNoHalves = frame.curve === 'Linear' && (frame.isReal || chosen.width < 1);
      return { center: chosen.center, width: chosen.width, curve: hasNoHalves ? 'LinearExact' : frame.curve };
    }
  }

  return frame.greyTable === undefined ? { ...frame.window, hidesPadding: frame.hidesPadding } : null;
}

/** Applies a window: from 0 for black to 1 for white. */
function shareOf(window) {
  const { center, width, curve } = window;
  if (curve === 'Sigmoid') return value => 1 / (1 + Math.exp(-4 * (value - center) / width));
  const black = curve === 'LinearExact' ? center - width / 2 : center - 0.5 - (width - 1) / 2;
  const white = curve === 'LinearExact' ? center + width / 2 : center - 0.5 + (width - 1) / 2;
  const range = white - black;
  return value => value <= black ? 0 : value > white ? 1 : (value - black) / range;
}

/** The grey of a stored value, from 0 to 255. */
function greyOf(decoded, window) {
  const frame = decoded.frame, share = shareOf(window);
  const startsWhite = Boolean(frame.isReversed) !== shown.inverted;
  const scale = startsWhite ? -255 : 255, start = (startsWhite ? 255 : 0) + 0.5, none = shown.inverted ? 255 : 0;
  return stored => {
    if (window.hidesPadding && isPadding(frame, stored)) return none;
    const value = valueOf(decoded, stored);
    return Number.isNaN(value) ? none : Math.trunc(start + share(value) * scale);
  };
}

const pixelOf = grey => (0xff000000 | grey << 16 | grey << 8 | grey) >>> 0;

let lookup = { key: null, pixels: null };

/** The pixel of each index. Most frames share their table. */
function lookupOf(decoded) {
  const frame = decoded.frame, window = windowOf(decoded), startsWhite = Boolean(frame.isReversed) !== shown.inverted;
  const key = JSON.stringify([
    window, frame.greyTable, frame.valueTable, frame.bits, frame.signed, frame.slope, frame.intercept, frame.isReversed, shown.inverted, frame.padding]);
  if (lookup.key === key) return lookup.pixels;
  const count = 1 << frame.bits, pixels = new Uint32Array(count);
  if (window) {
    const grey = greyOf(decoded, window);
    for (let i = 0; i < count; i++) pixels[i] = pixelOf(grey(storedOf(frame, i)));
  } else {
    for (let i = 0; i < count; i++) pixels[i] = pixelOf(decoded.greys[startsWhite ? count + i : i]);
  }

  lookup = { key, pixels };
  return pixels;
}

function imageOf(decoded) {
  const frame = decoded.frame, image = new ImageData(frame.width, frame.height), pixels = new Uint32Array(image.data.buffer);
  if (decoded.pixels) {
    const change = shown.inverted ? 0x00ffffff : 0, source = new Uint32Array(decoded.pixels.buffer);
    for (let i = 0; i < pixels.length; i++) pixels[i] = source[i] ^ change;
  } else if (frame.encoding === 'Reals') {
    const grey = greyOf(decoded, windowOf(decoded));
    for (let i = 0; i < pixels.length; i++) pixels[i] = pixelOf(grey(decoded.samples[i]));
  } else {
    const table = lookupOf(decoded), mask = table.length - 1;
    for (let i = 0; i < pixels.length; i++) pixels[i] = table[decoded.samples[i] & mask];
  }

  return image;
}
