package org.gotalk.demo.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gotalk.Sock;
import org.gotalk.cdi.Operation;
import org.gotalk.cdi.Remote;

@ApplicationScoped
public class Quotes {

    @Inject
    @Remote("stock")
    Sock stock;

    @Operation
    public String quote(String symbol) {
        return symbol + " is at " + stock.request("price", symbol, String.class);
    }

    @Operation
    public String currency() {
        return "EUR";
    }
}
