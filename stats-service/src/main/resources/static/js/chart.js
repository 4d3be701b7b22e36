// A bar per day. It only draws what the table by day says, which is its equivalent for those who do not see it.
import uPlot from '/webjars/uplot/1.6.30/dist/uPlot.esm.js';
import { day } from './format.js';
import { region } from './page.js';

const HEIGHT = 190;
const box = document.getElementById('chart');
const narrow = new Intl.NumberFormat(region, { notation: 'compact' });
const tick = new Intl.DateTimeFormat(region, { timeZone: 'UTC', day: 'numeric', month: 'numeric' });
let chart = null;
let drawn = [];

const colour = (name) => getComputedStyle(document.body).getPropertyValue(name).trim();
/** A colour of the theme as the canvas takes it: `light-dark()` is only worked out on an element. */
function themed(name) {
  box.style.color = `var(${name})`;
  const worked = getComputedStyle(box).color;
  box.style.color = '';
  return worked || colour(name);
}

/** Draws `days`: [{day: '2026-03-02', value: number}], without gaps. */
export function drawChart(days) {
  drawn = days;
  chart?.destroy();
  chart = null;
  box.hidden = days.length < 2;
  if (box.hidden) return;
  const ink = themed('--quiet');
  const axis = { stroke: ink, grid: { stroke: themed('--line'), width: 1 }, ticks: { show: false }, font: '12px system-ui, sans-serif' };
  chart = new uPlot({
    width: box.clientWidth, height: HEIGHT, cursor: { show: false }, legend: { show: false },
    scales: { x: { time: false, range: (_, low, high) => [low - 0.6, high + 0.6] }, y: { range: (_, low, high) => [Math.min(0, low), Math.max(1, high * 1.05)] } },
    axes: [
      { ...axis, grid: { show: false }, incrs: [1, 2, 3, 5, 7, 14, 30, 60], values: (_, at) => at.map((i) => (days[i] ? tick.format(new Date(`${days[i].day}T12:00:00Z`)) : '')) },
      { ...axis, size: 64, values: (_, at) => at.map((v) => narrow.format(v)) },
    ],
    series: [{}, { fill: themed('--accent'), stroke: themed('--accent'), width: 0, paths: uPlot.paths.bars({ size: [0.7, 60] }), points: { show: false } }],
  }, [days.map((_, i) => i), days.map((one) => one.value)], box);
  box.setAttribute('aria-label', `${day(days[0].day)} – ${day(days.at(-1).day)}`);
}

// Paper is white whatever the screen is: the canvas is drawn anew in the colours of the day.
const root = document.documentElement;
addEventListener('beforeprint', () => { root.style.colorScheme = 'light'; drawChart(drawn); });
addEventListener('afterprint', () => { root.style.colorScheme = ''; drawChart(drawn); });
addEventListener('resize', () => chart?.setSize({ width: box.clientWidth, height: HEIGHT }));
for (const changed of [matchMedia('(prefers-color-scheme: dark)')]) changed.addEventListener('change', () => drawChart(drawn));
document.querySelector('[data-theme-choice]')?.addEventListener('change', () => drawChart(drawn));
