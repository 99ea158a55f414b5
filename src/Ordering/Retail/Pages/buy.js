// Buying at a counter from one's own phone: /buy/OUTLET lists its goods, /buy/sale/ID shows how a sale stands. Money moves on Stripe's page, never here.
(() => {
  'use strict';

  const LOOK = 3000; // While a sale is unpaid it is asked after this often.
  const words = {
    zh: {
      title: '用手机买', other: 'English', opening: '正在打开…', closed: '这里没有开通手机付款，请向柜台工作人员购买。', unknown: '没有找到，网址可能写错了。请重新扫柜台上的二维码。', none: '这个柜台现在没有可以用手机买的货，请向工作人员询问。',
      away: '没有连上服务器，请看一下手机网络，再刷新页面。', less: n => `少买一${n}`, more: n => `多买一${n}`, out: '售罄', sample: '示例数据', yuan: '元', choose: '请先选货', pay: t => `去付款 ${t} 元`, wait: '正在打开付款页面…',
      reserved: '还没有付款', until: m => m > 0 ? `货为您留着，请在 ${m} 分钟内付款。可用银行卡、支付宝或微信支付。` : '正在核对付款…', asking: '付款页面还没有打开，正在再试…', paid: '付款成功', show: '请把取货码给柜台工作人员看：', handed: '货已交给您', thanks: '谢谢您支持帮扶村的农产品。',
      lapsed: '没有按时付款', back: '货已放回，没有扣您的钱。如果刚付过款，钱会自动退回。', refunded: '已退款', returned: t => `退款 ${t} 元，原路退回，到账时间以银行或支付平台为准。`, unclear: '付款需要核对', staff: '请把这个页面给柜台工作人员看。', again: '继续付款', shop: '再买一些', number: '单号', total: '合计',
    },
    en: {
      title: 'Buy by phone', other: '中文', opening: 'Opening…', closed: 'Paying by phone isn’t offered here. Please buy from the staff.', unknown: 'Not found. The address may be wrong: scan the code at the counter again.', none: 'Nothing at this counter can be bought by phone at the moment. Please ask the staff.',
      away: 'The server can’t be reached. Check your network, then reload the page.', less: n => `One ${n} less`, more: n => `One ${n} more`, out: 'sold out', sample: 'sample data', yuan: ' yuan', choose: 'Choose first', pay: t => `Pay ${t} yuan`, wait: 'Opening the payment page…',
      reserved: 'Not paid yet', until: m => m > 0 ? `The goods are kept for you: pay within ${m} minutes, by card, Alipay or WeChat Pay.` : 'Looking after your payment…', asking: 'The payment page isn’t open yet; trying again…', paid: 'Paid', show: 'Show this pick-up code to the staff:', handed: 'The goods are yours', thanks: 'Thank you for buying from assisted villages.',
      lapsed: 'Not paid in time', back: 'The goods were put back and you paid nothing. Should you have paid just now, the money comes back by itself.', refunded: 'Refunded', returned: t => `${t} yuan go back the way they came; your bank or wallet decides when.`, unclear: 'The payment must be looked at', staff: 'Please show this page to the staff.', again: 'Go on paying', shop: 'Buy more', number: 'Number', total: 'Total',
    },
  };
  const units = { zh: { PIECE: '件', BOX: '盒', BAG: '袋', KG: '公斤', JIN: '斤' }, en: { PIECE: 'piece', BOX: 'box', BAG: 'bag', KG: 'kg', JIN: 'jin' } };
  const parts = location.pathname.split('/');
  const sale = parts[2] === 'sale' ? 'rs_' + parts[3] : null;
  const outlet = sale ? null : decodeURIComponent(parts[2] ?? '');
  const $ = id => document.getElementById(id);
  let language = keep('buy:language') ?? (/^zh/i.test(navigator.language) ? 'zh' : 'en');
  let said = null; // A word to say instead of anything else.
  let goods = [], name = '', counts = new Map(), state = null, key = null, busy = false;

  const w = () => words[language] ?? words.zh;
  const unit = code => (units[language] ?? units.zh)[code] ?? code;

  // Storage may be forbidden: then nothing is remembered.
  function keep(at, value) {
    try {
      if (value === undefined) return localStorage.getItem(at);
      localStorage.setItem(at, value);
    } catch { /* See above. */ }
    return null;
  }

  function el(tag, properties, ...children) {
    const node = Object.assign(document.createElement(tag), properties);
    node.append(...children.filter(c => c !== null));
    return node;
  }

  async function ask(query, variables) {
    const response = await fetch('/graphql', {
      method: 'POST', credentials: 'omit', headers: { 'content-type': 'application/json', accept: 'application/json', 'accept-language': language === 'zh' ? 'zh-CN' : 'en' }, body: JSON.stringify({ query, variables }),
    });
    const answer = response.ok ? await response.json() : null;
    if (!answer?.data || answer.errors) throw new Error('The server refused: ' + response.status);
    return answer.data;
  }

  const newKey = () => [...crypto.getRandomValues(new Uint8Array(20))].map(b => b.toString(16).padStart(2, '0')).join('');

  // Exact: ten-thousandths of a yuan times pieces, rounded to the fen half up. The server works it out anew; this is for the eye.
  const fen = (price, count) => {
    const [whole, places = ''] = price.split('.');
    return (BigInt(whole + places.padEnd(4, '0')) * BigInt(count) + 50n) / 100n;
  };
  const yuan = f => `${f / 100n}.${String(f % 100n).padStart(2, '0')}`;
  const total = () => goods.reduce((sum, g) => sum + fen(g.price, counts.get(g.id) ?? 0), 0n);

  async function openShop() {
    const data = await ask(`query Shop($outlet: ID!) { retailOffered node(id: $outlet) { ... on Outlet { name working } }
      products(first: 100, filter: { outletId: $outlet, uses: [KIOSK] }) { nodes { name sample variants { specification catchWeight offers(outletId: $outlet, buyerGroup: PUBLIC) {
        id stockState available { value } minimum { value } step { value } price { amount per { code } } } } } } }`, { outlet });
    if (!data.retailOffered) { said = 'closed'; return; }
    if (!data.node?.name) { said = 'unknown'; return; }
    name = data.node.name;
    goods = data.node.working ? data.products.nodes.flatMap(p => p.variants.filter(v => !v.catchWeight).flatMap(v => v.offers.map(o => ({
      id: o.id, name: p.name, sample: p.sample, pack: v.specification, price: o.price.amount, per: o.price.per.code, out: o.stockState === 'OUT',
      most: Math.min(99, Math.floor(Number(o.available.value))), least: Number(o.minimum.value), step: Number(o.step.value),
    })))) : [];
    said = goods.length === 0 ? 'none' : null;
  }

  async function look() {
    const data = await ask(`mutation Look($input: RetailPayInput!) { retailPay(input: $input) { errors { code } sale {
      number state total { amount } reservedUntil payUrl pickupCode refunded { amount } outlet { id name } lines { productName specification quantity { value unit { code } } amount { amount } } } } }`,
    { input: { idempotencyKey: newKey(), saleId: sale } });
    const { errors, sale: found } = data.retailPay;
    said = found ? null : errors[0]?.code === 'NOT_FOUND' ? 'unknown' : 'closed';
    state = found;
    name = found?.outlet?.name ?? '';
  }

  function change(good, by) {
    const now = counts.get(good.id) ?? 0;
    const next = by > 0 ? Math.max(good.least, now + good.step) : now - good.step < good.least ? 0 : now - good.step;
    counts.set(good.id, Math.min(next, good.most));
    key = null;
    $('refused').hidden = true;
    show();
  }

  function row(good) {
    const count = counts.get(good.id) ?? 0, u = unit(good.per);
    const step = (by, text, label) => {
      const b = el('button', { type: 'button', textContent: text, disabled: busy || (by < 0 ? count === 0 : count + good.step > good.most), onclick: () => { change(good, by); } });
      b.setAttribute('aria-label', `${label} · ${good.name}`);
      b.dataset.step = good.id + by;
      return b;
    };
    return el('li', {},
      el('div', {}, el('h2', {}, good.name, ' ', good.sample ? el('span', { className: 'sample', textContent: w().sample }) : ''), el('p', { className: 'price' }, `${yuan(fen(good.price, 1))}${w().yuan}/${u} `, el('small', { textContent: good.pack }))),
      good.out ? el('p', { className: 'out', textContent: w().out }) : el('div', { className: 'count' }, step(-1, '−', w().less(u)), el('output', { textContent: String(count) }), step(1, '+', w().more(u))));
  }

  function showSale() {
    const s = state, minutes = Math.ceil((Date.parse(s.reservedUntil) - Date.now()) / 60000);
    const body = {
      RESERVED: () => [el('h2', { textContent: w().reserved }), el('p', { textContent: s.payUrl ? w().until(minutes) : w().asking }), s.payUrl ? el('a', { className: 'button', href: s.payUrl, textContent: w().again }) : null],
      PAID: () => [el('h2', { textContent: w().paid }), el('p', { textContent: w().show }), el('p', { className: 'code', textContent: s.pickupCode })],
      HANDED_OVER: () => [el('h2', { textContent: w().handed }), el('p', { textContent: w().thanks })],
      LAPSED: () => [el('h2', { textContent: w().lapsed }), el('p', { textContent: w().back })],
      REFUNDED: () => [el('h2', { textContent: w().refunded })],
      UNCLEAR: () => [el('h2', { textContent: w().unclear }), el('p', { textContent: w().staff })],
    }[s.state]();
    if (s.refunded.amount !== '0' && Number(s.refunded.amount) > 0) body.push(el('p', { textContent: w().returned(Number(s.refunded.amount).toFixed(2)) }));
    if (s.state !== 'RESERVED' && s.outlet) body.push(el('a', { href: '/buy/' + s.outlet.id, textContent: w().shop }));
    $('content').replaceChildren(el('div', { className: 'state' }, ...body,
      el('ul', { className: 'bill' },
        ...s.lines.map(l => el('li', {}, el('span', {}, `${l.productName} ${l.specification} × ${Number(l.quantity.value)} ${unit(l.quantity.unit.code)}`), el('b', { textContent: l.amount.amount + w().yuan }))),
        el('li', {}, el('span', { textContent: `${w().total} · ${w().number} ${s.number}` }), el('b', { textContent: s.total.amount + w().yuan })))));
  }

  function show() {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = w().title;
    $('title').textContent = w().title;
    $('place').textContent = name;
    $('language').textContent = w().other;
    $('language').lang = language === 'zh' ? 'en' : 'zh-CN';
    const opening = !sale && goods.length === 0 || sale && !state;
    $('say').hidden = !said && !opening;
    $('say').textContent = w()[said ?? 'opening'];
    $('content').hidden = Boolean(said || opening);
    if (said || opening) { $('pay').hidden = true; return; }
    if (sale) { showSale(); return; }
    const focused = document.activeElement?.dataset?.step;
    $('content').replaceChildren(el('ul', {}, ...goods.map(row)));
    if (focused) document.querySelector(`[data-step="${CSS.escape(focused)}"]`)?.focus();
    $('pay').hidden = false;
    $('go').disabled = busy || total() === 0n;
    $('go').textContent = busy ? w().wait : total() === 0n ? w().choose : w().pay(yuan(total()));
  }

  async function pay() {
    busy = true;
    key ??= newKey(); // The same choice pressed again is the same sale.
    $('refused').hidden = true;
    show();
    try {
      const lines = goods.filter(g => counts.get(g.id) > 0).map(g => ({ offerId: g.id, quantity: { value: String(counts.get(g.id)), unit: g.per } }));
      const { retailStart: { sale: made, errors } } = await ask('mutation Buy($input: RetailStartInput!) { retailStart(input: $input) { sale { id payUrl } errors { message } } }', { input: { idempotencyKey: key, outletId: outlet, lines } });
      if (made) {
        location.assign(made.payUrl ?? '/buy/sale/' + made.id.slice(3));
        return;
      }
      key = null;
      $('refused').textContent = errors.map(e => e.message).join(' ');
    } catch {
      $('refused').textContent = w().away;
    }
    busy = false;
    $('refused').hidden = false;
    show();
  }

  async function refresh() {
    try {
      await (sale ? look() : openShop());
    } catch {
      said = state ? null : 'away';
    }
    show();
    if (sale && (!state || state.state === 'RESERVED')) setTimeout(refresh, LOOK);
  }

  $('go').onclick = pay;
  $('language').onclick = () => { language = language === 'zh' ? 'en' : 'zh'; keep('buy:language', language); show(); };
  // Back from Stripe's page by the browser's own button: the page may come out of its memory as it was left.
  addEventListener('pageshow', e => { if (e.persisted) { busy = false; refresh(); } });
  show();
  refresh();
})();
