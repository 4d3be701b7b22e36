// The page Informes: what a period came to. Its question lives in the address; without one it is last month, by zone.
import { el, icon, mark, setText, visible } from './elements.js';
import { get, post } from './api.js';
import { clock, day, integer, money, utc, zoneName } from './format.js';
import { count, say, settings } from './page.js';
import { alertOf, toast } from './notices.js';
import { offerCsv } from './csv.js';
import { drawChart } from './chart.js';
import { now } from './clock.js';
import { refusal } from './refusals.js';
import './search.js';
import './frame.js';

const at = (id) => document.getElementById(id);
const form = at('filters');
const csv = at('csv');
const closeButton = at('close-month');
const closing = at('closing');
const MONEY = 'issued voided net paid balance'.split(' ');
/** Of the money that a phone shows too, where each row is a block of its own. */
const LABELS = { net: 'report.net', balance: 'column.balance' };
const NAMES = { zone: 'column.zone', day: 'report.day', tariff: 'report.tariff' };
let turn = 0;

const localDay = (millis) => new Intl.DateTimeFormat('sv-SE', { timeZone: settings.timeZone }).format(millis);
const shifted = (text, days) => new Date(Date.parse(`${text}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Periods by name, as of today here. */
function presets() {
  const today = localDay(now());
  const monday = shifted(today, -((new Date(`${today}T12:00:00Z`).getUTCDay() + 6) % 7));
  return { today, yesterday: shifted(today, -1), week: `${monday}..${shifted(monday, 6)}`, month: shifted(`${today.slice(0, 7)}-01`, -1).slice(0, 7) };
}

/** What the address asks for. */
function question() {
  const address = new URLSearchParams(location.search);
  return { period: address.get('period') || presets().month, by: address.get('by') || 'zone', basis: address.get('basis') || 'service' };
}

function go(changes) {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(changes)) address.searchParams.set(name, value);
  history.pushState(null, '', address);
  load();
}

async function load() {
  const mine = ++turn;
  const { period, by, basis } = question();
  fill(period, by, basis);
  try {
    const path = `/v1/reports/${encodeURIComponent(period)}`;
    const [report, days] = await Promise.all([get(path, { by, basis }), get(path, { by: 'day', basis })]);
    if (mine !== turn) return;
    alertOf('load', null);
    show(report);
    csv.href = `${path}?${new URLSearchParams({ by, basis })}`;
    csv.dataset.name = `report-${period}-${by}-${basis}.csv`;
    drawChart(everyDay(days));
  } catch (refused) {
    if (mine === turn) alertOf('load', refused.status === 422 ? say('list.malformed') : say('alert.unreachable'));
  } finally {
    document.body.classList.remove('loading');
  }
}

/** The form and the presets as the address has them. */
function fill(period, by, basis) {
  form.by.value = by;
  form.basis.value = basis;
  form.month.value = /^\d{4}-\d\d$/.test(period) ? period : '';
  const [from, to = from] = /^\d{4}-\d\d-\d\d/.test(period) ? period.split('..') : ['', ''];
  form.from.value = from;
  form.to.value = to;
  const named = presets();
  for (const link of document.querySelectorAll('#tabs a')) mark(link, 'aria-current', named[link.dataset.preset] === period);
}

function show(report) {
  setText(at('name'), say(NAMES[report.by]));
  at('rows').replaceChildren(
    row('total', say('report.total'), report.total),
    ...report.adjustments.map((one) => row('adjustment', say('report.adjustment', one.name), one)),
    ...report.rows.map((one) => row('', nameOf(report.by, one.name), one, report.by === 'tariff')));
  const empty = !report.rows.length && !report.adjustments.length;
  at('none').hidden = !empty;
  setText(at('none'), report.firstCapturedAt ? say('report.none', day(localDay(Date.parse(report.firstCapturedAt)))) : say('report.nothing'));
  foot(report);
  setText(at('heading'), `${day(report.from)} – ${day(shifted(report.to, -1))}`);
  closeButton?.toggleAttribute('hidden', Boolean(report.closedAt) || !isMonth(report) || Date.parse(`${report.to}T12:00:00Z`) > Date.parse(`${localDay(now())}T12:00:00Z`));
}

const isMonth = (report) => report.from.endsWith('-01') && report.to.endsWith('-01') && Date.parse(report.to) - Date.parse(report.from) < 32 * 86_400_000;

const nameOf = (by, name) => (by === 'zone' ? zoneName(name) : by === 'day' ? day(name) : visible(name));

/** Captures and payments have no tariff. */
function row(kind, name, one, isTariff = false) {
  const many = (amounts) => (amounts.length ? amounts.map(money).join(' · ') : money({ amount: '0', currency: settings.currency }));
  return el('tr', { class: kind }, el('th', { scope: 'row' }, name),
    el('td', { class: 'amount', 'data-label': say('report.captures') }, isTariff ? '–' : integer(one.captures)),
    el('td', { class: 'amount side' }, isTariff || kind === 'adjustment' ? '–' : integer(one.plates)),
    el('td', { class: 'amount side' }, integer(one.stays)),
    ...MONEY.map((what) => el('td', { class: LABELS[what] ? 'amount' : 'amount side', 'data-label': LABELS[what] && say(LABELS[what]) },
      isTariff && (what === 'paid' || what === 'balance') ? '–' : many(one[what]))));
}

function foot(report) {
  const stamp = (instant) => el('time', { title: utc(instant) }, `${day(localDay(Date.parse(instant)))} ${clock(instant)}`);
  at('foot').replaceChildren(...[
    el('span', {}, say('report.zone', report.timeZone)),
    el('span', {}, report.basis === 'service' ? say('report.by-service') : say('report.by-posted')),
    el('span', {}, say('data.at', ''), stamp(report.dataAt)),
    el('span', {}, count('data.pending', report.inProcess)),
    el('span', {}, count('data.review', report.toReview)),
    report.closedAt && el('span', { class: 'closed' }, icon('read'), say('report.closed', visible(report.closedBy)), ' ', stamp(report.closedAt)),
    report.sha256 && el('code', { class: 'print-hash' }, `SHA-256 ${report.sha256}`),
  ].filter(Boolean));
}

/** Every day of the report in the site's currency, those without rows as nought. */
function everyDay(report) {
  const net = new Map(report.rows.map((one) => [one.name, one.net.find((m) => m.currency === settings.currency)?.amount ?? '0']));
  const days = [];
  for (let one = report.from; one < report.to; one = shifted(one, 1)) days.push({ day: one, value: Number(net.get(one) ?? 0) });
  return days;
}

form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('change', ({ target }) => {
  const { from, to } = form;
  if (target.name === 'month') return target.value && go({ period: target.value });
  if (target === from || target === to) {
    const first = from.value || to.value;
    const last = to.value || from.value;
    return first && go({ period: first <= last ? `${first}..${last}` : `${last}..${first}` });
  }
  return go({ [target.name]: target.value });
});
for (const link of document.querySelectorAll('#tabs a')) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    go({ period: presets()[link.dataset.preset] });
  });
}
addEventListener('popstate', load);
offerCsv(csv);
at('print').addEventListener('click', () => print());
closeButton?.addEventListener('click', () => {
  setText(at('closing-month'), question().period.slice(0, 7));
  setText(at('closing-notice'), '');
  closing.showModal();
});
at('closing-go')?.addEventListener('click', async () => {
  try {
    await post(`/v1/reports/months/${question().period.slice(0, 7)}/close`, {});
    closing.close();
    toast(say('report.done'));
    load();
  } catch (refused) {
    setText(at('closing-notice'), refusal(refused));
  }
});
load();
