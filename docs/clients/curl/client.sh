#!/usr/bin/env bash
# A client of the API in curl and jq:  client.sh http://localhost:5080 data/demo-accounts.json
set -euo pipefail
server=$1 accounts=$2
documents=$(dirname "$0")/../documents

key() { od -An -tx1 -N16 /dev/urandom | tr -d ' \n'; }

# ask DOCUMENT VARIABLES: the answer's data, or the refusal in words.
ask() {
  jq -n --rawfile query "$documents/$1.graphql" --argjson variables "$2" '{$query, $variables}' |
    curl -sS "$server/graphql" -H 'Content-Type: application/json' -H 'Accept-Language: zh-CN' ${token:+-H "Authorization: Bearer $token"} -d @- |
    jq -c 'if .errors then "refused \(.errors[0].extensions.code): \(.errors[0].message)" else .data end'
}

# 1. Goods that are found by a word, and the next page. (--argjson puts null where there is no cursor.)
after=null
for page in 1 2; do
  answer=$(ask goods "$(jq -n --argjson after "$after" '{text: "明东", first: 2, $after}')")
  jq -r --arg page "$page" '.products | "page \($page) of \(.totalCount) goods", (.nodes[] | "  \(.name), \(.producer.village.name // "-")")' <<<"$answer"
  after=$(jq '.products.pageInfo.endCursor' <<<"$answer")
done

# 2. A request that isn't executed says what to do.
ask goods '{"first": 1000}' | jq -r .

# 3. Signing in: a token for the header.
token=$(jq -c '.buyer | {userName, password}' "$accounts" | curl -sS "$server/account/login" -H 'Content-Type: application/json' -d @- | jq -r .accessToken)
me=$(ask me '{}')
jq -r '.viewer | "signed in as \(.name), \(.units[0].name)"' <<<"$me"
unit=$(jq -r '.viewer.units[0].id' <<<"$me")

# 4. A mutation that is refused is data: it says why, and nothing was changed.
offer=$(ask goods '{"text": "明东大米", "first": 1}' | jq -r '[.products.nodes[].variants[].offers[]][0]')
input() { # NAME KEY
  jq -n --arg name "$1" --arg key "$2" --arg unit "$unit" --argjson offer "$offer" \
    '{input: {idempotencyKey: $key, unitId: $unit, $name, lines: [{offerId: $offer.id, quantity: {value: $offer.minimum.value, unit: $offer.minimum.unit.code}}]}}'
}
ask save-list "$(input '' "$(key)")" | jq -r '.purchaseListSave.errors[0] | "refused \(.code): \(.message)"'

# 5. One that is done, sent twice with its key: the same answer, done once.
mine=$(key)
first=$(ask save-list "$(input "常买 ${mine:0:8}" "$mine")")
again=$(ask save-list "$(input "常买 ${mine:0:8}" "$mine")")
jq -r '.purchaseListSave | "saved \(.list.name)"' <<<"$first"
jq -rn --argjson first "$first" --argjson again "$again" '"replayed \($again.purchaseListSave.replayed), same answer \($first.purchaseListSave.list == $again.purchaseListSave.list)"'
