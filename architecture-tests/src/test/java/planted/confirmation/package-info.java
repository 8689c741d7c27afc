@NullMarked
package planted.confirmation;

import org.jspecify.annotations.NullMarked;
