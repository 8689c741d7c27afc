@NullMarked
package planted.page;

import org.jspecify.annotations.NullMarked;
