package io.plateflow.local.send;

import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** How far a sending is: on a terminal a bar below the report's lines, with the rate and the time that is left. */
final class Progress implements AutoCloseable {
    private static final int WIDTH = 79;

    private final Report report;
    private final @Nullable ProgressBar bar;

    private Progress(Report report, @Nullable ProgressBar bar) {
        this.report = report;
        this.bar = bar;
    }

    /** @param drawn whether there is a terminal to draw on */
    static Progress of(int photos, boolean reading, Report report, boolean drawn) {
        return new Progress(
                report,
                drawn
                        ? new ProgressBarBuilder()
                                .setTaskName(reading ? "Reading" : "Sending")
                                .setInitialMax(photos)
                                .showSpeed()
                                .setConsumer(new DelegatingProgressBarConsumer(report::showBar, WIDTH))
                                .build()
                        : null);
    }

    /** Called by several threads. */
    void step(Outcome outcome) {
        report.print(outcome);
        if (bar != null) {
            bar.step();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            report.hideBar();
        }
    }
}
