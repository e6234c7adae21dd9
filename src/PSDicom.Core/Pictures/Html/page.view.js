// ---- The view.

const shown = { series: 0, index: 0, window: { of: 'first' }, inverted: false, zoom: null, x: 0, y: 0, decoded: null };
let isDrawing = false, isOutdated = false, direction = 1, drawn = Promise.resolve();

const currentFrame = () => series[shown.series].frames[shown.index];

/** Draws the current frame, and repeats while it changes. */
function show() {
  isOutdated = true;
  if (!isDrawing) drawn = drawCurrent();
  return drawn;
}

async function drawCurrent() {
  isDrawing = true;
  while (isOutdated) {
    isOutdated = false;
    const frame = currentFrame();
    try {
      if (!frame) tell('Loading');
      else if (frame.missing !== undefined) tell('This frame cannot be shown: ' + frame.missing);
      else draw(await decodedOf(frame));
    } catch (error) {
      tell('This frame is damaged: ' + error.message);
    }

    describePosition();
  }

  isDrawing = false;
  const next = series[shown.series].frames[shown.index + direction];
  if (next && next.missing === undefined && !cache.has(next)) decodedOf(next).catch(() => {});
}

function tell(text) {
  shown.decoded = null;
  canvas.hidden = true;
  get('message').hidden = false;
  get('message').textContent = text;
  for (const note of ['text', 'state', 'value']) get(note).textContent = '';
  get('scale').hidden = true;
  canvas.dataset.frame = frames.indexOf(currentFrame());
}

function draw(decoded) {
  const frame = decoded.frame;
  shown.decoded = decoded;
  get('message').hidden = true;
  canvas.hidden = false;
  if (canvas.width !== frame.width || canvas.height !== frame.height) [canvas.width, canvas.height] = [frame.width, frame.height];
  context.putImageData(imageOf(decoded), 0, 0);
  canvas.dataset.frame = frames.indexOf(frame);
  place();
  listWindows(decoded);
  get('text').textContent = frame.text.map(([name, value]) => name + ': ' + value).join('\n');
  describeValue();
}

const aspectOf = frame => frame.aspect || 1;

/** Places the canvas by zoom and pan. */
function place() {
  const frame = shown.decoded && shown.decoded.frame;
  if (!frame) return;
  const aspect = aspectOf(frame), fitting = Math.min(view.clientWidth / frame.width, view.clientHeight / (frame.height * aspect));
  const zoom = shown.zoom || fitting;
  shown.scale = zoom;
  shown.left = (view.clientWidth - frame.width * zoom) / 2 + shown.x;
  shown.top = (view.clientHeight - frame.height * zoom * aspect) / 2 + shown.y;
  canvas.style.transform = `translate(${shown.left}px, ${shown.top}px) scale(${zoom}, ${zoom * aspect})`;
  canvas.classList.toggle('large', zoom >= 3);
  describeScale(frame, zoom);
  describeState();
}

// ---- Text.

const number = value => Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(7)));

function describePosition() {
  const of = series[shown.series], count = of.info.count, frame = currentFrame();
  get('number').textContent = `Frame ${shown.index + 1} of ${count}`;
  get('position').max = count;
  get('position').value = shown.index + 1;
  get('number').title = frame ? `Frame ${frame.number} of its file` : '';
}

function describeState() {
  const decoded = shown.decoded, frame = decoded.frame, lines = [];
  if (isPicture(frame)) {
    lines.push(frame.window ? `Center ${number(frame.window.center)}, width ${number(frame.window.width)}, fixed` : 'Picture of 8 bits');
    if (frame.encoding === 'Jpeg') lines.push('JPEG: not exact');
  } else {
    const window = windowOf(decoded);
    lines.push(window ? `Center ${number(window.center)}, width ${number(window.width)}${frame.unit ? ' ' + frame.unit : ''}` : 'Lookup table of the file');
  }

  if (shown.inverted) lines.push('Inverted');
  lines.push(`${Math.round(shown.scale * 100)} %`);
  get('state').textContent = lines.join('\n');
}

function describeScale(frame, zoom) {
  get('scale').hidden = !frame.pixelWidth;
  if (!frame.pixelWidth) return;
  const perMillimetre = zoom / frame.pixelWidth;
  const rough = 160 / perMillimetre, power = 10 ** Math.floor(Math.log10(rough));
  const length = [5, 2, 1].map(step => step * power).find(step => step <= rough) || power;
  get('ruler').style.width = length * perMillimetre + 'px';
  get('length').textContent = `${number(length)} mm${frame.isProjected ? ' at the detector or on the film' : ''}`;
}

let pointer = null;

function describeValue() {
  const decoded = shown.decoded;
  let text = '';
  if (decoded && pointer) {
    const frame = decoded.frame, box = view.getBoundingClientRect();
    const column = Math.floor((pointer.x - box.left - shown.left) / shown.scale);
    const row = Math.floor((pointer.y - box.top - shown.top) / (shown.scale * aspectOf(frame)));
    if (column >= 0 && column < frame.width && row >= 0 && row < frame.height)
      text = `Row ${row}, column ${column}: ${textOf(decoded, row * frame.width + column)}`;
  }

  get('value').textContent = text;
}

function textOf(decoded, position) {
  const frame = decoded.frame;
  if (decoded.pixels) {
    const rgb = decoded.pixels.subarray(position * 4, position * 4 + 3);
    return frame.isColor ? `red ${rgb[0]}, green ${rgb[1]}, blue ${rgb[2]}` : `grey ${rgb[0]}`;
  }

  const sample = decoded.samples[position];
  const stored = frame.encoding === 'Reals' ? sample : storedOf(frame, sample & (1 << frame.bits) - 1);
  const value = valueOf(decoded, stored);
  return number(value) + (frame.unit ? ' ' + frame.unit : '') + (isPadding(frame, stored) ? ' (padding)' : '');
}
