package org.gotalk.jakarta.internal.script;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Which pages of other origins may read the scripts. Modules, source maps and scripts with {@code crossorigin} are
 * fetched by the rules of CORS; a plain script element needs no permission.
 */
@FunctionalInterface
public interface ReaderPolicy {

    /**
     * Whether a page may read what it asks for.
     *
     * @param origin the request's header {@code Origin}
     */
    boolean permits(String origin, HttpServletRequest request);
}
