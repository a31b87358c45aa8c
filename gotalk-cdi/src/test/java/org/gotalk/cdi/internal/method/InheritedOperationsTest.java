package org.gotalk.cdi.internal.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.cdi.Operation;
import org.gotalk.test.GotalkExtension;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InheritedOperationsTest {

    @RegisterExtension
    final GotalkExtension server = TestServer.beans(PersonStore.class).extension();

    private final Sock client = server.connect();

    @Test
    void inheritedMethodsServeWithTheTypesOfTheBean() {
        assertThat(client.request("save", new Person("Ada", 36), String.class)).isEqualTo("saved Ada");
        assertThat(client.request("saveAll", List.of(new Person("Ada", 36)), String.class))
                .isEqualTo("saved Ada");
        assertThat(client.request("saveThese", List.of(new Person("Ada", 36)), String.class))
                .isEqualTo("saved Ada");
        assertThat(client.request("count", "x", int.class)).isEqualTo(1);
    }

    @Test
    void anOverridingMethodServesOnlyIfItIsMarkedItself() {
        assertThatThrownBy(() -> client.request("remove", new Person("Ada", 36), String.class))
                .isInstanceOf(OperationException.class)
                .hasMessageContaining("remove");
    }

    interface Counting {
        @Operation
        default int count() {
            return 1;
        }
    }

    abstract static class Store<K, T> implements Counting {

        @Operation
        String save(T item) {
            return "saved " + label(item);
        }

        @Operation
        String saveAll(List<T> items) {
            return save(items.get(0));
        }

        @Operation
        String saveThese(T[] items) {
            return save(items[0]);
        }

        @Operation
        public String remove(T item) {
            return "removed " + label(item);
        }

        abstract String label(T item);
    }

    abstract static class MiddleStore<T> extends Store<String, T> {}

    public record Person(String name, int age) {}

    @ApplicationScoped
    static class PersonStore extends MiddleStore<Person> {

        @Override
        String label(Person item) {
            return item.name();
        }

        @Override
        public String remove(Person item) {
            throw new UnsupportedOperationException();
        }
    }
}
