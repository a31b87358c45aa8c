/**
 * The CDI extension: discovers marked methods, checks them, and registers the beans of all packages.
 *
 * <p>May use all other packages of this module; none uses this one.
 */
@NullMarked
package org.gotalk.cdi.internal.deployment;

import org.jspecify.annotations.NullMarked;
