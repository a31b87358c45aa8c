package org.gotalk.examples.embedded;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;
import org.gotalk.jakarta.GotalkInitializer;

/** A Java program that serves browsers, without an application server: http://localhost:8080/ or the port given. */
public final class ServeBrowsers {

    private ServeBrowsers() {}

    /** Serves until the program is ended. */
    public static void main(String... arguments) throws IOException, LifecycleException {
        serve("guests.html", Guests.class, arguments);
    }

    static void serve(String page, Class<?> bean, String... arguments) throws IOException, LifecycleException {
        SeContainer beans = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addBeanClasses(bean)
                .initialize();
        Tomcat tomcat = started(page, arguments.length == 0 ? 8080 : Integer.parseInt(arguments[0]));
        System.out.println("http://localhost:" + tomcat.getConnector().getLocalPort() + "/");
        tomcat.getServer().await();
        beans.close();
    }

    /** A server for the beans of the container that runs. */
    static Tomcat started(String page, int port) throws IOException, LifecycleException {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("tomcat").toString());
        tomcat.setPort(port);
        tomcat.getConnector().setProperty("address", "localhost");
        Context application = tomcat.addContext("", null);
        application.setParentClassLoader(ServeBrowsers.class.getClassLoader());
        application.addServletContainerInitializer(new WsSci(), Set.of());
        application.addServletContainerInitializer(new GotalkInitializer(), Set.of());
        application.addParameter("gotalk.reach.history", "20");
        Tomcat.addServlet(application, "page", new Page(page));
        application.addServletMappingDecoded("/", "page");
        tomcat.start();
        return tomcat;
    }
}
