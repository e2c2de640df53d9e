// Records the events of the widget from the start.
window.told = [];
for (const type of ['regio-select', 'regio-miss', 'regio-error']) {
  document.addEventListener(type, (event) =>
    window.told.push({type, message: event.error?.message, error: event.error}),
  );
}
