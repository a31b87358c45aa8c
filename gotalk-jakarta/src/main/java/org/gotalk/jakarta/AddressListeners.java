package org.gotalk.jakarta;

import static org.gotalk.jakarta.LifecycleLog.LOG;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gotalk.Handlers;
import org.gotalk.net.Gotalk;
import org.gotalk.net.ListenOptions;
import org.gotalk.net.Listener;
import org.gotalk.net.Tls;

/** Accepts connections over TCP, TLS and Unix-domain sockets. */
record AddressListeners(Gotalk gotalk, HandlerSets sets, Tls tls, ListenerOffers offers) {

    /**
     * Listens at addresses.
     *
     * @param setByAddress the name of the handler set of each address; empty for the default set
     * @throws IllegalStateException if the server cannot listen at one, or must not; the message names it
     */
    void at(Map<String, String> setByAddress) {
        Map<String, Handlers> offered = new LinkedHashMap<>(); // all are known before the first address is open
        setByAddress.forEach((address, set) -> {
            Handlers handlers = sets.named(set, "gotalk.listen has \"" + address + "=" + set + "\"");
            offered.put(address, offers.at(address, handlers));
        });
        offered.forEach(this::listen);
    }

    private void listen(String address, Handlers handlers) {
        try {
            Listener listener =
                    gotalk.listen(address, ListenOptions.defaults().tls(tls).handlers(handlers));
            LOG.log(Level.INFO, "Gotalk listens at {0}", listener.address());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Gotalk cannot start: gotalk.listen has \"" + address
                            + "\", but the server cannot listen there: " + e.getMessage()
                            + ". Free the address or set another one",
                    e);
        }
    }
}
