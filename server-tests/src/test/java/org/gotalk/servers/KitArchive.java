package org.gotalk.servers;

import java.io.File;
import java.net.URI;
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

    private static final String WEB_XML = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="%s">
              <context-param>
                <param-name>gotalk.executor</param-name>
                <param-value>%s</param-value>
              </context-param>
            %s</web-app>
            """;

    private KitArchive() {}

    static WebArchive create() {
        WebArchive archive = ShrinkWrap.create(WebArchive.class)
                .addAsLibraries(
                        jarOf(Sock.class),
                        jarOf(Gotalk.class),
                        jarOf(Rooms.class),
                        jarOf(GotalkInitializer.class),
                        jarOf(CdiApplication.class))
                .addClasses(KitBean.class, KitBean.Order.class, Talk.class)
                .addAsWebInfResource(new StringAsset(""), "beans.xml");
        String executor = System.getProperty("it.executor", "");
        if (executor.startsWith("java:")) {
            return archive.setWebXML(new StringAsset(WEB_XML.formatted("6.1", executor, MANAGED.formatted(executor))));
        }
        return executor.isEmpty()
                ? archive
                : archive.setWebXML(new StringAsset(WEB_XML.formatted("6.0", executor, "")));
    }

    private static File jarOf(Class<?> type) {
        return new File(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }
}
