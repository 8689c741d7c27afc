@NullMarked
package planted.job;

import org.jspecify.annotations.NullMarked;
