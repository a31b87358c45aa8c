-- KEYS: what this node has entered. Returns all of it.
return redis.call('SMEMBERS', KEYS[1])
