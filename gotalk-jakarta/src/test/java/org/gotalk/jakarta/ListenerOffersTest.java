package org.gotalk.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletContext;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.gotalk.Handlers;
import org.gotalk.jakarta.internal.config.Settings;
import org.gotalk.jakarta.internal.config.Sources;
import org.junit.jupiter.api.Test;

/** What is offered at addresses where no container has asked who connects. */
class ListenerOffersTest {

    private static final String TCP = "tcp://localhost:1";
    private static final String UNIX = "unix:/run/gotalk.sock";

    private final Handlers standard = Handlers.create();
    private final Handlers alone = Handlers.create();
    private final Handlers over = standard.subHandlers();
    private final Map<String, String> settings = new HashMap<>(Map.of("gotalk.listen", TCP + ", " + UNIX));

    @Test
    void theDefaultSetIsNotForEverybody() {
        for (Handlers set : new Handlers[] {standard, over}) {
            assertThatThrownBy(() -> offers(false).at(TCP, set))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Gotalk cannot start: gotalk.listen has \"" + TCP
                            + "\", which would offer the default handler set to everybody who connects. Add a bean that"
                            + " implements org.gotalk.spi.TokenAuthenticator, or use a tls: address and set"
                            + " gotalk.listen-trust. Or name a handler set without the default one, as in \"" + TCP
                            + "=desk\", or set gotalk.listen-anonymous to true");
        }
    }

    @Test
    void aSetThatStandsAloneIsForEverybody() {
        assertThat(offers(false).at(TCP, alone)).isSameAs(alone);
        assertThat(offers(true).at(TCP, alone)).isSameAs(alone);
    }

    @Test
    void wherePeersCanSignInTheDefaultSetIsForUsers() {
        assertThat(offers(true).at(TCP, standard).isAuthenticatedOnly()).isTrue();
        assertThat(standard.isAuthenticatedOnly()).isFalse();
    }

    @Test
    void theDefaultSetIsForEverybodyIfTheSettingSaysSo() {
        settings.put("gotalk.listen-anonymous", "true");

        assertThat(offers(false).at(TCP, standard)).isSameAs(standard);
    }

    @Test
    void thePermissionsOfAFileSayWhoMayConnect() {
        assertThat(offers(false).at(UNIX, standard)).isSameAs(standard);
    }

    @Test
    void anAddressForUsersAloneServesNobodyElse() {
        settings.put("gotalk.authenticated", TCP);
        settings.put("gotalk.listen-anonymous", "true");

        assertThat(offers(true).at(TCP, alone).isAuthenticatedOnly()).isTrue();
    }

    @Test
    void anAddressForUsersAloneNeedsAWayToSignIn() {
        settings.put("gotalk.authenticated", TCP);

        assertThatThrownBy(() -> offers(false).at(TCP, alone))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("gotalk.authenticated has \"" + TCP + "\", but nobody can sign in there");
    }

    private ListenerOffers offers(boolean canSignIn) {
        return new ListenerOffers(Settings.from(Sources.of(context()), Set.of()), standard, canSignIn);
    }

    private ServletContext context() {
        return (ServletContext) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getInitParameter" -> settings.get(arguments[0]);
                    case "getInitParameterNames" -> Collections.enumeration(settings.keySet());
                    case "getClassLoader" -> getClass().getClassLoader();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
