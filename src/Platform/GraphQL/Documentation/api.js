// Shows what fits the words that are typed, and remembers them in the address.
(() => {
  'use strict';
  const find = document.getElementById('find');
  const types = [...document.querySelectorAll('section.type')].map(section => ({
    section,
    own: (section.querySelector('h3').textContent + ' ' + [...section.children].filter(c => c.tagName === 'P').map(p => p.textContent).join(' ')).toLowerCase(),
    rows: [...section.querySelectorAll('dl > div')].map(row => ({ row, text: row.textContent.toLowerCase() })),
  }));

  function show() {
    const words = find.value.toLowerCase().split(/\s+/).filter(w => w);
    const fits = text => words.every(w => text.includes(w));
    let any = false;
    for (const { section, own, rows } of types) {
      const whole = fits(own);
      let some = whole;
      for (const { row, text } of rows) {
        row.hidden = !whole && !fits(text);
        some ||= !row.hidden;
      }
      section.hidden = !some;
      any ||= some;
    }
    document.getElementById('none').hidden = any;
    for (const id of ['limits', 'codes', 'types']) document.getElementById(id).hidden = words.length > 0;
    document.querySelector('.start').hidden = words.length > 0;
    history.replaceState(null, '', words.length > 0 ? '#?' + encodeURIComponent(words.join(' ')) : location.pathname + location.search);
  }

  find.addEventListener('input', show);
  // A link into the page leads to what the search may have hidden.
  document.addEventListener('click', e => {
    if (e.target.closest?.('a[href^="#"]') && find.value) { find.value = ''; show(); }
  }, true);
  if (location.hash.startsWith('#?')) { find.value = decodeURIComponent(location.hash.slice(2)); show(); }
})();
