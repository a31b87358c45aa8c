/**
 * The protocol's rules held against the endpoint in a real server, and the page that says how each implementation stands.
 */
@NullMarked
package org.gotalk.demo.conformance;

import org.jspecify.annotations.NullMarked;
