@NullMarked
package planted.http.wire;

import org.jspecify.annotations.NullMarked;
