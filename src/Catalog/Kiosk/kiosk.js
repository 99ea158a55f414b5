// The counter's screen: shows one good large, turns by itself, and keeps the last catalogue for when the network is gone.
(() => {
  'use strict';

  const TURN = 15000; // A good stands this long.
  const FRESH = 60000; // The catalogue is asked for again this often,
  const RETRY = 10000; // and this often while nobody answers.
  const SILENCE = 40000; // A stream without a sign of life for so long is dead.
  const LOOK = 3000; // A registered screen asks this often whether it still is one.
  const SETTLED = 1100; // The server gives an anonymous answer for up to a second.
  const PAGE = 40;
  const PAGES = 10;

  const words = {
    zh: {
      title: '消费帮扶 · 服务区专柜', all: '全部', large: '大字', normal: '正常字', pause: '停住', go: '轮播', opening: '正在打开商品目录…', every: '各服务区专柜',
      none: '这里暂时没有商品，请向工作人员询问。', unreachable: '还没有连上服务器，连上后会自动显示。', closed: '这个专柜现在停业。', off: '这台屏幕已停用。', again: '重新登记', yes: '◆ 帮扶认定', no: '◇ 普通商品', unknown: '没有这个专柜，网址可能写错了。',
      age: t => `网络不通，显示的是${t}的商品和价格；恢复后会自动更新。`, minutes: n => n < 1 ? '刚才' : n < 60 ? `${n} 分钟前` : n < 1440 ? `${Math.floor(n / 60)} 小时前` : `${Math.floor(n / 1440)} 天前`,
      about: '约合', or: '，', from: '起', yuan: '元', season: '产季', storage: '储存', endorser: '代言', sold: '有售', stock: { IN_STOCK: '有货', LOW: '所剩不多', OUT: '售罄' }, state: '货量', sample: '示例数据', kinds: '商品种类', next: '接下来', buy: '用手机买', trace: '扫码看产地和批次',
      places: (first, n) => n > 1 ? `${first}等 ${n} 处` : first,
    },
    en: {
      title: 'Goods from assisted villages', all: 'All', large: 'Large type', normal: 'Normal type', pause: 'Hold', go: 'Play', opening: 'Opening the catalogue…', every: 'All service-area counters',
      none: 'There are no goods here at the moment. Please ask the staff.', unreachable: 'The server can’t be reached yet. The goods will appear by themselves.', closed: 'This counter is closed at the moment.', off: 'This screen is out of use.', again: 'Register it anew', yes: '◆ recognised', no: '◇ ordinary', unknown: 'There is no such counter. The address may be wrong.',
      age: t => `No network. These are the goods and prices of ${t}; they will refresh by themselves.`, minutes: n => n < 1 ? 'just now' : n < 60 ? `${n} min ago` : n < 1440 ? `${Math.floor(n / 60)} h ago` : `${Math.floor(n / 1440)} days ago`,
      about: 'about', or: ', ', from: ' and up', yuan: ' yuan', season: 'Season', storage: 'Keep', endorser: 'Endorsed', sold: 'Sold at', stock: { IN_STOCK: 'in stock', LOW: 'few left', OUT: 'sold out' }, state: 'Stock', sample: 'sample data', kinds: 'Kinds of goods', next: 'Coming next', buy: 'Buy by phone', trace: 'Scan for its origin',
      places: (first, n) => n > 1 ? `${first} and ${n - 1} more` : first,
    },
    ko: {
      title: '지원 마을의 농특산물', all: '전체', large: '큰 글씨', normal: '보통 글씨', pause: '멈춤', go: '재생', opening: '상품 목록을 여는 중입니다…', every: '모든 휴게소 매장',
      none: '지금은 상품이 없습니다. 직원에게 문의해 주십시오.', unreachable: '아직 서버에 연결되지 않았습니다. 연결되면 저절로 표시됩니다.', closed: '이 매장은 지금 영업하지 않습니다.', off: '이 화면은 사용이 중지되었습니다.', again: '다시 등록', yes: '◆ 인정 상품', no: '◇ 일반 상품', unknown: '이 매장을 찾을 수 없습니다. 주소가 잘못되었을 수 있습니다.',
      age: t => `네트워크가 끊겼습니다. ${t} 기준의 상품과 가격이며, 복구되면 저절로 갱신됩니다.`, minutes: n => n < 1 ? '방금' : n < 60 ? `${n}분 전` : n < 1440 ? `${Math.floor(n / 60)}시간 전` : `${Math.floor(n / 1440)}일 전`,
      about: '약', or: ', ', from: '부터', yuan: '위안', season: '제철', storage: '보관', endorser: '추천', sold: '판매처', stock: { IN_STOCK: '재고 있음', LOW: '얼마 남지 않음', OUT: '품절' }, state: '재고', sample: '예시 데이터', kinds: '상품 종류', next: '다음 상품', buy: '휴대전화로 구매', trace: '스캔하여 이력 조회',
      places: (first, n) => n > 1 ? `${first} 외 ${n - 1}곳` : first,
    },
  };
  const languages = { zh: { name: '中文', tag: 'zh-CN' }, en: { name: 'English', tag: 'en' }, ko: { name: '한국어', tag: 'ko' } };
  const units = {
    zh: { KG: '公斤', G: '克', JIN: '斤', LIANG: '两', L: '升', ML: '毫升', PIECE: '件', BOX: '盒', BAG: '袋' },
    en: { KG: 'kg', G: 'g', JIN: 'jin', LIANG: 'liang', L: 'l', ML: 'ml', PIECE: 'piece', BOX: 'box', BAG: 'bag' },
    ko: { KG: 'kg', G: 'g', JIN: '근(500g)', LIANG: '냥(50g)', L: 'L', ML: 'mL', PIECE: '개', BOX: '상자', BAG: '봉지' },
  };

  // Which drawing tells a good: by its name, since 山鸡 and 山鸡蛋 share a category; else by its category. The first match wins.
  const drawings = [
    [/粮|大米|小米/, 'sack'], [/蛋/, 'egg'], [/鸡|鸭|鹅|雉/, 'bird'], [/参|桔梗/, 'root'], [/鹿|林蛙|雪蛤/, 'antler'], [/菌|菇|木耳|蘑|松茸|山珍/, 'fungus'], [/酱|泡菜|辣白菜|蜜|油|饮料|酒|汁|冷面|打糕/, 'jar'],
    [/牛|羊|猪|肉/, 'meat'], [/梨|果|莓|榛子|核桃/, 'fruit'], [/菜|芽|草|苍术|茶|药|村/, 'leaf'], [/米|粮|面|豆|玉米/, 'sack'],
  ];

  const query = `query Kiosk($first: Int!, $after: String, $filter: ProductFilter, $outlet: ID) {
  products(first: $first, after: $after, filter: $filter) {
    pageInfo { hasNextPage endCursor }
    nodes {
      id name summary sample recognised category { id name parent { id name parent { id name } } }
      producer { name endorsement village { name } origin { county } }
      attributes { key value } latestBatch { code } campaign { name endorser } images { large: url(width: 1600) small: url(width: 160) alt }
      variants { specification offers(outletId: $outlet, buyerGroup: PUBLIC) {
        price { amount per { code } } pricePerJin { amount } pricePerKg { amount } stockState outlet { name kind working }
      } }
    }
  }
}`;
  const outletQuery = 'query Outlet($id: ID!) { node(id: $id) { ... on Outlet { name kind working direction serviceArea { name } } } }';

  // Not every server sells: one that serves the catalogue alone doesn't know the question.
  const buyQuery = 'query Buy { retailOffered }';
  const changeQuery = 'subscription Changes($outlet: ID!) { offerChanged(outletId: $outlet) { id } }';

  const parameters = new URLSearchParams(location.search);
  const asked = parameters.get('outlet');
  let outlet = asked; // A registered screen's is fixed.
  let device = false; // True on a registered screen, as far as is known.
  let off = false; // It was one.
  const $ = id => document.getElementById(id);

  let language = parameters.get('lang') ?? keep('kiosk:language') ?? navigator.language.slice(0, 2).toLowerCase();
  language = language in words ? language : 'zh';
  let catalogue = null; // { at, outlet, goods }
  let kind = null; // The chosen category's id.
  let current = 0;
  let held = false;
  let away = false;
  let turning = 0;
  let asking = 0;
  let large = keep('kiosk:large') === 'yes';

  const say = () => words[language];

  // Storage may be full or forbidden: the screen then lives without a memory.
  function keep(key, value) {
    try {
      if (value === undefined) return localStorage.getItem(key);
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
    } catch { /* See above. */ }
    return null;
  }

  // A screen that is out of use keeps nothing but how its reader likes it.
  function forget() {
    try {
      for (const key of Object.keys(localStorage)) if (key.startsWith('kiosk:') && !['kiosk:language', 'kiosk:large'].includes(key)) localStorage.removeItem(key);
    } catch { /* As above. */ }
    self.caches?.delete('kiosk-page').catch(() => {});
  }

  const place = () => 'kiosk:' + (outlet ?? 'all');

  function remembered() {
    try {
      return JSON.parse(keep(place()) ?? 'null');
    } catch { return null; /* Written by another version: read anew. */ }
  }

  function el(tag, properties, ...children) {
    const node = Object.assign(document.createElement(tag), properties);
    node.append(...children.filter(c => c !== null));
    return node;
  }

  function drawing(name) {
    const space = 'http://www.w3.org/2000/svg';
    const svg = document.createElementNS(space, 'svg');
    const use = document.createElementNS(space, 'use');
    use.setAttribute('href', '/kiosk/goods.svg#' + name);
    svg.setAttribute('viewBox', '0 0 200 200');
    svg.setAttribute('aria-hidden', 'true');
    svg.append(use);
    return svg;
  }

  // A photo where there is one; a drawing else, and where the photo doesn't come.
  function picture(good, size) {
    if (!good.picture) return drawing(good.drawing);
    const photo = el('img', { loading: 'lazy', alt: size === 'large' ? good.picture.alt : '', src: good.picture[size], onerror: () => photo.replaceWith(drawing(good.drawing)) });
    return photo;
  }

  const drawingOf = (...names) => names.map(n => drawings.find(([pattern]) => pattern.test(n))?.[1]).find(d => d) ?? 'sack';

  // Amounts come as exact text and stay text: two places at least, more only when they say something.
  function amount(text) {
    const [whole, places = ''] = text.split('.');
    return whole.replace(/\B(?=(\d{3})+$)/g, ',') + '.' + places.replace(/0+$/, '').padEnd(2, '0');
  }

  const compare = (a, b) => {
    const [aw, ap = ''] = a.split('.'), [bw, bp = ''] = b.split('.');
    return aw.length - bw.length || (aw + ap.padEnd(4, '0') < bw + bp.padEnd(4, '0') ? -1 : aw + ap.padEnd(4, '0') > bw + bp.padEnd(4, '0') ? 1 : 0);
  };

  const address = (path, text, variables) => `${path}?query=${encodeURIComponent(text)}&variables=${encodeURIComponent(JSON.stringify(variables))}`;

  async function ask(text, variables) {
    const response = await fetch(address('/graphql', text, variables), { headers: { accept: 'application/json' }, credentials: 'omit' });
    const answer = response.ok ? await response.json() : null;
    if (!answer?.data || answer.errors) throw new Error('The server refused: ' + response.status);
    return answer.data;
  }

  // What is kept: just what is shown.
  function goodOf(product) {
    const packs = product.variants.flatMap(variant => {
      const offers = variant.offers.filter(o => outlet || o.outlet.working || o.outlet.kind === 'ONLINE');
      if (offers.length === 0) return [];
      const lowest = offers.reduce((a, b) => compare(b.price.amount, a.price.amount) < 0 ? b : a);
      return [{
        pack: variant.specification, price: lowest.price.amount, per: lowest.price.per.code, jin: lowest.pricePerJin?.amount ?? null, kg: lowest.pricePerKg?.amount ?? null,
        several: offers.some(o => o.price.amount !== lowest.price.amount), stock: ['IN_STOCK', 'LOW', 'OUT'].find(s => offers.some(o => o.stockState === s)) ?? null,
        places: [...new Set(offers.map(o => o.outlet.name))],
      }];
    });
    const path = [];
    for (let c = product.category; c; c = c.parent) path.unshift({ id: c.id, name: c.name });
    const attribute = key => product.attributes.find(a => a.key === key)?.value ?? null;
    return packs.length === 0 ? null : {
      id: product.id, name: product.name, summary: product.summary, sample: product.sample, recognised: product.recognised, kind: path[0], drawing: drawingOf(product.name, ...path.map(c => c.name).reverse()),
      producer: product.producer.name, village: product.producer.village?.name ?? null, county: product.producer.origin.county, endorsement: product.campaign ? `${product.campaign.endorser} · ${product.campaign.name}` : product.producer.endorsement, trace: product.latestBatch?.code ?? null, picture: product.images[0] ?? null,
      season: attribute('season'), storage: attribute('storage'), packs,
    };
  }

  async function read() {
    const here = outlet ? await ask(outletQuery, { id: outlet }).then(d => d.node) : null;
    if (here) here.buy = await ask(buyQuery, {}).then(d => d.retailOffered, () => false);
    const goods = [];
    if (!outlet || here?.working) {
      const filter = outlet ? { outletId: outlet } : { uses: ['KIOSK'] };
      for (let page = 0, after = null; page < PAGES; page++) {
        const { products } = await ask(query, { first: PAGE, after, filter, outlet });
        goods.push(...products.nodes.map(goodOf).filter(g => g));
        if (!products.pageInfo.hasNextPage) break;
        after = products.pageInfo.endCursor;
      }
    }
    return { at: Date.now(), outlet: here, goods };
  }

  // Who this screen is: its token is in a cookie that scripts can't read. Whoever is none, is asked once.
  async function identify() {
    try {
      const age = catalogue ? '?age=' + Math.max(0, Math.round((Date.now() - catalogue.at) / 1000)) : '';
      const answer = await fetch('/kiosk/device' + age, { headers: { accept: 'application/json' }, credentials: 'same-origin' });
      if (answer.status === 410) return stop();
      if (answer.status === 200) {
        device = true;
        keep('kiosk:device', outlet = (await answer.json()).outlet);
      } else if (answer.status === 204) {
        device = false;
        outlet = asked;
        keep('kiosk:device', null);
      }
    } catch { /* Away: what was known before holds. */ }
    if (device) setTimeout(identify, LOOK);
  }

  function stop() {
    off = true;
    catalogue = null;
    for (const timer of [asking, turning]) clearTimeout(timer);
    forget();
    show();
  }

  async function refresh() {
    clearTimeout(asking);
    try {
      const fresh = await read();
      if (off) return;
      catalogue = fresh;
      away = false;
      keep(place(), JSON.stringify(catalogue));
    } catch {
      away = true;
    }
    if (off) return;
    show();
    asking = setTimeout(refresh, away ? RETRY : FRESH);
  }

  // What changes at this counter is told at once, and read anew. Asking each minute stays, for what a stream doesn't tell.
  async function listen(lost) {
    if (off) return;
    const end = new AbortController();
    let dead = 0, again = RETRY, heard = false;
    const alive = () => { clearTimeout(dead); dead = setTimeout(() => end.abort(), SILENCE); };
    try {
      alive();
      const response = await fetch(address('/graphql/stream', changeQuery, { outlet }), { headers: { accept: 'text/event-stream' }, credentials: device ? 'same-origin' : 'omit', signal: end.signal });
      if (response.ok) {
        heard = true;
        if (lost) soon();
        const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
        for (let rest = ''; ;) {
          const { done, value } = await reader.read();
          if (done) break;
          alive();
          const messages = (rest + value).split('\n\n');
          rest = messages.pop();
          if (messages.some(m => m.startsWith('event: next'))) soon();
        }
      } else {
        again = FRESH;
      }
    } catch { /* The server is away or restarts: we try again. */ }
    clearTimeout(dead);
    if (heard) soon(); // A stream that broke: is the server there?
    setTimeout(() => listen(true), again * (1 + Math.random()));
  }

  // Changes that come together are read once, when no answer of the second before is given any more.
  function soon() {
    if (off) return;
    clearTimeout(asking);
    asking = setTimeout(refresh, SETTLED);
  }

  const shown = () => catalogue?.goods.filter(g => kind === null || g.kind.id === kind) ?? [];

  function show() {
    const w = say();
    document.documentElement.lang = languages[language].tag;
    document.documentElement.classList.toggle('large', large);
    document.title = w.title;
    $('title').textContent = w.title;
    $('place').textContent = outlet ? catalogue?.outlet?.name ?? '' : w.every;
    for (const b of document.querySelectorAll('[data-language]')) b.hidden = b.dataset.language === language;
    $('size').textContent = large ? w.normal : w.large;
    $('pause').textContent = held ? w.go : w.pause;
    // Paying needs the network: without it the way there is hidden.
    const buys = Boolean(outlet && !away && catalogue?.outlet?.buy && catalogue.outlet.working);
    $('buy').hidden = !buys;
    if (buys && !$('buy').href) { $('buy').href = '/buy/' + outlet; $('code').src = `/buy/${outlet}/code.svg`; }
    $('buying').textContent = w.buy;
    $('age').hidden = !(away && catalogue);
    $('age').textContent = away && catalogue ? w.age(w.minutes(Math.floor((Date.now() - catalogue.at) / 60000))) : '';
    if (off) {
      for (const id of ['good', 'next', 'kinds', 'pause', 'buy', 'age']) $(id).hidden = true;
      for (const id of ['good', 'next', 'kinds', 'place']) $(id).replaceChildren();
      $('say').hidden = false;
      $('say').replaceChildren(w.off, el('br'), el('a', { href: '/kiosk/pair', textContent: w.again }));
      return;
    }
    const goods = shown();
    if (goods.length === 0 && kind !== null) { kind = null; current = 0; return show(); }
    const any = goods.length > 0;
    for (const id of ['good', 'next', 'kinds', 'pause']) $(id).hidden = !any;
    $('say').hidden = any;
    $('say').textContent = !catalogue ? (away ? w.unreachable : w.opening)
      : outlet && !catalogue.outlet?.name ? w.unknown
      : outlet && !catalogue.outlet.working ? w.closed
      : w.none;
    if (any) {
      current %= goods.length;
      showGood(goods[current]);
      showNext(goods);
      showKinds();
    }
    turn();
  }

  function showGood(good) {
    const w = say(), u = units[language], first = good.packs[0];
    const price = p => [amount(p.price), el('small', {}, `${w.yuan}/${u[p.per] ?? p.per}${p.several ? w.from : ''}`)];
    const facts = [];
    const fact = (name, value, className = '') => { if (value) facts.push(el('dt', { textContent: name }), el('dd', { textContent: value, className })); };
    fact(w.endorser, good.endorsement);
    fact(w.season, good.season);
    fact(w.storage, good.storage);
    fact(w.state, w.stock[first.stock], first.stock === 'OUT' ? 'out' : first.stock === 'LOW' ? 'low' : '');
    if (!outlet) fact(w.sold, w.places(first.places[0], first.places.length));
    $('good').replaceChildren(picture(good, 'large'), el('div', {}, trace(good),
      el('h2', {}, good.name, ' ', el('span', { className: 'recognised ' + (good.recognised ? 'yes' : 'no'), textContent: good.recognised ? w.yes : w.no }), ' ', good.sample ? el('span', { className: 'sample', textContent: w.sample }) : ''),
      el('p', { className: 'from', textContent: [good.village, good.county, good.producer].filter(t => t).join(' · ') }),
      good.summary ? el('p', { textContent: good.summary }) : null,
      el('p', { className: 'price' }, ...price(first), el('small', { textContent: '　' + first.pack })),
      first.jin ? el('p', { className: 'per', textContent: `${w.about} ${amount(first.jin)}${w.yuan}/${u.JIN}${w.or}${amount(first.kg)}${w.yuan}/${u.KG}` }) : null,
      ...good.packs.slice(1, 4).map(p => el('p', { className: 'packs' }, `${p.pack}　`, ...price(p))),
      el('dl', {}, ...facts)));
  }

  // Its story is on the server: without the network the way there is hidden.
  function trace(good) {
    if (!good.trace || away) return null;
    const code = el('img', { src: `/trace/${good.trace}/code.svg`, alt: '', onerror: () => code.remove() });
    return el('a', { className: 'trace', href: '/trace/' + good.trace }, code, el('span', { textContent: say().trace }));
  }

  function showNext(goods) {
    const w = say(), u = units[language];
    const coming = Array.from({ length: Math.min(3, goods.length - 1) }, (_, i) => (current + 1 + i) % goods.length);
    $('next').hidden = coming.length === 0;
    $('next').setAttribute('aria-label', w.next);
    $('next').replaceChildren(...coming.map(i => {
      const good = goods[i], p = good.packs[0];
      return el('button', { type: 'button', onclick: () => choose(i) }, picture(good, 'small'), el('b', { textContent: good.name }), el('span', { textContent: `${amount(p.price)}${w.yuan}/${u[p.per] ?? p.per}` }));
    }));
  }

  function showKinds() {
    const kinds = new Map(catalogue.goods.map(g => [g.kind.id, g]));
    const button = (id, name, picture) => {
      const b = el('button', { type: 'button', onclick: () => { kind = id; choose(0); } }, picture ? drawing(picture) : '', name);
      b.setAttribute('aria-pressed', String(kind === id));
      b.dataset.kind = id ?? '';
      return b;
    };
    const focused = document.activeElement?.dataset?.kind;
    $('kinds').setAttribute('aria-label', say().kinds);
    $('kinds').replaceChildren(button(null, say().all, null), ...[...kinds].map(([id, g]) => button(id, g.kind.name, drawingOf(g.kind.name))));
    if (focused !== undefined) [...$('kinds').children].find(b => b.dataset.kind === focused)?.focus();
  }

  function choose(index) {
    current = index;
    show();
  }

  // Counted from the last touch: nobody's reading is cut short.
  function turn() {
    clearTimeout(turning);
    if (!held && shown().length > 1) turning = setTimeout(() => choose(current + 1), TURN);
  }

  $('pause').onclick = () => { held = !held; show(); };
  for (const b of document.querySelectorAll('[data-language]')) b.onclick = () => { language = b.dataset.language; keep('kiosk:language', language); show(); };
  $('size').onclick = () => { large = !large; keep('kiosk:large', large ? 'yes' : 'no'); show(); };
  document.addEventListener('pointerdown', turn);
  document.addEventListener('keydown', e => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[e.key], goods = shown();
    if (step && goods.length > 0) choose((current + step + goods.length) % goods.length);
  });
  let from = null;
  $('good').addEventListener('touchstart', e => { from = e.touches[0].clientX; }, { passive: true });
  $('good').addEventListener('touchend', e => {
    const moved = e.changedTouches[0].clientX - (from ?? 0), goods = shown();
    if (Math.abs(moved) > 60 && goods.length > 0) choose((current + (moved < 0 ? 1 : -1) + goods.length) % goods.length);
  }, { passive: true });
  addEventListener('online', refresh);
  setInterval(() => { if (away) show(); }, FRESH);

  // Where the browser allows it (https), the page itself is kept too and opens without the network.
  navigator.serviceWorker?.register('/kiosk/worker.js', { scope: '/kiosk' }).catch(() => {});

  // A registered screen that starts without the network shows what it showed.
  device = keep('kiosk:device') !== null;
  outlet = keep('kiosk:device') ?? asked;
  catalogue = remembered();
  show();
  const before = outlet;
  identify().then(() => {
    if (off) return;
    if (outlet !== before) {
      catalogue = remembered();
      show();
    }
    refresh();
    if (outlet) listen(false);
  });
})();
