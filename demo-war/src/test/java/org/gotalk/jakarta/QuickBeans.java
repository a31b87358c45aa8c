package org.gotalk.jakarta;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.gotalk.Sock;
import org.gotalk.cdi.NonBlocking;
import org.gotalk.cdi.Operation;

/** Methods that are called where their requests are read, and tell what they find there. */
@ApplicationScoped
public class QuickBeans {

    @Inject
    Sock sock;

    @NonBlocking
    @Operation("quick/thread")
    public String thread() {
        return Thread.currentThread().getName();
    }

    @Operation("slow/thread")
    public String slowThread() {
        return Thread.currentThread().getName();
    }

    @NonBlocking
    @Operation("quick/class")
    public String loaded() throws ClassNotFoundException {
        return Thread.currentThread()
                .getContextClassLoader()
                .loadClass(QuickBeans.class.getName())
                .getSimpleName();
    }

    @NonBlocking
    @Operation("quick/name")
    @SuppressWarnings("BanJNDI") // the name is the container's, and a constant
    public boolean named() throws NamingException {
        return InitialContext.doLookup("java:comp/DefaultManagedExecutorService") != null;
    }

    @NonBlocking
    @Operation("quick/wait")
    public String waiting() {
        try {
            return sock.request("anything", "x", String.class);
        } catch (IllegalStateException e) {
            return "refused";
        }
    }
}
