// ---- The list of windows.

let listed = null;

function listWindows(decoded) {
  const frame = decoded.frame, list = get('window');
  const choices = [['first', 'First view']];
  if (!isPicture(frame)) {
    choices.push(['values', 'Smallest to largest value']);
    for (const window of frame.windows || []) choices.push(['file:' + window.number, `Window ${window.number} of the file: ${number(window.center)} / ${number(window.width)}`]);
    if (frame.isHounsfield) page.presets.forEach((preset, i) => choices.push(['preset:' + i, `${preset.name}: ${preset.center} / ${preset.width}`]));
    if (shown.window.of === 'user') choices.push(['user', `${number(shown.window.center)} / ${number(shown.window.width)}`]);
  }

  const key = JSON.stringify(choices);
  if (listed !== key) list.replaceChildren(...choices.map(([value, text]) => new Option(text, value)));
  listed = key;
  list.disabled = isPicture(frame);
  const chosen = shown.window.number === undefined ? shown.window.of : `${shown.window.of}:${shown.window.number}`;
  list.value = choices.some(([value]) => value === chosen) ? chosen : 'first';
}

function chooseWindow(value) {
  if (value === 'user') return;
  const [of, chosen] = value.split(':');
  shown.window = chosen === undefined ? { of } : { of, number: Number(chosen) };
  show();
}

// ---- Actions.

function goTo(index) {
  const last = series[shown.series].info.count - 1, before = shown.index;
  shown.index = Math.max(0, Math.min(last, index));
  if (shown.index !== before) direction = Math.sign(shown.index - before);
  return show();
}

function goToSeries(index) {
  if (index < 0 || index >= series.length || index === shown.series) return;
  Object.assign(shown, { series: index, index: 0, window: { of: 'first' }, zoom: null, x: 0, y: 0 });
  get('series').value = index;
  setRate();
  show();
}

function zoomTo(zoom, x, y) {
  const frame = shown.decoded && shown.decoded.frame;
  if (!frame) return;
  const before = shown.scale, after = Math.max(0.02, Math.min(50, zoom));
  const box = view.getBoundingClientRect();

  // The point under the pointer keeps its place.
  const fromMiddleX = (x === undefined ? 0 : x - box.left - box.width / 2) - shown.x, fromMiddleY = (y === undefined ? 0 : y - box.top - box.height / 2) - shown.y;
  shown.x -= fromMiddleX * (after / before - 1);
  shown.y -= fromMiddleY * (after / before - 1);
  shown.zoom = after;
  place();
  describeValue();
}

function fit() {
  Object.assign(shown, { zoom: null, x: 0, y: 0 });
  place();
}

function actualSize() {
  Object.assign(shown, { zoom: 1, x: 0, y: 0 });
  place();
}

function reset() {
  Object.assign(shown, { window: { of: 'first' }, inverted: false, zoom: null, x: 0, y: 0 });
  show();
}

function invert() {
  shown.inverted = !shown.inverted;
  show();
}

let playing = 0;

async function play() {
  const own = playing ? 0 : Date.now();
  playing = own;
  get('play').textContent = own ? 'Stop' : 'Play';
  while (own && playing === own) {
    const start = performance.now(), time = 1000 / Math.max(1, Math.min(60, Number(get('rate').value) || 10));
    await goTo((shown.index + 1) % Math.max(1, series[shown.series].frames.length));
    await new Promise(done => setTimeout(done, Math.max(0, time - (performance.now() - start))));
  }
}

function setRate() {
  get('rate').value = Math.max(1, Math.min(60, Math.round(series[shown.series].info.rate)));
}

function help() {
  if (get('keys').open) get('keys').close();
  else get('keys').showModal();
}

