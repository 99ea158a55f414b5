// A client of the API in JavaScript:  node client.js http://localhost:5080 data/demo-accounts.json
// Types come from the schema (npm run types) and are checked without a build (npm run check).
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** @import { GoodsQuery, GoodsQueryVariables, MeQuery, SaveListMutation, SaveListMutationVariables } from './generated.js' */

const [server, accounts] = process.argv.slice(2);
/** @type {string | undefined} */
let token;

/** A request that isn't executed, in words. */
class Refused extends Error {}

/**
 * @template TData, TVariables
 * @param {string} document
 * @param {TVariables} variables
 * @returns {Promise<TData>}
 */
async function ask(document, variables) {
  const query = readFileSync(new URL(`../documents/${document}.graphql`, import.meta.url), 'utf8');
  const response = await fetch(server + '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'zh-CN', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Refused(`${errors[0].extensions.code}: ${errors[0].message}`);
  return data;
}

/** @param {GoodsQueryVariables} variables @returns {Promise<GoodsQuery>} */
const goods = variables => ask('goods', variables);
/** @param {SaveListMutationVariables['input']} input */
const saveList = async input => (/** @type {SaveListMutation} */ (await ask('save-list', { input }))).purchaseListSave;

// 1. Goods that are found by a word, and the next page.
/** @type {string | null | undefined} */
let after = null;
for (const page of [1, 2]) {
  const { products } = await goods({ text: '明东', first: 2, after });
  console.log(`page ${page} of ${products.totalCount} goods`);
  for (const good of products.nodes) console.log(`  ${good.name}, ${good.producer.village?.name ?? '-'}`);
  after = products.pageInfo.endCursor;
}

// 2. A request that isn't executed says what to do.
await goods({ first: 1000 }).catch(e => { if (e instanceof Refused) console.log('refused ' + e.message); else throw e; });

// 3. Signing in: a token for the header.
const { userName, password } = JSON.parse(readFileSync(accounts, 'utf8')).buyer;
const login = await fetch(server + '/account/login', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ userName, password }) });
token = (await login.json()).accessToken;
const { viewer } = /** @type {MeQuery} */ (await ask('me', {}));
if (!viewer) throw new Error('Not signed in.');
console.log(`signed in as ${viewer.name}, ${viewer.units[0].name}`);

// 4. A mutation that is refused is data: it says why, and nothing was changed.
const [offer] = (await goods({ text: '明东大米', first: 1 })).products.nodes.flatMap(g => g.variants.flatMap(v => v.offers));
const lines = [{ offerId: offer.id, quantity: { value: offer.minimum.value, unit: offer.minimum.unit.code } }];
const refused = await saveList({ idempotencyKey: randomUUID(), unitId: viewer.units[0].id, name: '', lines });
console.log(`refused ${refused.errors[0].code}: ${refused.errors[0].message}`);

// 5. One that is done, sent twice with its key: the same answer, done once.
const key = randomUUID();
const input = { idempotencyKey: key, unitId: viewer.units[0].id, name: `常买 ${key.slice(0, 8)}`, lines };
const first = await saveList(input);
const again = await saveList(input);
console.log(`saved ${first.list?.name}`);
console.log(`replayed ${again.replayed}, same answer ${first.list?.id === again.list?.id && first.list?.name === again.list?.name}`);
