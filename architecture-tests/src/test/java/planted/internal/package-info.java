@NullMarked
package planted.internal;

import org.jspecify.annotations.NullMarked;
