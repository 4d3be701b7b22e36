/**
 * SQL for analysts: {@code ReaderViews} keeps the views of {@code db/reader/views.sql} in a schema of their own, which is all
 * that the account {@code plateflow_reader} can see. Whoever runs the database makes the account; this service the views.
 */
@NullMarked
package io.plateflow.stats.reader;

import org.jspecify.annotations.NullMarked;
