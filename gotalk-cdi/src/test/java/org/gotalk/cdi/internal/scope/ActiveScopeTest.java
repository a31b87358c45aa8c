package org.gotalk.cdi.internal.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

class ActiveScopeTest {

    @Test
    void aThreadThatHandledAMessageHoldsNoClassLoader() throws Exception {
        WeakReference<ClassLoader> loader = new WeakReference<>(used());
        assertThat(isCollected(loader)).isTrue();
    }

    /** A class loader of an application of its own, in which this thread has had a scope for a while. */
    private static ClassLoader used() throws Exception {
        URL[] classes = {
            ActiveScope.class.getProtectionDomain().getCodeSource().getLocation(),
            ActiveScopeTest.class.getProtectionDomain().getCodeSource().getLocation()
        };
        ClassLoader loader = new URLClassLoader(classes, ActiveScopeTest.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                return name.startsWith("org.gotalk.cdi.") ? findHere(name) : super.loadClass(name, resolve);
            }

            private Class<?> findHere(String name) throws ClassNotFoundException {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        };
        Class<?> work = loader.loadClass(Work.class.getName());
        assertThat(work).isNotSameAs(Work.class);
        Runnable run = (Runnable) work.getDeclaredConstructor().newInstance();
        run.run();
        return loader;
    }

    private static boolean isCollected(WeakReference<?> reference) {
        for (int i = 0; i < 50 && reference.get() != null; i++) {
            System.gc();
        }
        return reference.get() == null;
    }

    /** Has a scope, and then has none. */
    public static final class Work implements Runnable {
        /** Called from the test's own class loader. */
        public Work() {}

        @Override
        public void run() {
            SockScope before = ActiveScope.replace(ActiveScope.place(), new SockScope(new CurrentSock()));
            ActiveScope.replace(ActiveScope.place(), before);
        }
    }
}
