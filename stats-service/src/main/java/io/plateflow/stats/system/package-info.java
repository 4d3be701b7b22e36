/** How the pipeline is doing: rows, groups and disks are asked → figures of each stage → what is late or wrong. */
@NullMarked
package io.plateflow.stats.system;

import org.jspecify.annotations.NullMarked;
