@NullMarked
package planted.twice;

import org.jspecify.annotations.NullMarked;
