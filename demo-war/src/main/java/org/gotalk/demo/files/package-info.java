/**
 * Files that people share, on disk for as long as the application runs. {@link org.gotalk.demo.files.FileStore} knows
 * nothing of rooms and people.
 */
@NullMarked
package org.gotalk.demo.files;

import org.jspecify.annotations.NullMarked;
