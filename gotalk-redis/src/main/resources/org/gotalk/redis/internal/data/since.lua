-- KEYS: state, list. ARGV: epoch, offset, limit; an empty epoch asks for the last ones.
-- Returns "ok", "gap" or "other", and the entries.
local known = redis.call('HMGET', KEYS[1], 'e', 'n', 'pe', 'pn')
if not known[1] then
  return {'other'}
end
local offset, limit = tonumber(ARGV[2]), tonumber(ARGV[3])
local total, previous = tonumber(known[2]), tonumber(known[4] or '0')
local length = redis.call('LLEN', KEYS[2])
local result, behind = {'ok'}, length
if ARGV[1] == '' then
  behind = math.min(limit, total + previous)
elseif ARGV[1] == known[1] and offset <= total then
  behind = total - offset
elseif ARGV[1] == known[3] and offset <= previous then
  behind = total + previous - offset
else
  result = {'other'}
end
local index = length - behind
if index < 0 then
  index = 0
  result[1] = 'gap'
end
local now = milliseconds()
while index < length and #result <= limit do
  local entries = redis.call('LRANGE', KEYS[2], index, index + limit - #result)
  for _, entry in ipairs(entries) do
    if tonumber(string.match(entry, '^%d+ %S+ (%d+) ')) > now then
      result[#result + 1] = entry
    elseif result[1] == 'ok' then
      result[1] = 'gap'
    end
  end
  index = index + #entries
end
return result
