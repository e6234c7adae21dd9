'use strict';

const get = id => document.getElementById(id);
const page = JSON.parse(get('page').textContent);
const scripts = document.getElementsByClassName('frame');
const canvas = get('frame'), view = get('view');
const context = canvas.getContext('2d', { willReadFrequently: true });

// ---- Frames and their parameters, as the page loads.

const frames = [];
const series = page.series.map(info => ({ info, frames: [] }));

/** Adds the frames that are complete: while the page loads, all but the last. */
function discover() {
  const whole = document.readyState === 'loading' ? scripts.length - 1 : scripts.length;
  for (let i = frames.length; i < whole; i++) {
    const frame = JSON.parse(scripts[i].dataset.frame);
    if (!frame.text) frame.text = i > 0 ? frames[i - 1].text : [];
    frame.element = scripts[i];
    frames.push(frame);
    series[frame.series].frames.push(frame);
  }
}

// ---- Decoding.

const maxCached = 64, maxCachedBytes = 1 << 28;
const cache = new Map();
const tables = new Map();
let cachedBytes = 0;

/** Decodes text of seven bits per character. */
function bytesOf(text) {
  const bytes = new Uint8Array(text.length);
  let length = 0, bits = 0, count = 0;
  for (let i = 0; i < text.length; i++) {
    let character = text.charCodeAt(i);
    if (character === 127) character = text.charCodeAt(++i) ^ 64;
    bits = (bits << 7 | character) & 0x3fff;
    count += 7;
    if (count >= 8) {
      count -= 8;
      bytes[length++] = bits >> count;
    }
  }

  return bytes.subarray(0, length);
}

async function inflate(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Restores samples from byte planes of zigzag-coded differences to left + above - above left. */
function samplesOf(planes, width, size, Samples) {
  const count = planes.length / size, samples = new Samples(count);
  for (let row = 0; row < count; row += width) {
    let expected = 0;
    for (let i = row; i < row + width; i++) {
      let small = planes[i];
      for (let plane = 1; plane < size; plane++) small = small << 8 | planes[plane * count + i];
      expected = expected + ((small >>> 1) ^ -(small & 1)) | 0;
      samples[i] = (row === 0 ? 0 : samples[i - width]) + expected;
    }
  }

  return samples;
}

/** A lookup table of the page, decoded once. */
function tableOf(number) {
  if (!tables.has(number)) tables.set(number, inflate(bytesOf(get('table' + number).textContent)));
  return tables.get(number);
}

async function decode(frame) {
  const bytes = bytesOf(frame.element.textContent);
  const decoded = { frame };
  switch (frame.encoding) {
    case 'Values8': decoded.samples = samplesOf(await inflate(bytes), frame.width, 1, Uint8Array); break;
    case 'Values16': decoded.samples = samplesOf(await inflate(bytes), frame.width, 2, Uint16Array); break;
    case 'Reals': decoded.samples = new Float32Array(samplesOf(await inflate(bytes), frame.width, 4, Uint32Array).buffer); break;
    default: decoded.pixels = await pixelsOf(frame, bytes); break;
  }

  if (frame.valueTable !== undefined) decoded.values = samplesOf(await tableOf(frame.valueTable), 1 << frame.bits, 2, Uint16Array);
  if (frame.greyTable !== undefined) decoded.greys = await tableOf(frame.greyTable);
  return decoded;
}

async function pixelsOf(frame, bytes) {
  const blob = new Blob([bytes], { type: frame.encoding === 'Png' ? 'image/png' : 'image/jpeg' });
  const bitmap = await createImageBitmap(blob, { colorSpaceConversion: 'none', premultiplyAlpha: 'none' });
  const drawing = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  drawing.drawImage(bitmap, 0, 0);
  return drawing.getImageData(0, 0, bitmap.width, bitmap.height).data;
}

/** The decoded frame, from the cache of recently used frames if it is there. */
async function decodedOf(frame) {
  const known = cache.get(frame);
  cache.delete(frame);
  const decoded = known || await decode(frame);
  if (!known) cachedBytes += sizeOf(decoded);
  if (cache.has(frame)) return decoded;
  cache.set(frame, decoded);
  for (const [oldest, old] of cache) {
    if (cache.size === 1 || (cache.size <= maxCached && cachedBytes <= maxCachedBytes)) break;
    cache.delete(oldest);
    cachedBytes -= sizeOf(old);
  }

  return decoded;
}

const sizeOf = decoded => (decoded.samples || decoded.pixels).byteLength;
