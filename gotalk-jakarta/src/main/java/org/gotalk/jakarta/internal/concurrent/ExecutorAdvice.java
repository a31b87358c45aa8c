package org.gotalk.jakarta.internal.concurrent;

import java.util.Locale;
import java.util.Map;

/** How an executor with too few threads gets more, on each server that has one of its own ways. */
public final class ExecutorAdvice {

    private static final String OR = ", or lower gotalk.max-running";

    private static final Map<String, String> BY_SERVER = Map.of(
            "smf webcontainer", // Open Liberty
            "Give Open Liberty <executor coreThreads=\"...\"/> and a managedExecutorService of its own for Gotalk, as"
                    + " docs/configuration.md has it",
            "wildfly",
            "Give WildFly's default managed-executor-service core-threads and a queue-length, as docs/servers/wildfly.md has"
                    + " it");

    private static final String OTHERS =
            "Add threads to the server's managed executor, name another in gotalk.executor";

    private ExecutorAdvice() {}

    /**
     * The advice for a server.
     *
     * @param serverInfo as the servlet container names itself
     */
    public static String on(String serverInfo) {
        String name = serverInfo.toLowerCase(Locale.ROOT);
        return BY_SERVER.entrySet().stream()
                        .filter(server -> name.contains(server.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(OTHERS)
                + OR;
    }
}
