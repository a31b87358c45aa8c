-- The epoch of a channel and the number of its messages. A channel without a state begins an epoch. So does each that
-- was used before the engine was started again, since the last second may be missing on its disk: what the epoch before
-- had reached stays known, so that a position in it can be read on from.
local function state(key, candidate, run)
  local known = redis.call('HMGET', key, 'e', 'n', 'r')
  if not known[1] then
    redis.call('HSET', key, 'e', candidate, 'n', 0, 'r', run)
    return candidate, 0
  end
  if known[3] ~= run then
    redis.call('HSET', key, 'pe', known[1], 'pn', known[2], 'e', candidate, 'n', 0, 'r', run)
    return candidate, 0
  end
  return known[1], tonumber(known[2])
end

local function whole(number)
  return string.format('%.0f', number)
end

local function milliseconds()
  local time = redis.call('TIME')
  return tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
end
