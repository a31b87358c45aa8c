/**
 * TLS as a filter over another transport, on the JDK's own engine; keys, certificates and trust from files and key
 * stores. Internal to {@code org.gotalk.net}; nothing in here knows the protocol, sockets or options.
 */
@NullMarked
package org.gotalk.net.internal.tls;

import org.jspecify.annotations.NullMarked;
