/** A house where each rule is broken once; what is not marked with Breaks is without fault. */
@NullMarked
package planted;

import org.jspecify.annotations.NullMarked;
