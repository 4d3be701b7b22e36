/** The rules of Plateflow as plain Java: no framework, clock, log or random number. */
@NullMarked
package io.plateflow.domain;

import org.jspecify.annotations.NullMarked;
