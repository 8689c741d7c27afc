/** A host that runs as a named module. Entry: {@link com.example.host.Host}. */
@NullMarked
package com.example.host;

import org.jspecify.annotations.NullMarked;
