/** Handlers of peers as methods of CDI beans. Containers create, proxy and call what is opened to them. */
module org.gotalk.cdi {
    requires transitive org.gotalk.net;
    requires transitive org.gotalk.reach;
    requires transitive jakarta.cdi;
    requires java.naming;
    requires static transitive org.jspecify;
    requires static jakarta.json.bind;
    requires static jakarta.servlet;
    requires static jakarta.validation;

    exports org.gotalk.cdi;

    opens org.gotalk.cdi;
    opens org.gotalk.cdi.internal.deployment;
    opens org.gotalk.cdi.internal.invoke;
    opens org.gotalk.cdi.internal.network;
    opens org.gotalk.cdi.internal.reach;
    opens org.gotalk.cdi.internal.scope;

    provides jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension with
            org.gotalk.cdi.internal.deployment.CdiExtension;
    provides org.gotalk.spi.Application with
            org.gotalk.cdi.CdiApplication;
}
