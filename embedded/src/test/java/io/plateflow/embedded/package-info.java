/** The broker and the database of all integration tests: containers when Docker is there, else the embedded pair. */
@NullMarked
package io.plateflow.embedded;

import org.jspecify.annotations.NullMarked;
