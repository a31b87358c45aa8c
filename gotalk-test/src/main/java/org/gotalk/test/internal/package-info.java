/** The engines, threads, recorded messages and beans behind a test server. Internal to {@code org.gotalk.test}. */
@NullMarked
package org.gotalk.test.internal;

import org.jspecify.annotations.NullMarked;
