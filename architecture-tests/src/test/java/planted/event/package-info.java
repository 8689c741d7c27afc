@NullMarked
package planted.event;

import org.jspecify.annotations.NullMarked;
