-- KEYS: channel of a node. ARGV: message.
redis.call('PUBLISH', KEYS[1], ARGV[1])
return {}
