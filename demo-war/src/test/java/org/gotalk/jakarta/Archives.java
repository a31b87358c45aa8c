package org.gotalk.jakarta;

import java.io.File;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.gotalk.Sock;
import org.gotalk.cdi.CdiApplication;
import org.gotalk.net.Gotalk;
import org.gotalk.reach.Rooms;
import org.gotalk.spi.Application;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Web applications that hold the jars of Gotalk and little else. */
public final class Archives {

    private Archives() {}

    /** An application of its own, with the settings that hold by default. */
    static WebArchive serving(Class<? extends Application> application) {
        return serving(application, ShrinkWrap.create(WebArchive.class));
    }

    /** As above, under a name. */
    static WebArchive serving(Class<? extends Application> application, String name) {
        return serving(application, ShrinkWrap.create(WebArchive.class, name));
    }

    private static WebArchive serving(Class<? extends Application> application, WebArchive archive) {
        return bare(archive)
                .addClasses(application, TestBean.class, Traces.class)
                .addAsServiceProvider(Application.class, application)
                .addAsWebInfResource(new StringAsset(""), "beans.xml");
    }

    /** Methods of these beans. */
    public static WebArchive servingBeans(Class<?>... beans) {
        return bare().addAsLibrary(jarOf(CdiApplication.class)).addClasses(beans);
    }

    /** The jars of Gotalk, and nothing that it could serve. */
    public static WebArchive bare() {
        return bare(ShrinkWrap.create(WebArchive.class));
    }

    private static WebArchive bare(WebArchive archive) {
        return archive.addAsLibraries(jars());
    }

    /** The jars of Gotalk that serve any application. */
    public static File[] jars() {
        return Stream.of(Sock.class, Gotalk.class, Rooms.class, GotalkInitializer.class)
                .map(Archives::jarOf)
                .toArray(File[]::new);
    }

    /** With settings of its own, as context parameters. */
    public static WebArchive with(WebArchive archive, Map<String, String> settings) {
        StringBuilder xml =
                new StringBuilder("<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">");
        settings.forEach((key, value) -> xml.append("<context-param><param-name>%s</param-name><param-value>%s"
                .formatted(key, value + "</param-value></context-param>")));
        return archive.setWebXML(new StringAsset(xml.append("</web-app>").toString()));
    }

    /** The jar that a class comes from. */
    public static File jarOf(Class<?> type) {
        return new File(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }
}
