-- KEYS: states. ARGV: run of the engine, life of a state in ms, a candidate of an epoch for each.
-- Returns offset and epoch of each.
local heads = {}
for i, key in ipairs(KEYS) do
  local epoch, offset = state(key, ARGV[2 + i], ARGV[1])
  redis.call('PEXPIRE', key, ARGV[2])
  heads[2 * i - 1] = whole(offset)
  heads[2 * i] = epoch
end
return heads
