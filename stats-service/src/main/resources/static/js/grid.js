// Lines of latitude and longitude with their degrees: the map's ground where there are no tiles.
const STEPS = [30, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005, 0.0002, 0.0001];
const LINES = 5;
/** Pixels that a label takes. */
const WIDE = 60;
const HIGH = 24;

/** Keeps a grid of about LINES lines each way under the spots of `map`. */
export function drawGrid(L, map) {
  const grid = L.layerGroup().addTo(map);
  map.createPane('grid').style.zIndex = 150;

  const line = (from, to) => L.polyline([from, to], { pane: 'grid', className: 'grid-line', interactive: false }).addTo(grid);
  const label = (at, text, anchor) => L.marker(at, {
    pane: 'grid', interactive: false, keyboard: false,
    icon: L.divIcon({ className: 'grid-label', html: Object.assign(document.createElement('span'), { textContent: text }), iconAnchor: anchor }),
  }).addTo(grid);

  /** Whether a label there stays clear of the corners, where it would lie on another. */
  const inside = (latitude, longitude, axis, margin) => {
    const at = map.latLngToContainerPoint([latitude, longitude])[axis];
    return at > margin && at < map.getSize()[axis] - margin;
  };

  map.on('moveend', () => {
    grid.clearLayers();
    const view = map.getBounds();
    const reach = view.pad(0.5);
    const step = STEPS.findLast((one) => (view.getEast() - view.getWest()) / one <= LINES) ?? STEPS[0];
    const digits = Math.max(0, Math.ceil(-Math.log10(step)));
    const first = (low) => Math.ceil(low / step);
    const last = (high) => Math.floor(high / step);
    for (let i = first(reach.getWest()); i <= last(reach.getEast()); i++) {
      line([reach.getSouth(), i * step], [reach.getNorth(), i * step]);
      if (inside(view.getNorth(), i * step, 'x', WIDE)) label([view.getNorth(), i * step], `${(i * step).toFixed(digits)}°`, [-3, -3]);
    }
    for (let i = first(reach.getSouth()); i <= last(reach.getNorth()); i++) {
      line([i * step, reach.getWest()], [i * step, reach.getEast()]);
      if (inside(i * step, view.getWest(), 'y', HIGH)) label([i * step, view.getWest()], `${(i * step).toFixed(digits)}°`, [-3, -3]);
    }
  });
}
