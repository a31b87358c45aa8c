package org.gotalk.cdi.internal.scope;

import jakarta.enterprise.inject.spi.BeanContainer;
import jakarta.enterprise.inject.spi.CDI;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The container that sees the beans of the module on whose behalf the calling thread runs. */
public final class ModuleContainer {

    private static final String NAME = "java:comp/BeanManager";

    private ModuleContainer() {}

    /**
     * Finds it by its name, which is that of the module; where there are no names, it is the container of the caller. In
     * an EAR the latter may be that of another module: WildFly takes any of them for classes that are in no bean archive.
     */
    @SuppressWarnings("BanJNDI") // a fixed name
    public static BeanContainer find() {
        try {
            if (InitialContext.doLookup(NAME) instanceof BeanContainer container) {
                return container;
            }
        } catch (NamingException withoutNames) {
            // a servlet container or a program
        }
        return CDI.current().getBeanContainer();
    }
}
