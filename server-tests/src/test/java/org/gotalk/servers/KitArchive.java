package org.gotalk.servers;

import java.io.File;
import java.net.URI;
import java.util.stream.Stream;
import org.gotalk.Sock;
import org.gotalk.cdi.CdiApplication;
import org.gotalk.jakarta.GotalkInitializer;
import org.gotalk.net.Gotalk;
import org.gotalk.reach.Rooms;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The application of the checks, as a user makes one: the jars of Gotalk, a bean, nothing else. */
final class KitArchive {

    /** Virtual threads of the server, where it has Concurrency 3.1. */
    private static final String MANAGED = """
              <managed-executor>
                <name>%s</name>
                <virtual>true</virtual>
              </managed-executor>
            """;

    private static final String EXECUTOR = """
              <context-param>
                <param-name>gotalk.executor</param-name>
                <param-value>%s</param-value>
              </context-param>
            """;

    private static final String WEB_XML = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="%s">
            %s</web-app>
            """;

    private KitArchive() {}

    static WebArchive create() {
        WebArchive archive = withoutJars().addAsLibraries(jars());
        return executor().isEmpty() ? archive : archive.setWebXML(webXml(""));
    }

    /** With these elements in its web.xml. */
    static WebArchive create(String elements) {
        return withoutJars().addAsLibraries(jars()).setWebXML(webXml(elements));
    }

    /** The beans alone. */
    static WebArchive withoutJars() {
        return ShrinkWrap.create(WebArchive.class)
                .addClasses(KitBean.class, KitBean.Order.class, Talk.class)
                .addAsWebInfResource(new StringAsset(""), "beans.xml");
    }

    /** The jars of Gotalk. */
    static File[] jars() {
        return Stream.of(Sock.class, Gotalk.class, Rooms.class, GotalkInitializer.class, CdiApplication.class)
                .map(KitArchive::jarOf)
                .toArray(File[]::new);
    }

    private static StringAsset webXml(String elements) {
        boolean isManaged = executor().startsWith("java:");
        String settings = (executor().isEmpty() ? "" : EXECUTOR.formatted(executor()))
                + (isManaged ? MANAGED.formatted(executor()) : "");
        return new StringAsset(WEB_XML.formatted(isManaged ? "6.1" : "6.0", settings + elements));
    }

    private static String executor() {
        return System.getProperty("it.executor", "");
    }

    private static File jarOf(Class<?> type) {
        return new File(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }
}
