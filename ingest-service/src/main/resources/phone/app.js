// The page: key → camera and place → photos → what became of them.
import { accuracy, placeState, watchPlace } from './place.js';
import { ask, setText, the } from './elements.js';
import { cameraState, isLive, watchCamera } from './camera.js';
import { chooseLanguage, say, startLanguage } from './words.js';
import { forgetKey, key, keyName, keyRefused, takeKeyFromAddress, useKey } from './keys.js';
import { isAway, startSending } from './send.js';
import { onChange, persist } from './store.js';
import { onlyPlates } from './plates.js';
import { showShots } from './cards.js';
import { startAsking, startTelling } from './answers.js';
import { takeFile, takeFrom } from './take.js';

const live = the('live');
const typed = the('typed');
const loops = [];
let trouble = null;
let showing = false;
let stale = false;

takeKeyFromAddress();
await startLanguage();
persist();
onlyPlates(typed);
onlyPlates(the('right'));
onChange(show);
loops.push(startSending(show), startAsking(), startTelling());
navigator.serviceWorker?.register('/capture/sw.js', { scope: '/capture' }).catch(() => {});
await show();
begin();
setInterval(show, 15_000);

/** Camera and place are asked for once there is a key: before that they would be of no use. */
function begin() {
  if (!key() || begin.begun) return;
  begin.begun = true;
  watchCamera(live, show);
  watchPlace(show);
}

/** One drawing at a time; what changes meanwhile is drawn after it. */
async function show() {
  stale = true;
  if (showing) return;
  showing = true;
  while (stale) {
    stale = false;
    draw(await showShots());
  }
  showing = false;
}

function draw(all) {
  document.body.dataset.state = key() ? 'paired' : 'unpaired';
  the('pairing').hidden = Boolean(key());
  setText(the('who'), key() ? keyName() : '');
  the('forget').hidden = !key();
  drawFinder();
  const waiting = all.filter((shot) => shot.state === 'WAITING').length;
  drawNotice(waiting);
  setText(the('count'), waiting ? String(waiting) : '');
  const left = waiting === 1 ? say('waiting.one') : say('waiting.other', waiting);
  setText(the('waiting'), waiting === 0 ? (all.length ? say('waiting.none') : '') : isAway() ? say('waiting.away', left) : left);
  the('waiting').classList.toggle('warn', waiting > 0 && isAway());
}

function drawFinder() {
  const camera = cameraState();
  const words = { STARTING: 'camera.starting', DENIED: 'camera.denied', NONE: 'camera.none', INSECURE: 'camera.insecure' }[camera];
  live.hidden = camera !== 'LIVE';
  the('blind').hidden = camera === 'LIVE';
  setText(the('blind'), words ? say(words) : '');
  const place = placeState();
  const where = { SEARCHING: 'place.searching', DENIED: 'place.denied', NONE: 'place.none' }[place];
  setText(the('where'), where ? say(where) : say('place.found', Math.round(accuracy() ?? 0)));
  the('where').classList.toggle('warn', place === 'DENIED' || place === 'NONE');
}

function drawNotice(waiting) {
  const refused = key() && { unknown: 'key.unknown', send: 'key.send', results: 'key.results' }[keyRefused()];
  const words = trouble ? say(trouble) : refused ? say(refused, waiting) : '';
  setText(the('notice'), words);
  the('notice').hidden = !words;
}

async function take(act) {
  the('shutter').disabled = true;
  try {
    await act();
    typed.value = '';
    trouble = null;
  } catch (error) {
    trouble = error?.name === 'QuotaExceededError' ? 'take.full' : 'take.failed';
  }
  the('shutter').disabled = false;
  show();
}

the('shutter').addEventListener('click', () => (isLive(live) ? take(() => takeFrom(live, typed.value)) : the('camera-file').click()));
the('pick').addEventListener('click', () => the('library-file').click());
for (const input of [the('camera-file'), the('library-file')]) {
  input.addEventListener('change', async () => {
    for (const file of [...input.files]) await take(() => takeFile(file, typed.value));
    input.value = '';
  });
}

function keyChanged() {
  loops.forEach((one) => one.again());
  begin();
  show();
}

the('pair').addEventListener('submit', (event) => {
  event.preventDefault();
  useKey(the('key').value.trim());
  the('key').value = '';
  keyChanged();
});
the('forget').addEventListener('click', async () => {
  setText(the('ask-words'), say('forget.words'));
  setText(the('ask-yes'), say('key.forget'));
  if (await ask(the('ask'))) forgetKey();
  keyChanged();
});
the('tongues').addEventListener('click', async ({ target }) => {
  if (!target.dataset.language) return;
  await chooseLanguage(target.dataset.language);
  show();
});
addEventListener('hashchange', () => takeKeyFromAddress() && keyChanged());
addEventListener('storage', keyChanged);
addEventListener('keyrefused', show);
