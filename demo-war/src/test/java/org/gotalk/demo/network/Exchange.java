package org.gotalk.demo.network;

import jakarta.enterprise.context.ApplicationScoped;
import org.gotalk.Sock;
import org.gotalk.cdi.Operation;

@ApplicationScoped
public class Exchange {

    @Operation
    public String price(Sock asking, String symbol) {
        return symbol.length() + " " + asking.request("currency", "", String.class);
    }
}
