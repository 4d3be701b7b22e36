// The page Sistema: whether all is well, stage by stage, and which photos were rejected.
import { setText } from './elements.js';
import { ago, integer, utc } from './format.js';
import { count, region, say } from './page.js';
import { get } from './api.js';
import { alertOf } from './notices.js';
import { drawHour } from './hourline.js';
import { drawUnknown, drawVerdict, PLACES } from './verdict.js';
import { loadRejects } from './rejects.js';
import { onZone } from './zones.js';
import './search.js';
import './frame.js';

const POLL_MILLIS = 5000;
const MEBIBYTE = 2 ** 20;
const GIBIBYTE = 2 ** 30;
const at = (id) => document.getElementById(id);
const figure = new Intl.NumberFormat(region, { maximumFractionDigits: 1 });
const unknown = '–';

async function loadStages() {
  try {
    const answer = await get('/v1/system/stages');
    drawVerdict(answer.faults);
    for (const box of document.querySelectorAll('.stage')) drawStage(box, answer[box.id], answer.faults.find((fault) => PLACES[fault.kind] === box.id));
    drawLast(answer.lastReceivedAt);
    drawGrounds(answer);
  } catch {
    drawUnknown();
  }
}

function drawStage(box, stage, fault) {
  const tone = !fault ? '' : fault.severe ? 'bad' : 'warn';
  box.className = `stage card ${tone}`;
  setText(box.querySelector('[data-rate]'), stage.perMinute.length ? integer(stage.perMinute.at(-1)) : unknown);
  drawHour(box.querySelector('[data-hour]'), stage.perMinute);
  for (const cell of box.querySelectorAll('[data-fact]')) {
    const known = stage[cell.dataset.fact];
    setText(cell, known == null ? unknown : integer(known));
    cell.className = fault && fault.kind.endsWith('STOPPED') === (cell.dataset.fact === 'processes') ? tone : '';
  }
}

function drawLast(instant) {
  const cell = at('intake').querySelector('[data-last]');
  setText(cell, instant ? ago(instant) : unknown);
  cell.title = instant ? utc(instant) : '';
}

const size = (bytes) => (bytes < GIBIBYTE ? say('system.mib', integer(Math.ceil(bytes / MEBIBYTE))) : say('system.gib', figure.format(bytes / GIBIBYTE)));

function drawGrounds({ disk, database, broker, faults }) {
  setText(at('disk'), disk ? lasts(disk) : unknown);
  setText(at('disk-more'), disk ? say('system.free', size(disk.freeBytes), size(disk.totalBytes)) : say('system.unsaid'));
  at('disk').parentElement.classList.toggle('bad', faults.some((fault) => fault.kind === 'DISK_LOW'));
  setText(at('database'), say('system.answers', integer(database.pingMillis)));
  setText(at('database-more'), say('system.takes', size(database.bytes)));
  setText(at('broker'), broker.reachable ? say('system.up') : say('system.away'));
  setText(at('broker-more'), broker.reachable ? count('system.brokers', broker.brokers) : '');
  at('broker').parentElement.classList.toggle('bad', !broker.reachable);
}

/** How long the disk will do; where that is not known yet, how much of it is free. */
function lasts({ daysLeft, freeBytes, totalBytes }) {
  if (daysLeft == null) return say('system.percent', integer(Math.floor((100 * freeBytes) / totalBytes)));
  if (daysLeft > 365) return say('system.years');
  return daysLeft < 2 ? count('system.lasts-hours', Math.floor(daysLeft * 24)) : count('system.lasts', Math.floor(daysLeft));
}

async function load() {
  if (document.hidden) return;
  await Promise.all([
    loadStages(),
    loadRejects().then(() => alertOf('load', null), () => alertOf('load', say('alert.unreachable'))),
  ]);
  document.body.classList.remove('loading');
}

onZone(load);
document.addEventListener('visibilitychange', load);
setInterval(load, POLL_MILLIS);
load();
