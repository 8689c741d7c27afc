@NullMarked
package planted.jobs.node;

import org.jspecify.annotations.NullMarked;
