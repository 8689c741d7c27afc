@NullMarked
package planted.signin;

import org.jspecify.annotations.NullMarked;
