/** Counts the locks that the project's code takes. */
package org.gotalk.testing.locks;
