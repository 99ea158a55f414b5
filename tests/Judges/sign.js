// Signs messages as Stripe does, with Stripe's own library: node sign.js < requests.json
// Requests: [{ payload, secret, timestamp }]; prints the headers as one JSON array.
import { readFileSync } from 'node:fs';
import Stripe from 'stripe';

const stripe = new Stripe('sk_test_signs_only');
const requests = JSON.parse(readFileSync(0, 'utf8'));
console.log(JSON.stringify(requests.map(({ payload, secret, timestamp }) => stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp }))));
