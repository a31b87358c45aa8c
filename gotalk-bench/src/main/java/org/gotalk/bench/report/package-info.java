/** Where results go: tables of figures, and a page of the documentation that has them. Knows nothing of what was measured. */
@NullMarked
package org.gotalk.bench.report;

import org.jspecify.annotations.NullMarked;
