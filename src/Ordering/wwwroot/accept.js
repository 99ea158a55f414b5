// 验收: weighing on a phone. What is typed stays in this phone until the server has it; each weighing has one key, so that it counts once however often it is sent.
'use strict';
(() => {
  const page = JSON.parse(document.getElementById('accept-data').textContent);
  const words = page.words;
  const fill = (template, ...values) => values.reduce((text, value, at) => text.replaceAll(`{${at}}`, value), template);

  // Exact numbers: a quantity is a whole number of thousandths of its base (g, ml, piece), as on the server; money is fen.
  const base = { KG: 1000n, JIN: 500n, LIANG: 50n, G: 1n, L: 1000n, ML: 1n, PIECE: 1n, BOX: 1n, BAG: 1n };
  const read = (text, unit) => {
    const plain = text.trim().replace(/[０-９．。，]/g, c => c === '．' || c === '。' ? '.' : c === '，' ? ',' : String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replaceAll(',', '');
    const parts = /^(\d{0,8})(?:\.(\d{0,6}))?$/.exec(plain);
    if (plain === '') return 0n;
    if (!parts || plain === '.') return null;
    const scaled = BigInt(parts[1] + (parts[2] ?? '').padEnd(6, '0')) * base[unit];
    return scaled % 1000n === 0n ? scaled / 1000n : null;
  };
  const number = (milli, unit) => {
    const text = (milli * 1000n / base[unit]).toString().padStart(7, '0');
    return `${text.slice(0, -6)}.${text.slice(-6)}`.replace(/\.?0+$/, '');
  };
  const said = (milli, unit) => `${number(milli, unit)} ${words.units[unit]}`;
  const money = fen => { const text = fen.toString().padStart(3, '0'); return `${text.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')}.${text.slice(-2)}`; };
  const cost = (line, milli) => {
    const whole = base[line.pricedBy] * 100000n;
    return (2n * milli * BigInt(line.price) + whole) / (2n * whole);
  };
  const mine = `accept:${page.person}:`;
  const storage = {
    read: name => { try { return JSON.parse(localStorage.getItem(name)); } catch { return null; } },
    write: (name, value) => { try { localStorage.setItem(name, JSON.stringify(value)); return true; } catch { return false; } },
    drop: name => { try { localStorage.removeItem(name); } catch { /* a phone that keeps nothing */ } },
  };
  const documents = {
    acceptanceRecord: 'mutation($input: AcceptanceRecordInput!) { acceptanceRecord(input: $input) { acceptance { id number } errors { code message path } } }',
    acceptanceSign: 'mutation($input: AcceptanceSignInput!) { acceptanceSign(input: $input) { acceptance { id number } errors { code message path } } }',
    acceptanceSendBack: 'mutation($input: AcceptanceSendBackInput!) { acceptanceSendBack(input: $input) { acceptance { id number } errors { code message path } } }',
  };

  // Sending. Answers: {done}, {refused: [errors]}, {signedOut} or {offline}.
  const send = async (operation, input, again) => {
    let answer;
    try {
      const response = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json', 'accept-language': page.language, RequestVerificationToken: page.token },
        body: JSON.stringify({ query: documents[operation], variables: { input } }),
      });
      if (response.status >= 500) return { offline: true };
      answer = await response.json();
    } catch {
      return { offline: true };
    }
    const payload = answer.data?.[operation];
    if (payload && payload.errors.length === 0) return { done: payload.acceptance };
    if (payload) return { refused: payload.errors, signedOut: payload.errors.some(e => e.code === 'FORBIDDEN') && !await signedIn() };
    const error = answer.errors?.[0];
    if (error?.extensions?.code === 'ANTIFORGERY_MISSING' && !again && await freshToken()) return send(operation, input, true);
    if (error?.extensions?.code === 'UNAUTHENTICATED' || !await signedIn()) return { signedOut: true };
    return { refused: [{ code: error?.extensions?.code ?? '', message: error?.message ?? words.unclear }] };
  };

  // Photos go first, one by one; what has arrived is written down, so that it isn't sent twice. Answers: {ready}, or why not.
  const upload = async (name, kept) => {
    const input = kept.pending.input;
    for (const [at, photos] of Object.entries(kept.photos ?? {})) {
      for (const photo of photos.filter(p => !p.id)) {
        let response;
        try {
          const form = new FormData();
          form.append('file', new Blob([Uint8Array.from(atob(photo.data.split(',')[1]), c => c.charCodeAt(0))], { type: 'image/jpeg' }), 'photo.jpg');
          const post = () => fetch('/files/ordering.acceptance', { method: 'POST', headers: { accept: 'application/json', 'accept-language': page.language, RequestVerificationToken: page.token }, body: form });
          response = await post();
          if (response.status === 403 && await freshToken()) response = await post();
          if (response.status >= 500) return { offline: true };
          if (response.ok && !response.redirected) photo.id = (await response.json()).id;
          else if (response.status === 401 || response.redirected || !await signedIn()) return { signedOut: true };
          else return { refused: [{ code: '', message: (await response.json()).detail ?? words.unclear }] };
        } catch {
          return { offline: true };
        }
        storage.write(name, kept);
      }
      if (photos.length > 0) input.lines[at].photoIds = photos.map(p => p.id);
    }
    storage.write(name, kept);
    return { ready: true };
  };

  // The page itself says who is signed in now, and has a token that fits.
  const fetched = async () => {
    try {
      const text = await (await fetch('/accept', { headers: { 'accept-language': page.language } })).text();
      const data = new DOMParser().parseFromString(text, 'text/html').getElementById('accept-data');
      return data ? JSON.parse(data.textContent) : null;
    } catch {
      return undefined;
    }
  };
  const signedIn = async () => { const now = await fetched(); return now === undefined || now?.person === page.person; };
  const freshToken = async () => { const now = await fetched(); if (now?.person !== page.person) return false; page.token = now.token; return true; };

  // 冲突: somebody else weighed the same delivery meanwhile. Both sets of figures stand side by side; nothing of one's own is thrown away before one says so.
  const others = 'query($id: ID!) { node(id: $id) { ... on Delivery { order { acceptances { id number state corrected delivery { id } signatures { by } lines { line { id } net { value unit { code } } rejected { value unit { code } } disputed { value unit { code } } } } } } } }';
  const conflict = async (name, mineNow) => {
    let newest;
    try {
      const response = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json', 'accept-language': page.language, RequestVerificationToken: page.token },
        body: JSON.stringify({ query: others, variables: { id: page.deliveryId } }),
      });
      newest = (await response.json()).data.node.order.acceptances
        .filter(a => a.delivery.id === page.deliveryId && (a.state === 'OPEN' || (a.state === 'SIGNED' && !a.corrected))).at(-1);
    } catch {
      return;
    }
    if (!newest || newest.id === page.corrects || newest.lines.length === 0) return;
    const make = (tag, text, attributes = {}) => Object.assign(document.createElement(tag), { textContent: text, ...attributes });
    const of = quantity => quantity ? `${quantity.value} ${words.units[quantity.unit.code]}` : '–';
    const both = make('section', '', { id: 'accept-conflict', className: 'conflict', tabIndex: -1 });
    const table = make('table', '');
    const head = make('tr', '');
    head.append(...[words.goods, words.mine, fill(words.theirs, newest.signatures[0]?.by ?? '')].map(text => make('th', text, { scope: 'col' })));
    const body = make('tbody', '');
    for (const line of mineNow) {
      const their = newest.lines.find(l => l.line.id === line.id);
      for (const [label, own, other] of [[words.netName, line.net, of(their?.net)], [words.rejectedName, line.rejected, of(their?.rejected)], [words.disputedName, line.disputed, of(their?.disputed)]]) {
        if (label !== words.netName && own === '–' && other === '–') continue;
        const row = make('tr', '', { className: own === other ? '' : 'differs' });
        row.append(make('th', `${line.goods} ${label}`, { scope: 'row' }), make('td', own), make('td', other));
        body.append(row);
      }
    }
    const top = document.createElement('thead');
    top.append(head);
    table.append(top, body);
    const look = make('button', words.lookAtTheirs, { type: 'button' });
    look.addEventListener('click', () => { storage.drop(name); location.replace(location.pathname); });
    both.append(make('h2', fill(words.conflict, newest.number)), table, make('p', newest.state === 'SIGNED' ? words.conflictSigned : words.conflictOpen), look);
    document.getElementById('accept-conflict')?.remove();
    status.after(both);
    both.focus();
  };

  // What waits on this phone: one entry per delivery, sent one after another.
  let busy = false;
  const flush = async () => {
    if (busy) return;
    busy = true;
    try {
      for (const name of Object.keys(localStorage).filter(k => k.startsWith(mine))) {
        const kept = storage.read(name);
        if (!kept?.pending) continue;
        tell(name, words.sending, 'waiting');
        const photographed = kept.pending.operation === 'acceptanceRecord' ? await upload(name, kept) : { ready: true };
        const result = photographed.ready ? await send(kept.pending.operation, kept.pending.input) : photographed;
        const current = storage.read(name);
        if (current?.pending?.input.idempotencyKey !== kept.pending.input.idempotencyKey) continue;
        if (result.done) {
          storage.drop(name);
          arrived(name, result.done);
        } else if (result.signedOut) {
          tell(name, words.signedOut, 'refusal', page.signIn);
        } else if (result.refused) {
          // A refusal changed nothing. What was typed stays; the next try is another request and has another key.
          storage.write(name, { ...current, pending: null });
          refused(name, result.refused);
        } else {
          tell(name, words.kept, 'waiting');
          offline(name);
          return;
        }
      }
    } finally {
      busy = false;
    }
  };

  const status = document.getElementById('accept-status');
  const tell = (name, text, kind, link) => {
    if (name && page.delivery && name !== mine + page.delivery) text = `${name.slice(mine.length)}：${text}`;
    status.className = kind;
    status.textContent = text;
    if (link) {
      const a = document.createElement('a');
      a.href = link; a.textContent = words.signIn; a.target = '_blank'; a.rel = 'noopener';
      status.append(' ', a);
    }
  };
  const here = name => page.delivery && name === mine + page.delivery;
  const arrived = (name, acceptance) => {
    tell(name, words.arrived.replace('{0}', acceptance.number), 'done');
    if (here(name)) location.replace(`${location.pathname}?done=1`);
    else if (!page.delivery) setTimeout(() => location.reload(), 1500);
  };
  const offline = name => { if (here(name)) form?.lock(true); };
  const refused = (name, errors) => {
    tell(name, errors.map(e => e.message).join(' '), 'refusal');
    if (!here(name)) return;
    form?.lock(false);
    form?.show(errors);
    if (storage.read(name)?.mine) conflict(name, storage.read(name).mine);
  };

  // The form of the delivery on this page.
  const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), b => b.toString(16).padStart(2, '0')).join('');
  const deliveryForm = () => {
    const name = mine + page.delivery;
    const lines = page.lines.map((line, at) => ({ ...line, box: document.querySelector(`[data-line="${at}"]`) })).filter(line => line.box);
    const field = (line, kind) => line.box.querySelector(`[name="${kind}-${line.at}"]`);
    const typed = (line, kind) => field(line, kind)?.value ?? '';
    const unit = line => line.box.querySelector('input[type=radio]:checked')?.value ?? line.unit;
    const part = (line, kind, text, mood = '') => {
      const out = line.box.querySelector(`[data-out="${kind}"]`);
      if (out.textContent !== text) out.textContent = text;
      out.className = `${kind} ${mood}`;
    };

    // What the scales say of a line; null where it can't be read.
    const weighed = line => {
      const [gross, tare, rejected, disputed] = ['gross', 'tare', 'rejected', 'disputed'].map(kind => read(typed(line, kind), unit(line)));
      if (gross === null || tare === null || rejected === null || disputed === null || typed(line, 'gross').trim() === '') return null;
      const net = gross - tare - rejected - disputed;
      return net < 0n ? null : { gross, tare, rejected, disputed, net };
    };
    const work = () => {
      let total = 0n, whole = lines.length > 0;
      for (const line of lines) {
        const w = weighed(line);
        const empty = typed(line, 'gross').trim() === '';
        line.box.classList.toggle('wrong', w === null && !empty);
        if (w === null) {
          whole = false;
          part(line, 'net', empty ? words.enterGross : words.unreadable, empty ? '' : 'bad');
          part(line, 'tolerance', '');
          part(line, 'pay', '');
          continue;
        }
        const other = { KG: 'JIN', JIN: 'KG' }[unit(line)];
        part(line, 'net', fill(words.net, said(w.net, unit(line))) + (other ? ` = ${said(w.net, other)}` : ''));
        const sent = BigInt(line.sent), arrived = w.net + w.rejected + w.disputed;
        const off = arrived > sent ? arrived - sent : sent - arrived;
        const percent = sent === 0n ? '0' : (Number(off * 10000n / sent) / 100).toString();
        const short = arrived < sent;
        const amount = said(off, line.unit);
        if (off === 0n) part(line, 'tolerance', words.exact, 'good');
        else if (short && off <= BigInt(line.tolerance)) part(line, 'tolerance', fill(words.shortWithin, amount, percent), 'good');
        else if (short) part(line, 'tolerance', fill(words.shortBeyond, amount, percent, line.percent), 'near');
        else if (arrived <= BigInt(line.most)) part(line, 'tolerance', fill(words.overWithin, amount, percent), 'good');
        else part(line, 'tolerance', fill(words.overBeyond, amount, percent, said(BigInt(line.most), line.unit)), 'bad');
        const fen = cost(line, w.net);
        part(line, 'pay', fill(words.pay, money(fen)));
        total += fen;
      }
      const sum = document.querySelector('[data-out="total"]');
      if (sum) sum.textContent = whole && lines.length > 1 ? fill(words.total, money(total)) : '';
    };

    const inputs = [...document.querySelectorAll('main input[name], main textarea[name], main [data-photo]')];
    const remember = () => {
      const typedNow = {};
      for (const input of inputs) if (input.name && (input.type !== 'radio' || input.checked)) typedNow[input.name] = input.value;
      return storage.write(name, { ...storage.read(name), typed: typedNow });
    };
    const recall = () => {
      for (const [what, value] of Object.entries(storage.read(name)?.typed ?? {})) {
        for (const input of inputs.filter(i => i.name === what)) {
          if (input.type === 'radio') input.checked = input.value === value; else input.value = value;
        }
      }
      for (const line of lines) if (typed(line, 'rejected').trim() + typed(line, 'disputed').trim() !== '') line.box.querySelector('details').open = true;
    };
    const lock = on => {
      for (const control of [...inputs, ...document.querySelectorAll('main form button[type=submit]')]) control.disabled = on;
      document.getElementById('accept-change').hidden = !on;
    };
    // Photos are made small enough for a phone's storage and a slow network; the original stays in the camera.
    const shrink = async file => {
      const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
      const scale = Math.min(1, 1280 / Math.max(picture.width, picture.height));
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale))];
      canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
      return canvas.toDataURL('image/jpeg', 0.75);
    };
    const photosOf = line => storage.read(name)?.photos?.[line.at] ?? [];
    const keepPhotos = (line, photos) => {
      const kept = storage.read(name) ?? {};
      return storage.write(name, { ...kept, photos: { ...kept.photos, [line.at]: photos } });
    };
    const showPhotos = line => {
      const list = line.box.querySelector('[data-out="photos"]');
      list.replaceChildren(...photosOf(line).map((photo, at) => {
        const [item, image, remove] = ['li', 'img', 'button'].map(tag => document.createElement(tag));
        [image.src, image.alt] = [photo.data, fill(words.photo, at + 1)];
        [remove.type, remove.textContent, remove.className, remove.ariaLabel] = ['button', '×', 'quiet', fill(words.removePhoto, at + 1)];
        remove.addEventListener('click', () => { keepPhotos(line, photosOf(line).filter((_, n) => n !== at)); showPhotos(line); line.box.querySelector('[data-photo]').focus(); });
        item.append(image, remove);
        return item;
      }));
    };
    const takePhoto = async (line, file) => {
      if (photosOf(line).length >= 3) { tell(name, words.photosFull, 'refusal'); return; }
      try {
        const data = await shrink(file);
        if (!keepPhotos(line, [...photosOf(line), { data }])) tell(name, words.photoNoRoom, 'refusal');
      } catch {
        tell(name, words.photoWrong, 'refusal');
      }
      showPhotos(line);
    };
    for (const line of lines) {
      const camera = line.box.querySelector('[data-photo]');
      camera.addEventListener('change', async () => { const [file] = camera.files; camera.value = ''; if (file) await takePhoto(line, file); });
      showPhotos(line);
    }
    const clear = () => {
      for (const out of document.querySelectorAll('.field-error')) out.remove();
      for (const input of inputs) { input.removeAttribute('aria-invalid'); input.removeAttribute('aria-describedby'); }
    };
    const point = (input, text) => {
      const out = document.createElement('p');
      out.className = 'field-error';
      out.id = `error-${input.name}`;
      out.textContent = text;
      input.setAttribute('aria-invalid', 'true');
      input.setAttribute('aria-describedby', out.id);
      (input.closest('.scales') ?? input.closest('label') ?? input).after(out);
      const fold = input.closest('details');
      if (fold) fold.open = true;
    };
    const show = errors => {
      clear();
      let first = null;
      for (const error of errors) {
        const at = error.path?.indexOf('lines') ?? -1;
        const line = at >= 0 ? lines[Number(error.path[at + 1])] : null;
        const kind = { net: 'gross', quantity: 'gross' }[error.path?.at(-1)] ?? error.path?.at(-1);
        const input = line ? field(line, kind) ?? field(line, 'gross') : document.querySelector(`main [name="${kind}"]`);
        if (input) { point(input, error.message); first ??= input; }
      }
      (first ?? status).focus();
    };

    // The figures as the server wants them; nothing when something is missing, which is then said at its place.
    const collect = () => {
      clear();
      let missing = null;
      const answer = lines.map(line => {
        const w = weighed(line);
        const complain = (kind, text) => { point(field(line, kind), text); missing ??= field(line, kind); };
        if (w === null) complain('gross', typed(line, 'gross').trim() === '' ? words.enterGross : words.unreadable);
        else if (w.rejected + w.disputed > 0n && typed(line, 'reason').trim() === '') complain('reason', words.reasonNeeded);
        else if (w.net + w.rejected + w.disputed > BigInt(line.most)) complain('gross', fill(words.overBeyond, said(w.net + w.rejected + w.disputed - BigInt(line.sent), line.unit), '', said(BigInt(line.most), line.unit)).replace(' (+ %)', ''));
        if (w === null) return null;
        const of = milli => ({ value: number(milli, unit(line)), unit: unit(line) });
        return {
          lineId: line.id,
          ...(line.scales ? { gross: of(w.gross), ...(w.tare > 0n ? { tare: of(w.tare) } : {}) } : {}),
          net: of(w.net),
          ...(w.rejected > 0n ? { rejected: of(w.rejected) } : {}),
          ...(w.disputed > 0n ? { disputed: of(w.disputed) } : {}),
          ...(w.rejected + w.disputed > 0n ? { reason: typed(line, 'reason').trim() } : {}),
        };
      });
      missing?.focus();
      return missing ? null : answer;
    };
    const ofMine = line => {
      const w = weighed(line);
      const asTheirs = milli => milli > 0n ? said(milli, unit(line)) : '–';
      return { id: line.id, goods: line.box.querySelector('legend').firstChild.textContent.trim(), net: said(w.net, unit(line)), rejected: asTheirs(w.rejected), disputed: asTheirs(w.disputed) };
    };
    const input = operation => {
      if (operation === 'acceptanceRecord') {
        const weighedLines = collect();
        return weighedLines && { deliveryId: page.deliveryId, lines: weighedLines, ...(page.corrects ? { correctsAcceptanceId: page.corrects } : {}) };
      }
      const reason = document.querySelector('main [name="sendBackReason"]');
      if (operation === 'acceptanceSendBack' && reason.value.trim() === '') { clear(); point(reason, words.reasonNeeded); reason.focus(); return null; }
      return { acceptanceId: page.acceptance, ...(operation === 'acceptanceSendBack' ? { reason: reason.value.trim() } : {}) };
    };

    for (const f of document.querySelectorAll('main form[data-operation]')) {
      f.addEventListener('submit', event => {
        event.preventDefault();
        const what = input(f.dataset.operation);
        if (!what) return;
        remember();
        const mineNow = f.dataset.operation === 'acceptanceRecord' ? { mine: lines.map(ofMine) } : {};
        const kept = { ...storage.read(name), ...mineNow, pending: { operation: f.dataset.operation, input: { idempotencyKey: newKey(), ...what } } };
        lock(true);
        if (!storage.write(name, kept)) tell(name, words.noStorage, 'refusal');
        flush();
      });
    }
    document.getElementById('accept-change').addEventListener('click', () => {
      storage.write(name, { ...storage.read(name), pending: null });
      lock(false);
      tell(name, words.changing, '');
    });
    for (const line of lines) {
      let before = unit(line);
      for (const radio of line.box.querySelectorAll('input[type=radio]')) {
        radio.addEventListener('change', () => {
          for (const kind of ['gross', 'tare', 'rejected', 'disputed']) {
            const milli = read(typed(line, kind), before);
            if (typed(line, kind).trim() !== '' && milli !== null) field(line, kind).value = number(milli, radio.value);
          }
          before = radio.value;
          for (const out of line.box.querySelectorAll('[data-out="unit"]')) out.textContent = words.units[radio.value];
        });
      }
    }
    document.querySelector('main').addEventListener('input', () => { remember(); work(); });
    document.querySelector('main').addEventListener('change', () => { remember(); work(); });
    for (const chip of document.querySelectorAll('[data-reason]')) {
      chip.addEventListener('click', () => {
        const reason = document.querySelector(`[name="${chip.dataset.for}"]`);
        reason.value = chip.dataset.reason;
        reason.dispatchEvent(new Event('input', { bubbles: true }));
      });
    }
    recall();
    for (const line of lines) for (const out of line.box.querySelectorAll('[data-out="unit"]')) out.textContent = words.units[unit(line)];
    work();
    if (storage.read(name)?.pending) lock(true);
    return { lock, show };
  };
  const form = page.delivery && !page.done ? deliveryForm() : null;
  if (page.delivery && page.done && !storage.read(mine + page.delivery)?.pending) storage.drop(mine + page.delivery);

  // What was typed for a delivery that somebody else has weighed since.
  const typedBefore = page.delivery && page.acceptance && !page.done && page.lines.length === 0 ? storage.read(mine + page.delivery) : null;
  if (typedBefore?.mine && !typedBefore.pending) conflict(mine + page.delivery, typedBefore.mine);

  addEventListener('online', flush);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) flush(); });
  setInterval(flush, 10000);
  flush();
})();
