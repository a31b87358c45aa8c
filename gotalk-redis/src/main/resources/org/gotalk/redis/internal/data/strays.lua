-- KEYS: what this node has entered. ARGV: prefix of all keys, entries of members to remove.
for i = 2, #ARGV do
  redis.call('SREM', KEYS[1], ARGV[i])
  remove(ARGV[1], ARGV[i])
end
return {}
