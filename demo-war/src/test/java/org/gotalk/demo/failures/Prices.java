package org.gotalk.demo.failures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.json.bind.JsonbConfig;
import java.util.List;
import org.gotalk.cdi.Operation;
import org.gotalk.json.JsonbCodec;
import org.jspecify.annotations.Nullable;

/** Takes and gives values by the server's JSON-B, as a producer configures it. */
@ApplicationScoped
public class Prices {

    /** An offer, or the lack of one. */
    public record Offer(@Nullable String item, int price) {}

    @Produces
    JsonbConfig config() {
        return JsonbCodec.defaultConfig().withNullValues(true);
    }

    @Operation
    public int sum(List<Offer> offers) {
        return offers.stream().mapToInt(Offer::price).sum();
    }

    @Operation
    public Offer none() {
        return new Offer(null, 0);
    }
}
