@NullMarked
package planted.http.recovery;

import org.jspecify.annotations.NullMarked;
