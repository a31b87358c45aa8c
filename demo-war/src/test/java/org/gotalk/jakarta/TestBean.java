package org.gotalk.jakarta;

import jakarta.enterprise.context.ApplicationScoped;

/** A bean for a handler to find. */
@ApplicationScoped
public class TestBean {

    /** Something to call. */
    public String greeting() {
        return "hello from a bean";
    }
}
