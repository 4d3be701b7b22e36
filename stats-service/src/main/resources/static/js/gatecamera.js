// Which camera the gate is: chosen once, kept in the address; and when it was last heard of.
import { get } from './api.js';
import { el, setText, visible } from './elements.js';
import { ago } from './format.js';
import { say } from './page.js';

const select = document.getElementById('camera');
const signal = document.getElementById('signal');
let cameras = [];
let last = null;

export const cameraChosen = () => new URLSearchParams(location.search).get('camera') ?? '';

/** Fills the choice with the cameras that photograph exits, and calls `changed` when another is chosen. The only one is chosen by itself. */
export async function chooseCamera(changed) {
  const choose = (camera) => {
    const address = new URL(location.href);
    address.searchParams.set('camera', camera);
    history.replaceState(null, '', address);
    last = null;
    show();
    changed();
  };
  select.addEventListener('change', () => select.value && choose(select.value));
  show();
  cameras = await get('/v1/stats/cameras', { direction: 'EXIT' }).then(({ items }) => items).catch(() => []);
  show();
  if (!cameraChosen() && cameras.length === 1) choose(cameras[0].camera);
}

/** Takes in when the server had the camera's latest photo. */
export function heardFrom(receivedAt) {
  if (receivedAt) last = receivedAt;
  tickSignal();
}

export const lastSignal = () => last ?? cameras.find((one) => one.camera === cameraChosen())?.lastReceivedAt ?? null;

export const signalWords = () => (lastSignal() ? say('exit.signal', ago(lastSignal())) : say('exit.no-signal'));

export const tickSignal = () => setText(signal, cameraChosen() ? signalWords() : '');

function show() {
  const names = new Set([...cameras.map((one) => one.camera), cameraChosen()].filter(Boolean));
  select.replaceChildren(select.options[0], ...[...names].sort().map((name) => el('option', { value: name }, visible(name))));
  select.value = cameraChosen();
  for (const link of document.querySelectorAll('.tongues a')) {
    const target = new URL(link.href);
    if (cameraChosen()) target.searchParams.set('camera', cameraChosen());
    link.href = target.href;
  }
  tickSignal();
}
