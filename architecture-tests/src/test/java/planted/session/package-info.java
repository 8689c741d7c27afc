@NullMarked
package planted.session;

import org.jspecify.annotations.NullMarked;
