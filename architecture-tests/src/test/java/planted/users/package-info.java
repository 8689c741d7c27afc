@NullMarked
package planted.users;

import org.jspecify.annotations.NullMarked;
