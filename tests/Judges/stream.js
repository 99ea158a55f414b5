// Listens as the reference client of the graphql-sse protocol does, in its mode of distinct connections; a line of JSON per thing that happens.
// node stream.js URL BODY [TOKEN]: BODY is {"query", "variables"}. Ends with the stream.
import { createClient } from 'graphql-sse';

const [url, body, token] = process.argv.slice(2);
const say = what => console.log(JSON.stringify(what));
const client = createClient({
  url,
  headers: token ? { authorization: 'Bearer ' + token } : {},
  retryAttempts: 400,
  retry: () => new Promise(go => setTimeout(go, 250)),
  on: { connected: () => say({ connected: true }) },
});
client.subscribe(JSON.parse(body), {
  next: result => say({ next: result }),
  error: async error => say({ error: error?.response ? { status: error.response.status, body: await error.response.clone().json().catch(() => null) } : String(error) }),
  complete: () => say({ complete: true }),
});
