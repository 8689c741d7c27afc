@NullMarked
package planted.attic;

import org.jspecify.annotations.NullMarked;
