-- KEYS: nodes, what this node has entered. ARGV: node, ms until a node without a beat is gone, prefix of all keys.
-- Returns whether this node was taken for gone, whether there is more to sweep, and how many members it has entered.
local now = milliseconds()
local last = redis.call('ZSCORE', KEYS[1], ARGV[1])
local oldest = now - tonumber(ARGV[2])
local gone = not last or tonumber(last) < oldest
redis.call('ZADD', KEYS[1], whole(now), ARGV[1])
local dead = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', '(' .. whole(oldest), 'LIMIT', 0, 1)
local more = dead[1] ~= nil
if more and not sweep(ARGV[3], dead[1]) then
  redis.call('ZREM', KEYS[1], dead[1])
end
return {gone and '1' or '0', more and '1' or '0', whole(redis.call('SCARD', KEYS[2]))}
