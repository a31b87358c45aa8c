package org.gotalk.jakarta.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Principal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenExpiryTest {

    /** As that of MicroProfile. */
    public interface Token extends Principal {
        long getExpirationTime();
    }

    /** As servers have it: the class is theirs. */
    private static class ServersToken implements Token {

        private final long exp;

        ServersToken(long exp) {
            this.exp = exp;
        }

        @Override
        public String getName() {
            return "ann";
        }

        @Override
        public long getExpirationTime() {
            return exp;
        }
    }

    private static final class Derived extends ServersToken {
        Derived(long exp) {
            super(exp);
        }
    }

    @Test
    void aTokenExpiresWhenItSays() {
        assertThat(TokenExpiry.of(new ServersToken(1_800_000_000L), Token.class.getName()))
                .contains(Instant.ofEpochSecond(1_800_000_000L));
        assertThat(TokenExpiry.of(new Derived(1_800_000_000L), Token.class.getName()))
                .isPresent();
    }

    @Test
    void aTokenThatDoesNotSayDoesNotExpire() {
        assertThat(TokenExpiry.of(new ServersToken(0), Token.class.getName())).isEmpty();
    }

    @Test
    void otherUsersHaveNoToken() {
        assertThat(TokenExpiry.of(() -> "ann")).isEmpty();
        assertThat(TokenExpiry.of(new ServersToken(1_800_000_000L))).isEmpty();
    }
}
