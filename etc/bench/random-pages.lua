-- Requests random benchmark pages like a browser that accepts gzip.
-- Arguments after "--": the number of pages, the ending of each file name.

local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("seed", threads)
end

function init(args)
  local pages = tonumber(args[1] or "500")
  local ending = args[2] or ""
  math.randomseed(os.time() * 1000 + seed)
  wrk.headers["Accept-Encoding"] = "gzip"
  requests = {}
  for i = 1, pages do
    requests[i] = wrk.format("GET", "/bench/p/post-" .. i .. ending)
  end
end

function request()
  return requests[math.random(#requests)]
end

function done(summary, latency, _)
  local errors = summary.errors.connect + summary.errors.read + summary.errors.write
      + summary.errors.status + summary.errors.timeout
  io.write(string.format("RESULT %d %.0f %d %d %d %d\n",
    summary.requests, summary.requests / (summary.duration / 1e6),
    latency:percentile(50), latency:percentile(99), summary.bytes, errors))
end
