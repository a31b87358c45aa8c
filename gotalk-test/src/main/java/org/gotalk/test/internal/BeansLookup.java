package org.gotalk.test.internal;

/** Finds out whether there is CDI at all, without a type of it. */
public final class BeansLookup {

    private BeansLookup() {}

    /**
     * Starts a container with these classes and no others.
     *
     * @throws IllegalStateException if there is no CDI; the message names the remedy
     */
    public static ServedApplication start(Class<?>... classes) {
        try {
            CdiBeans.checkAvailable();
        } catch (IllegalStateException | NoClassDefFoundError absent) {
            throw new IllegalStateException(
                    "no CDI for Java SE on the test's class path: add org.jboss.weld.se:weld-se-core", absent);
        }
        return CdiBeans.start(classes);
    }
}
