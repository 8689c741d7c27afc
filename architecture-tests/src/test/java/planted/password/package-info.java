@NullMarked
package planted.password;

import org.jspecify.annotations.NullMarked;
