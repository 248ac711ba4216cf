-- Requests a path of the API with a random number at the end.
-- Arguments after "--": the path before the number, the number of values, a token or "".

local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("seed", threads)
end

function init(args)
  prefix = args[1]
  count = tonumber(args[2])
  math.randomseed(os.time() * 1000 + seed)
  if args[3] and args[3] ~= "" then
    wrk.headers["Authorization"] = "Bearer " .. args[3]
  end
end

function request()
  return wrk.format("GET", prefix .. math.random(count) - 1)
end

function done(summary, latency, _)
  local errors = summary.errors.connect + summary.errors.read + summary.errors.write
      + summary.errors.status + summary.errors.timeout
  io.write(string.format("RESULT requests %d rate %.0f bytes %d errors %d\n",
    summary.requests, summary.requests / (summary.duration / 1e6), summary.bytes, errors))
end
