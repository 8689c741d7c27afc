@NullMarked
package planted.http.closure;

import org.jspecify.annotations.NullMarked;
