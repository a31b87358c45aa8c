package org.gotalk.servers;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The servers that the tests know, by the names of their profiles. */
final class Servers {

    private static final Map<String, AppServer> KINDS = Map.of(
            "tomcat-11", new Tomcat(),
            "tomcat-10", new Tomcat(),
            "jetty-12", new Jetty(),
            "wildfly-39", new WildFly(),
            "payara-6", new PayaraMicro(),
            "payara-7", new PayaraMicro(),
            "glassfish-7", new GlassFish(),
            "liberty-11", new OpenLiberty());

    private Servers() {}

    /** All of them, in order. */
    static Set<String> names() {
        return new TreeMap<>(KINDS).keySet();
    }

    /** The server of this run. */
    static String name() {
        return System.getProperty("it.server");
    }

    static AppServer kind() {
        AppServer kind = KINDS.get(name());
        if (kind == null) {
            throw new IllegalArgumentException("no server \"" + name() + "\", but " + names());
        }
        return kind;
    }
}
