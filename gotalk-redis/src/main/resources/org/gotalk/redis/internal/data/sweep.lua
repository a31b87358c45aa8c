-- Removes a member by the entry of its node: the encoded subject, a space, the id.
local function remove(prefix, entry)
  local subject, id = string.match(entry, '^(%S+) (.*)$')
  redis.call('ZREM', prefix .. 'p:' .. subject, id)
  redis.call('HDEL', prefix .. 'p:' .. subject .. ':i', id)
end

-- Removes up to 100 members that a node has entered; returns whether there may be more.
local function sweep(prefix, node)
  local entries = redis.call('SPOP', prefix .. 'n:' .. node .. ':m', 100)
  for _, entry in ipairs(entries) do
    remove(prefix, entry)
  end
  return #entries == 100
end
