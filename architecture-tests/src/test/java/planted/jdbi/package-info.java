@NullMarked
package planted.jdbi;

import org.jspecify.annotations.NullMarked;
