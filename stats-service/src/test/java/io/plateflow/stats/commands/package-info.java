@NullMarked
package io.plateflow.stats.commands;

import org.jspecify.annotations.NullMarked;
