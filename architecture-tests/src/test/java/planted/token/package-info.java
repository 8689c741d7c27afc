@NullMarked
package planted.token;

import org.jspecify.annotations.NullMarked;
