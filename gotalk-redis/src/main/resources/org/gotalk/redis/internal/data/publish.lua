-- KEYS: state, list, what this publisher has sent. The channel has the name of the state.
-- ARGV: number, lowest number without an answer, rest of the entry, messages kept, their age in ms, candidate of an epoch,
--       run of the engine, life of the state in ms.
-- Returns offset and epoch; nothing if a later number has been published; -1 if an earlier one is missing.
local number = tonumber(ARGV[1])
local slot = whole(number % 1024)
local sent = redis.call('HMGET', KEYS[3], 'last', slot)
local last = tonumber(sent[1] or '')
if last and number <= last then
  local n, offset, epoch = string.match(sent[2] or '', '^(%d+) (%d+) (%S+)$')
  if n == ARGV[1] then
    return {offset, epoch}
  end
  return {}
end
if number ~= tonumber(ARGV[2]) and number ~= (last or -1) + 1 then
  return {'-1'}
end

local epoch, offset = state(KEYS[1], ARGV[6], ARGV[7])
offset = whole(offset + 1)
redis.call('HSET', KEYS[1], 'n', offset)
redis.call('PEXPIRE', KEYS[1], ARGV[8])

local count = tonumber(ARGV[4])
local expires = '0'
if count > 0 then
  expires = whole(milliseconds() + tonumber(ARGV[5]))
end
local entry = offset .. ' ' .. epoch .. ' ' .. expires .. ' ' .. ARGV[3]
if count > 0 then
  redis.call('RPUSH', KEYS[2], entry)
  redis.call('LTRIM', KEYS[2], -count, -1)
  redis.call('PEXPIRE', KEYS[2], ARGV[5])
else
  redis.call('DEL', KEYS[2])
end
redis.call('PUBLISH', KEYS[1], entry)

redis.call('HSET', KEYS[3], 'last', ARGV[1], slot, ARGV[1] .. ' ' .. offset .. ' ' .. epoch)
if not last or number % 256 == 0 then
  redis.call('PEXPIRE', KEYS[3], 86400000)
end
return {offset, epoch}
