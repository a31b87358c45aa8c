package org.gotalk.redis.internal.presence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.gotalk.reach.spi.Presence;

/** A member as the engine has it: the length of the user's name, the name, the information. */
final class MemberBytes {

    private MemberBytes() {}

    static byte[] of(Presence member) {
        byte[] user = member.user().getBytes(UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + user.length + member.info().length)
                .putInt(user.length)
                .put(user)
                .put(member.info())
                .array();
    }

    static Presence parse(byte[] id, byte[] member) {
        ByteBuffer from = ByteBuffer.wrap(member);
        byte[] user = new byte[from.getInt()];
        from.get(user);
        byte[] info = new byte[from.remaining()];
        from.get(info);
        return new Presence(new String(id, UTF_8), new String(user, UTF_8), info);
    }
}
