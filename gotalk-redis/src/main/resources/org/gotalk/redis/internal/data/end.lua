-- KEYS: nodes. ARGV: node, prefix of all keys. Returns whether there is more to sweep.
local more = sweep(ARGV[2], ARGV[1])
if not more then
  redis.call('ZREM', KEYS[1], ARGV[1])
end
return {more and '1' or '0'}
