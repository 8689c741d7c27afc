@NullMarked
package planted.kernel;

import org.jspecify.annotations.NullMarked;
