package org.gotalk.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gotalk.GenericType;
import org.gotalk.Handlers;
import org.gotalk.PayloadException;
import org.gotalk.Sock;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Values and results whose types have type arguments. */
class GenericTypesTest {

    private static final GenericType<List<Item>> ITEMS = new GenericType<>() {};

    private final BlockingQueue<Integer> told = new LinkedBlockingQueue<>();

    @AutoClose
    private final Gotalk server = Gotalk.serving(Handlers.create()
            .handle(
                    "double",
                    ITEMS,
                    items -> items.stream()
                            .map(item -> new Item(item.name(), 2 * item.price()))
                            .toList())
            .handle("nothing", String.class, name -> null)
            .handleNotification("sold", ITEMS, items -> told.add(items.get(0).price())));

    @AutoClose
    private final Gotalk client = Gotalk.create();

    private final Sock sock = client.pipe(server);

    @Test
    void theElementsOfAListAreOfTheirType() {
        assertThat(sock.request("double", List.of(new Item("pen", 3)), ITEMS)).containsExactly(new Item("pen", 6));
    }

    @Test
    void theyAreWhereNobodyWaits() {
        assertThat(sock.requestAsync("double", List.of(new Item("pen", 3)), ITEMS))
                .succeedsWithin(20, TimeUnit.SECONDS)
                .isEqualTo(List.of(new Item("pen", 6)));
    }

    @Test
    void theyAreInANotification() throws Exception {
        sock.notify("sold", List.of(new Item("pen", 3)));
        assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo(3);
    }

    @Test
    void aMissingResultNamesTheWholeType() {
        assertThatThrownBy(() -> sock.request("nothing", "", new GenericType<Map<String, Integer>>() {}))
                .isInstanceOf(PayloadException.class)
                .hasMessage("a java.util.Map<java.lang.String, java.lang.Integer> is needed, but the payload is null");
    }

    @Test
    void aTypeWithoutArgumentsIsRefused() {
        assertThatThrownBy(Raw::new)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a GenericType is created as new GenericType<List<Item>>() {}");
    }

    @Test
    void equalTypesAreEqual() {
        assertThat(new GenericType<List<Item>>() {})
                .isEqualTo(ITEMS)
                .hasSameHashCodeAs(ITEMS)
                .isNotEqualTo(new GenericType<List<String>>() {});
    }

    /** A value of a list. */
    public record Item(String name, int price) {}

    @SuppressWarnings("rawtypes")
    private static final class Raw extends GenericType {}
}
