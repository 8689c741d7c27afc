@NullMarked
package planted.http.guard;

import org.jspecify.annotations.NullMarked;
