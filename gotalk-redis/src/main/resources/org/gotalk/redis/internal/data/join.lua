-- KEYS: order, members, what this node has entered, nodes. ARGV: node, id, member, entry of the node, score or nothing.
-- Returns the score, which is the time of the first coming; nothing if this node was swept.
if not redis.call('ZSCORE', KEYS[4], ARGV[1]) then
  return {}
end
local score = redis.call('ZSCORE', KEYS[1], ARGV[2])
if not score then
  score = ARGV[5]
  if score == '' then
    local time = redis.call('TIME')
    local first = tonumber(time[1]) * 1000000 + tonumber(time[2])
    local top = redis.call('ZREVRANGE', KEYS[1], 0, 0, 'WITHSCORES')
    if top[2] and tonumber(top[2]) >= first then
      first = tonumber(top[2]) + 1
    end
    score = whole(first)
  end
  redis.call('ZADD', KEYS[1], score, ARGV[2])
  redis.call('SADD', KEYS[3], ARGV[4])
end
redis.call('HSET', KEYS[2], ARGV[2], ARGV[3])
return {whole(tonumber(score))}
