// What a page can't do through its circuit: print, and, when the circuit is gone, reload and show the dialog that says so.
document.addEventListener('click', e => {
  if (e.target.closest('[data-reload]')) location.reload();
  if (e.target.closest('[data-print]')) print();
});
// 水印: every printed page says who printed it and when, by the clock on the wall in China.
addEventListener('beforeprint', () => {
  const now = new Date().toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 16);
  document.querySelectorAll('[data-mark]').forEach(m => m.textContent = `${m.dataset.mark} ${now}`);
  document.querySelectorAll('details:is(.part, .said):not([open])').forEach(d => { d.dataset.unfolded = ''; d.open = true; });
});
addEventListener('afterprint', () => document.querySelectorAll('[data-unfolded]').forEach(d => { delete d.dataset.unfolded; d.open = false; }));
const away = document.getElementById('components-reconnect-modal');
away?.addEventListener('components-reconnect-state-changed', e => {
  if (e.detail.state === 'hide') away.close();
  else if (!away.open && (e.detail.state === 'show' || e.detail.state === 'failed' || e.detail.state === 'rejected')) away.showModal();
});
// "/" goes to the page's search, unless somebody is typing.
document.addEventListener('keydown', e => {
  const search = e.key === '/' && !e.target.closest('input, textarea, select, [contenteditable]') && document.querySelector('[data-search]');
  if (search) { e.preventDefault(); search.focus(); }
});
