package org.gotalk.examples;

import org.gotalk.Handlers;
import org.gotalk.Sock;
import org.gotalk.net.Gotalk;

/**
 * Either side may ask the other: before the shop answers a request, it requests something itself, of the one who asked.
 * The two talk over a pipe in memory; over any other kind of connection it is the same.
 *
 * <pre>./mvnw -q compile -pl examples -am -Dexample=TwoWayOverPipe</pre>
 */
public final class TwoWayOverPipe {

    /** What the customer sends. */
    public record Order(String what, int pieces) {}

    private TwoWayOverPipe() {}

    /** Both sides. */
    public static void main(String[] args) {
        Handlers offeredByShop = Handlers.create().handle("order", Order.class, TwoWayOverPipe::order);
        Handlers offeredByCustomer = Handlers.create().handle("how much will you pay", String.class, what -> {
            System.out.println("The shop asks what we pay for " + what);
            return what.equals("tea") ? 5 : 1;
        });

        try (Gotalk shop = Gotalk.serving(offeredByShop);
                Gotalk customer = Gotalk.serving(offeredByCustomer)) {
            Sock sock = customer.pipe(shop);
            System.out.println(sock.request("order", new Order("tea", 20), String.class));
            System.out.println(sock.request("order", new Order("gold", 20), String.class));
        }
    }

    /** Runs while the customer waits for the answer, and waits for the customer's. */
    private static String order(Sock customer, Order order) {
        int price = customer.request("how much will you pay", order.what(), Integer.class);
        return price < 3 ? "No " + order.what() + " for that" : order.pieces() + " " + order.what() + " for " + price;
    }
}
