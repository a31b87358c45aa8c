-- KEYS: order. Returns the number of members.
return {whole(redis.call('ZCARD', KEYS[1]))}
