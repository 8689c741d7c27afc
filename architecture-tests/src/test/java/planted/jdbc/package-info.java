@NullMarked
package planted.jdbc;

import org.jspecify.annotations.NullMarked;
