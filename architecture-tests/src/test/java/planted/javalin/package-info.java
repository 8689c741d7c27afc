@NullMarked
package planted.javalin;

import org.jspecify.annotations.NullMarked;
