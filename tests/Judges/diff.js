// Compares two schemas: node diff.js released.graphql current.graphql announced-breaks.txt
// Prints one JSON object: all changes by weight, and the breaking ones that weren't announced.
import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { CriticalityLevel, diff } from '@graphql-inspector/core';

const [released, current, announcements] = process.argv.slice(2);
const read = (path) => buildSchema(readFileSync(path, 'utf8'));
const announced = readFileSync(announcements, 'utf8').split('\n').map((l) => l.trim()).filter((l) => l && !l.startsWith('#')).map((l) => l.split(/\s+/).slice(0, 2).join(' '));
const changes = await diff(read(released), read(current));
const breaking = changes.filter((c) => c.criticality.level === CriticalityLevel.Breaking).map((c) => ({ key: `${c.type} ${c.path}`, message: c.message }));
console.log(JSON.stringify({
  changes: changes.length,
  breaking: breaking.length,
  unannounced: breaking.filter((c) => !announced.includes(c.key)),
  stale: announced.filter((key) => !breaking.some((c) => c.key === key)),
}));
