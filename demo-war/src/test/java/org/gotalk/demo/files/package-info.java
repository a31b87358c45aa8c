/** The store of files, without a server. */
@NullMarked
package org.gotalk.demo.files;

import org.jspecify.annotations.NullMarked;
