package org.gotalk.demo.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A slice for each type of the library, with those nested in it. The types of a sealed family are one slice, and so are the few that
 * know each other on purpose (docs/adr/0017).
 */
final class TypeSlices implements SliceAssignment {

    private static final Map<String, List<String>> FAMILIES = Map.of(
            "handlers and the Sock that they get",
            List.of(
                    "org.gotalk.Sock",
                    "org.gotalk.Handlers",
                    "org.gotalk.HandlerRegistry",
                    "org.gotalk.Fallbacks",
                    "org.gotalk.RequestHandler",
                    "org.gotalk.NonBlockingHandler",
                    "org.gotalk.CancellableHandler",
                    "org.gotalk.NotificationHandler",
                    "org.gotalk.NonBlockingNotificationHandler",
                    "org.gotalk.StreamHandler",
                    "org.gotalk.StreamRequest"),
            "the front door, its builder and what it builds",
            List.of("org.gotalk.net.Gotalk", "org.gotalk.net.GotalkBuilder", "org.gotalk.net.EngineGotalk"),
            "the rooms of a server and their builder",
            List.of("org.gotalk.reach.node.ReachNode", "org.gotalk.reach.node.ReachNodeBuilder"),
            "an annotation for tests and the extension that reads it",
            List.of("org.gotalk.test.GotalkTest", "org.gotalk.test.GotalkTestExtension"),
            "messages and their receiver",
            List.of("org.gotalk.internal.wire.message.Message", "org.gotalk.internal.wire.message.MessageReceiver"),
            "a TLS connection and its two directions",
            List.of(
                    "org.gotalk.net.internal.tls.TlsTransport",
                    "org.gotalk.net.internal.tls.TlsReader",
                    "org.gotalk.net.internal.tls.TlsWriter"));

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        if (!type.getName().startsWith("org.gotalk.") || type.getPackageName().startsWith("org.gotalk.demo")) {
            return SliceIdentifier.ignore();
        }
        JavaClass outer = type;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        String family = sealedRoot(outer.reflect()).map(Class::getName).orElse(outer.getName());
        return SliceIdentifier.of(FAMILIES.entrySet().stream()
                .filter(entry -> entry.getValue().contains(family))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(family));
    }

    @Override
    public String getDescription() {
        return "types of the library";
    }

    private static Optional<Class<?>> sealedRoot(Class<?> type) {
        Optional<Class<?>> above = Stream.concat(
                        Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()))
                .flatMap(parent -> sealedRoot(parent).stream())
                .findFirst();
        return above.or(() -> type.isSealed() ? Optional.of(type) : Optional.empty());
    }
}
