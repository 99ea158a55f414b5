// Audits a running server by GraphQL over HTTP: node audit.js http://127.0.0.1:5080/graphql
// Prints one JSON object: how many audits passed, and those that didn't, by their demand.
import { auditServer } from 'graphql-http';

const [url] = process.argv.slice(2);
const results = await auditServer({ url, fetchFn: fetch });
const failed = results.filter((r) => r.status !== 'ok').map((r) => ({ id: r.id, demand: r.name.split(' ')[0], name: r.name, reason: r.reason }));
console.log(JSON.stringify({ total: results.length, passed: results.length - failed.length, failed }));
process.exit(0);