const keys = {
  ArrowRight: () => goTo(shown.index + 1), ArrowDown: () => goTo(shown.index + 1),
  ArrowLeft: () => goTo(shown.index - 1), ArrowUp: () => goTo(shown.index - 1),
  PageDown: () => goTo(shown.index + 10), PageUp: () => goTo(shown.index - 10),
  Home: () => goTo(0), End: () => goTo(Infinity),
  '[': () => goToSeries(shown.series - 1), ']': () => goToSeries(shown.series + 1),
  w: () => { const list = get('window'); chooseWindow(list.options[(list.selectedIndex + 1) % list.options.length].value); },
  r: reset, i: invert, f: fit, 1: actualSize, ' ': play, h: help, '?': help,
  '+': () => zoomTo(shown.scale * 1.25), '=': () => zoomTo(shown.scale * 1.25), '-': () => zoomTo(shown.scale / 1.25),
};

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('select, input')) return;
  if (event.key === ' ' && event.target.matches('button')) return;
  const action = keys[event.key] || keys[event.key.toLowerCase()];
  if (!action || (get('keys').open && action !== help)) return;
  event.preventDefault();
  action();
});

let turned = 0;

view.addEventListener('wheel', event => {
  event.preventDefault();
  if (event.ctrlKey) {
    zoomTo(shown.scale * 1.2 ** -Math.sign(event.deltaY), event.clientX, event.clientY);
    return;
  }

  // A wheel moves by notches, a touch pad by pixels.
  turned += event.deltaMode === 0 ? event.deltaY : event.deltaY * 40;
  const notch = Math.abs(event.deltaY) >= 40 ? Math.abs(event.deltaY) : 40;
  const steps = Math.trunc(turned / notch);
  if (steps === 0) return;
  turned = 0;
  goTo(shown.index + steps);
}, { passive: false });

let drag = null;

view.addEventListener('pointerdown', event => {
  view.focus();
  if (!shown.decoded) return;
  const decoded = shown.decoded, moves = event.button !== 0 || event.shiftKey || isPicture(decoded.frame);
  drag = { moves, x: event.clientX, y: event.clientY, fromX: shown.x, fromY: shown.y };
  if (!moves) drag.window = windowOf(decoded) || between(...rangeOf(decoded));
  view.setPointerCapture(event.pointerId);
});

view.addEventListener('pointermove', event => {
  pointer = { x: event.clientX, y: event.clientY };
  if (!drag) {
    describeValue();
    return;
  }

  const across = event.clientX - drag.x, down = event.clientY - drag.y;
  if (drag.moves) {
    [shown.x, shown.y] = [drag.fromX + across, drag.fromY + down];
    place();
  } else if (across !== 0 || down !== 0) {
    const frame = shown.decoded && shown.decoded.frame, from = drag.window, step = (from.width || 1) / 256;
    const isWhole = frame && !frame.isReal && from.width >= 64, tidy = value => isWhole ? Math.round(value) : value;
    const least = isWhole ? 1 : (from.width || 1) / 1000;
    shown.window = { of: 'user', center: tidy(from.center + down * step), width: Math.max(least, tidy(from.width + across * step)) };
    show();
  }
});

const endDrag = () => { drag = null; };
view.addEventListener('pointerup', endDrag);
view.addEventListener('pointercancel', endDrag);
view.addEventListener('pointerleave', () => { pointer = null; describeValue(); });
view.addEventListener('dblclick', reset);
view.addEventListener('contextmenu', event => event.preventDefault());
get('position').addEventListener('input', event => goTo(Number(event.target.value) - 1));
get('series').addEventListener('change', event => goToSeries(Number(event.target.value)));
get('window').addEventListener('change', event => chooseWindow(event.target.value));
get('invert').addEventListener('click', invert);
get('fit').addEventListener('click', fit);
get('actual').addEventListener('click', actualSize);
get('play').addEventListener('click', play);
get('help').addEventListener('click', help);
get('close').addEventListener('click', help);
new ResizeObserver(place).observe(view);

// ---- Start: the first frame is shown while the others load.

get('series').replaceChildren(...series.map((of, i) => new Option(of.info.label, i)));
get('series').hidden = series.length < 2;
setRate();

function load() {
  const isLoading = document.readyState === 'loading';
  const hadFrame = currentFrame() !== undefined;
  discover();
  if (!hadFrame) show();
  if (isLoading) setTimeout(load, 50);
}

if (typeof DecompressionStream === 'undefined') {
  tell('This browser is too old for this page: it needs DecompressionStream (Edge or Chrome 80, Firefox 113, Safari 16.4).');
} else {
  load();
  document.addEventListener('DOMContentLoaded', load);
}

view.focus();
