/**
 * What cameras push by themselves, each make in its own words.
 *
 * <p>In: {@code HookServlet} takes make and key from the address. Decide: each {@code Make} reads a body into a
 * {@code Push}, purely; {@code HookSubmission} makes a request of it. Out: {@code Reception}, as for every other photo,
 * and {@code CameraAnswers}, which cameras understand.
 */
@NullMarked
package io.plateflow.ingest.hooks;

import org.jspecify.annotations.NullMarked;
