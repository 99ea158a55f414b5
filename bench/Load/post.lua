-- Posts the bodies of the file BODIES (one a line) in turn; "@@" in a body becomes a number that never comes twice.
local bodies, n = {}, 0
for line in io.lines(os.getenv("BODIES")) do bodies[#bodies + 1] = line end
local headers = { ["Content-Type"] = "application/json" }
local distinct = bodies[1]:find("@@", 1, true) ~= nil
local first = tonumber(os.getenv("FIRST") or "0")
function request()
  n = n + 1
  local body = bodies[n % #bodies + 1]
  if distinct then body = body:gsub("@@", tostring(first + n)) end
  return wrk.format("POST", nil, headers, body)
end
function done(summary, latency)
  local e = summary.errors
  io.write(string.format('\nRESULT {"requests":%d,"us":%d,"bytes":%d,"p50":%.3f,"p99":%.3f,"bad":%d}\n',
    summary.requests, summary.duration, summary.bytes, latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    e.connect + e.read + e.write + e.status + e.timeout))
end
