// The page Ahora: load, draw, then follow what happens.
import { get } from './api.js';
import { forget, putCapture, putCharge, putStay } from './ledger.js';
import { drawCapture, drawList, showTotal, tickList } from './livelist.js';
import { drawFigures } from './figures.js';
import { showData } from './dataline.js';
import { drawZones, onZone, zoneChosen } from './zones.js';
import { listen } from './stream.js';
import { alertOf } from './notices.js';
import { onStay } from './following.js';
import { count, say } from './page.js';
import { setText, visible } from './elements.js';
import { span } from './format.js';
import { now } from './clock.js';
import './search.js';
import './frame.js';

const LISTED = 40;
const MAPPED = 300;
const HOUR_MILLIS = 3_600_000;
/** Amounts so far grow with time; the server prices them, so the page asks again. */
const REFRESH_MILLIS = 60_000;
const SUMMARY_MILLIS = 1000;
/** A page whose stream is slow to open loads without it. */
const PATIENCE_MILLIS = 1000;
let total = 0;
let mapDue = 0;
let summaryDue = 0;
let loads = 0;
let loading = 0;
/** Events heard while something loads: they may be newer than what it brings, so they wait until it is drawn. */
const held = [];

async function loadSummary() {
  const summary = await get('/v1/stats/summary', { zone: zoneChosen() });
  total = summary.totalCaptures;
  drawFigures(summary);
  showTotal(total);
  const system = await get('/v1/system').catch(() => null);
  if (system) showData(system);
  alertOf('overdue', system?.overdue ? count('alert.overdue', system.overdue) : null);
  alertOf('silent', silence(system?.silentCameras ?? []));
  alertOf('clocks', system?.clocksOff?.length ? count('alert.clocks', system.clocksOff.length) : null);
}

/** The longest silent camera by its name, and how many others there are. */
function silence([first, ...others]) {
  if (!first) return null;
  const words = say('alert.silent', visible(first.name), span((now() - Date.parse(first.since)) / 1000));
  return others.length ? `${words} ${count('alert.silent-more', others.length)}` : words;
}

async function loadLists() {
  const zone = zoneChosen();
  const [latest, lastHour, open] = await Promise.all([
    get('/v1/captures', { zone, limit: LISTED }),
    get('/v1/captures', { zone, limit: MAPPED, from: new Date(now() - HOUR_MILLIS).toISOString() }),
    get('/v1/stays', { zone, state: 'OPEN', limit: MAPPED }),
  ]);
  forget();
  [...lastHour.items, ...latest.items].forEach(putCapture);
  open.items.forEach(putStay);
  drawZones();
  drawList();
  drawMap();
  showTotal(total);
}

/** The map's library is large: figures and list do not wait for it. */
const drawMap = () => import('./map.js').then((map) => map.drawMap());
const redrawMap = () => { mapDue ||= setTimeout(() => { mapDue = 0; drawMap(); }, 500); };

/** Loads everything; what fails is said in the strip and tried again by whoever calls next. */
async function load() {
  loads += 1;
  loading += 1;
  try {
    await Promise.all([loadSummary(), loadLists()]);
    alertOf('load', null);
  } catch {
    alertOf('load', say('alert.unreachable'));
  } finally {
    document.body.classList.remove('loading');
    loading -= 1;
    if (!loading) held.splice(0).forEach((take) => take());
  }
}

const onceLoaded = (take) => (data) => (loading ? held.push(() => take(data)) : take(data));
const redrawAll = (ids) => ids.forEach((id) => drawCapture(id, false));

function takeCapture(capture) {
  drawCapture(capture.id, putCapture(capture));
  drawZones();
  redrawMap();
}

/** The stream's summary is of all zones; with one chosen, that one's is asked for, at most once a second. */
function takeSummary(summary) {
  showData(summary);
  if (!zoneChosen()) {
    total = summary.totalCaptures;
    drawFigures(summary);
    showTotal(total);
  } else {
    summaryDue ||= setTimeout(() => { summaryDue = 0; loadSummary().catch(() => {}); }, SUMMARY_MILLIS);
  }
}

function showStream(state) {
  document.getElementById('stream').dataset.state = state;
  setText(document.getElementById('stream-word'), say(state === 'live' ? 'stream.live' : 'stream.polling'));
  alertOf('stream', state === 'live' ? null : say('alert.stream'));
}

onZone(load);
onStay(redrawAll);
listen({
  on: {
    capture: onceLoaded(takeCapture),
    stay: onceLoaded((stay) => redrawAll(putStay(stay))),
    charge: onceLoaded((charge) => redrawAll(putCharge(charge))),
    summary: onceLoaded(takeSummary),
    // The first load comes once the stream is followed, so that nothing happens in between unseen.
    ready: load,
    reset: load,
  },
  poll: load,
  state: showStream,
});
setTimeout(() => loads || load(), PATIENCE_MILLIS);
setInterval(load, REFRESH_MILLIS);
setInterval(tickList, 1000);
