@NullMarked
package planted.user;

import org.jspecify.annotations.NullMarked;
