@NullMarked
package planted.registration;

import org.jspecify.annotations.NullMarked;
