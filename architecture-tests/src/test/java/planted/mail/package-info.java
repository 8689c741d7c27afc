@NullMarked
package planted.mail;

import org.jspecify.annotations.NullMarked;
